"""Pieces of a line as runs."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from typing import Protocol

from reportgen.render.word import style_names as names
from reportgen.render.word.elements import Element, element
from reportgen.render.word.flow import (
    Break,
    Change,
    Counter,
    Equation,
    Note,
    PageOf,
    Picture,
    Pieces,
    Reference,
    Tab,
    Words,
)
from reportgen.render.word.omml import equation
from reportgen.render.word.revisions import Revisions

# Chinese and Western text share these; without a hint Word sets them from the Western font.
_SHARED = re.compile("[“”‘’—…·×±°①-⑳]")


class NoteKeeper(Protocol):
    """Keeps the words of a note for the foot of the page."""

    def add(self, note: Note) -> int:
        """The identifier of the note."""


class Runs:
    """Writes pieces as runs, fields, formulas and pictures.

    Args:
        revisions: makes the marks of what changed.
        notes: keeps notes.
        drawing: writes a figure into the package and gives its drawing.
    """

    def __init__(
        self, revisions: Revisions, notes: NoteKeeper, drawing: Callable[[Picture], Element]
    ) -> None:
        self._revisions = revisions
        self._notes = notes
        self._drawing = drawing

    def of(self, pieces: Pieces) -> list[Element]:
        """The runs of some pieces, neighbours with the same change under one mark."""
        made: list[Element] = []
        for change, group in itertools.groupby(pieces, key=lambda piece: piece.change):
            runs = [
                run for piece in group for run in getattr(self, f"_{type(piece).__name__.lower()}")(piece)
            ]
            made.extend(self._revisions.marked(change, runs))
        return made

    def _words(self, piece: Words) -> list[Element]:
        return [_run(piece.text, piece.look, deleted=piece.change is Change.DELETED)]

    def _reference(self, piece: Reference) -> list[Element]:
        if piece.change is Change.DELETED:  # its bookmark has gone
            return [_run(piece.text, deleted=True)]
        return field(f"REF {piece.bookmark} \\h", _run(piece.text))

    def _counter(self, piece: Counter) -> list[Element]:
        """The label and a number that Word counts itself; one that was deleted counts no more."""
        if piece.change is Change.DELETED:
            return [_run(f"{piece.label}{piece.number}", deleted=True)]
        reset = f" \\r {piece.number}" if piece.restart else ""
        number = field(f"SEQ {piece.label} \\* ARABIC{reset}", _run(str(piece.number)))
        return bookmarked(piece.bookmark, [_run(piece.label), *number], self._revisions)

    def _pageof(self, piece: PageOf) -> list[Element]:
        """Only Word knows the page of a bookmark, so that field is empty until it has counted."""
        if not piece.bookmark:
            return field("PAGE", _run("1"))
        return [] if piece.change is Change.DELETED else field(f"PAGEREF {piece.bookmark} \\h")

    def _equation(self, piece: Equation) -> list[Element]:
        return [equation(piece.tex, piece.display)]

    def _note(self, piece: Note) -> list[Element]:
        style = element("w:rPr", element("w:rStyle", val=names.NOTE_CALL))
        call = element("w:footnoteReference", id=self._notes.add(piece))
        return [element("w:r", style, call)]

    def _tab(self, piece: Tab) -> list[Element]:
        return [element("w:r", element("w:tab"))]

    def _break(self, piece: Break) -> list[Element]:
        return [element("w:r", element("w:br"))]

    def _picture(self, piece: Picture) -> list[Element]:
        return [element("w:r", self._drawing(piece))]


def field(instruction: str, *result: Element) -> list[Element]:
    """A field and what it shows until Word computes it anew."""
    return [*field_start(instruction), *result, field_end()]


def field_start(instruction: str) -> list[Element]:
    """The runs before what a field shows."""
    return [
        element("w:r", element("w:fldChar", fldCharType="begin")),
        element("w:r", element("w:instrText", f" {instruction} ")),
        element("w:r", element("w:fldChar", fldCharType="separate")),
    ]


def field_end() -> Element:
    """The run after what a field shows."""
    return element("w:r", element("w:fldChar", fldCharType="end"))


def bookmarked(name: str, content: list[Element], revisions: Revisions) -> list[Element]:
    """Content between the two marks of a bookmark; as it is when the name is empty."""
    if not name:
        return content
    number = revisions.identifier()
    return [
        element("w:bookmarkStart", id=number, name=name),
        *content,
        element("w:bookmarkEnd", id=number),
    ]


def _run(text: str, look: str = "", *, deleted: bool = False) -> Element:
    style = element("w:rStyle", val=look) if look else None
    hint = element("w:rFonts", hint="eastAsia") if _SHARED.search(text) else None
    properties = element("w:rPr", style, hint) if look or hint is not None else None
    return element("w:r", properties, element("w:delText" if deleted else "w:t", text))
