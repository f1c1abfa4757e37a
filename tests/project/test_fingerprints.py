"""Which files an edition is made from, and their fingerprints."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.project.fingerprints import edition_files, fingerprint
from reportgen.project.folders import Project
from tests.small_paper import write_small_paper


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return write_small_paper(tmp_path / "small")


def files(project: Project) -> set[str]:
    return {
        path.relative_to(project.root).as_posix() for path in edition_files(project, project.edition(2022))
    }


def test_the_files_of_an_edition(project: Project) -> None:
    found = files(project)
    assert {
        "content/editions/2022.yaml",
        "content/names.csv",
        "content/chapters/10-overall.md",
        "figures/scale_and_share.py",
        "content/data/input_output/small.sectors.csv",
        "content/data/input_output/small.card.yaml",
    } <= found
    assert any(name.startswith("content/parameters/") for name in found)


def test_what_the_edition_does_not_name_is_not_among_them(project: Project) -> None:
    before = files(project)
    for name in ("content/data/input_output/newer.csv", "content/chapters/90-other.md", "figures/other.py"):
        (project.root / name).write_text("", encoding="utf-8")
    assert files(project) == before


def test_an_own_chapter_is_added(project: Project) -> None:
    own = project.own_chapters(2022) / "10-overall.md"
    own.parent.mkdir(parents=True)
    own.write_text("", encoding="utf-8")
    assert "content/editions/2022/chapters/10-overall.md" in files(project)


def test_fingerprints_of_files_and_folders(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("1", encoding="utf-8")
    before = fingerprint(tmp_path), fingerprint(tmp_path / "a.py")
    (tmp_path / "a.pyc").write_text("x", encoding="utf-8")
    assert (fingerprint(tmp_path), fingerprint(tmp_path / "a.py")) == before
    (tmp_path / "a.py").rename(tmp_path / "b.py")
    assert (fingerprint(tmp_path), fingerprint(tmp_path / "b.py")) == (fingerprint(tmp_path), before[1])
    assert fingerprint(tmp_path) != before[0]
