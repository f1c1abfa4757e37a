"""Footnotes, which python-docx has no way to write: their part, and the rules that part them from the text."""

from __future__ import annotations

from reportgen.render.word import style_names as names
from reportgen.render.word.elements import Element, element
from reportgen.render.word.flow import Line, Note, Words
from reportgen.render.word.parts import Parts

NUMBER_FORM = "decimalEnclosedCircleChinese"  # ①
SEPARATORS = {"separator": -1, "continuationSeparator": 0}
_SPACE = Words(" ")


class Footnotes:
    """Keeps the notes of a document in the order of their calls."""

    def __init__(self) -> None:
        self._notes: list[Note] = []

    def add(self, note: Note) -> int:
        """Keep a note; its identifier, counted from 1."""
        self._notes.append(note)
        return len(self._notes)

    def root(self, parts: Parts) -> Element:
        """The root of ``footnotes.xml``."""
        separators = (_separator(kind, number) for kind, number in SEPARATORS.items())
        notes = (_note(note, number, parts) for number, note in enumerate(self._notes, start=1))
        return element("w:footnotes", *separators, *notes)


def _note(note: Note, number: int, parts: Parts) -> Element:
    style = element("w:rPr", element("w:rStyle", val=names.NOTE_CALL))
    mark = element("w:r", style, element("w:footnoteRef"))
    line = Line(names.NOTE_WORDS, (_SPACE, *note.content))
    return element("w:footnote", parts.line(line, before=[mark]), id=number)


def _separator(kind: str, number: int) -> Element:
    spacing = element("w:pPr", element("w:spacing", after=0, line=240, lineRule="auto"))
    return element(
        "w:footnote", element("w:p", spacing, element("w:r", element(f"w:{kind}"))), type=kind, id=number
    )
