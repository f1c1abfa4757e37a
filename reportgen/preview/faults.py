"""Errors as the browser shows them: what is wrong, what to do, and at which block of the last good page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from reportgen.errors import ManyErrors, ReportError
from reportgen.preview.paper import Paper

_LINE = re.compile(r"^(?P<file>.+?):(?P<line>\d+)")


@dataclass(frozen=True)
class Fault:
    """One error.

    Attributes:
        place: file and line, as seen from the project; may be empty.
        problem, remedy: what is wrong and what to do.
        at: the place of the nearest block of the page, ``""`` when it has none.
    """

    place: str
    problem: str
    remedy: str
    at: str


def faults(error: ReportError, root: Path, paper: Paper | None) -> list[Fault]:
    """The single errors of one that was raised.

    Args:
        error: may stand for several.
        root: the project.
        paper: the last good page.
    """
    return [
        Fault(
            one.place.removeprefix(f"{root}/"),
            one.problem,
            one.remedy,
            nearest_place(one, paper) if paper else "",
        )
        for one in _single(error)
    ]


def nearest_place(error: ReportError, paper: Paper) -> str:
    """The place of the last block that begins at or before the line of an error, or of the figure it names."""
    found = _LINE.match(error.place)
    name = found["file"] if found else error.place
    inside = [place for place in paper.places() if place.rpartition(":")[0] == name]
    before = [place for place in inside if found and _line(place) <= int(found["line"])]
    if before or inside:
        return max(before, key=_line) if before else inside[0]
    figure = _figure(error, paper)
    if figure:
        return paper.figure_places[figure]
    file = PurePosixPath(name).name
    return next((place for place in paper.places() if PurePosixPath(place).name.startswith(f"{file}:")), "")


def _figure(error: ReportError, paper: Paper) -> str:
    """The figure that the place of an error names: its file, or ``图 3（employment）``."""
    words = set(re.findall(r"[A-Za-z_]\w*", error.place))
    return next((name for name in paper.figure_places if name in words), "")


def _line(place: str) -> int:
    return int(place.rpartition(":")[2])


def _single(error: ReportError) -> Iterator[ReportError]:
    if isinstance(error, ManyErrors):
        for one in error.errors:
            yield from _single(one)
    else:
        yield error
