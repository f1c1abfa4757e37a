"""What editors look up: facts by words with the text to paste, and the cheat sheet."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen import stages
from reportgen.facts.reader import Reader
from reportgen.project.folders import Project
from reportgen.text.pasting import Hits
from reportgen.text.pasting import find as found


def find(project: Project, year: int, words: Iterable[str], most: int | None = None) -> Hits:
    """The facts of an edition for some words, best first; only the first `most`."""
    prepared = stages.prepare(project, year)
    return found(prepared.facts, prepared.calendar, words, most)


def cheatsheet(project: Project, year: int) -> str:
    """The cheat sheet of editors, with examples from the facts of an edition."""
    from reportgen.document.figure_list import figure_numbers
    from reportgen.text.cheatsheet import cheatsheet as sheet

    prepared = stages.prepare(project, year)
    figures = figure_numbers(prepared.edition.figures, f"{year}.yaml")
    return sheet(Reader(prepared.facts, prepared.calendar), figures, prepared.beside)
