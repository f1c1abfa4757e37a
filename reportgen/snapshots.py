"""The snapshot of an edition as it stands in the folders of the project."""

from __future__ import annotations

from pathlib import Path

from reportgen import stages
from reportgen.facts.reader import Reader
from reportgen.project.files import replace_files
from reportgen.project.fingerprints import edition_files, fingerprint
from reportgen.project.folders import Project
from reportgen.review.frozen_files import figure_files, frozen_files
from reportgen.review.snapshot import Snapshot
from reportgen.review.take_snapshot import take_snapshot

_METHOD = "estimation"


def edition_snapshot(project: Project, year: int, name: str = "") -> Snapshot:
    """The edition as it is now; its inputs are its files, and the formulas of the program.

    Args:
        name: as `Snapshot` has it; ``2022 年版`` by default.

    Raises:
        ContentError: the edition cannot be made.
    """
    from reportgen.data.ingredients import edition_parameters

    prepared = stages.prepare(project, year)
    reader = Reader(prepared.facts, prepared.calendar)
    document = stages.write(project, prepared, reader, stages.draw(project, prepared, reader))
    files = edition_files(project, prepared.edition)
    inputs = {path.relative_to(project.root).as_posix(): fingerprint(path) for path in files}
    inputs[f"{stages.PROGRAM.name}/{_METHOD}"] = fingerprint(stages.PROGRAM / _METHOD)
    parameters = edition_parameters(project, prepared.edition).values()
    return take_snapshot(name or f"{year} 年版", document, prepared.calendar, inputs, parameters)


def write_snapshot(project: Project, year: int, folder: Path) -> None:
    """The files of a publication, and the pictures of the figures, in any folder."""
    snapshot = edition_snapshot(project, year)
    files = frozen_files(snapshot) | figure_files(snapshot)
    replace_files({folder / name: content for name, content in files.items()})
