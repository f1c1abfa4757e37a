"""The files that can change a number or a word of an edition, and their fingerprints."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from reportgen.project.edition import Edition
from reportgen.project.folders import Project

_COMPILED = "__pycache__"


def edition_files(project: Project, edition: Edition) -> list[Path]:
    """The files an edition is made from, without templates and program; those that do not exist are left out.

    Of the statistics only the vintages it names, of the parameters, chapters and figures only those it lists.
    """
    own = project.own_chapters(edition.edition)
    chapters = [f"{name.removesuffix('.md')}.md" for name in edition.chapters]
    figures = [entry.split()[-1] for entry in edition.figures]
    single = [
        project.content / "editions" / f"{edition.edition}.yaml",
        project.names,
        *(project.parameters / name for name in edition.parameters),
        *(folder / name for name in chapters for folder in (project.chapters, own)),
        *(project.figures / f"{name}.py" for name in figures),
        project.published / f"{edition.edition}.csv",
        project.published / "reasons.csv",
    ]
    statistics = [
        path
        for statistic, vintage in edition.data.items()
        for path in (project.data / statistic).glob(f"{vintage}.*")
    ]
    folders = [project.presets, project.content / "context", project.maps]
    inside = [path for folder in folders for path in folder.rglob("*") if _COMPILED not in path.parts]
    return sorted({path for path in (*single, *statistics, *inside) if path.is_file()})


def fingerprint(path: Path) -> str:
    """SHA-256 of a file, or of all Python files in a folder with their names."""
    if path.is_file():
        return hashlib.sha256(path.read_bytes()).hexdigest()
    lines = (f"{one.relative_to(path).as_posix()} {fingerprint(one)}" for one in _sources(path))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _sources(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.rglob("*.py"))
