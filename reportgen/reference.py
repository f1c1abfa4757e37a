"""What editors look up: facts by words, with the text to paste."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen import stages
from reportgen.project.folders import Project
from reportgen.text.pasting import Hits
from reportgen.text.pasting import find as found


def find(project: Project, year: int, words: Iterable[str], most: int | None = None) -> Hits:
    """The facts of an edition for some words, best first; only the first `most`."""
    prepared = stages.prepare(project, year)
    return found(prepared.facts, prepared.calendar, words, most)
