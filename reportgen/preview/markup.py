"""The blocks of the screen one by one, each with the place where it was written."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from reportgen.document.document import Chapter, Document, NumberedFigure
from reportgen.render.html import ScreenMarkup
from reportgen.render.palette import Palette
from reportgen.text.blocks import Figure

_KEY_LENGTH = 16


class Piece(NamedTuple):
    """The HTML of one block, with a key that differs when the HTML does; ``place`` as ``20-overall.md:33``."""

    key: str
    place: str
    html: str


class Picture(NamedTuple):
    """A figure as it was made into HTML before, and the chart colours in it."""

    made_from: tuple[NumberedFigure, str]
    html: Markup
    colours: frozenset[str]


class MadeChapter(NamedTuple):
    """A chapter as it was made into pieces before, and how many notes it has."""

    made_from: tuple[Chapter, int, tuple[tuple[str, int], ...]]
    figures: tuple[NumberedFigure, ...]
    pieces: tuple[Piece, ...]
    notes: int


class Made(NamedTuple):
    """What was made before: figures by name, and chapters by file name for the same vocabulary; both are added to."""

    figures: dict[str, Picture]
    chapters: dict[str, MadeChapter]


class PiecesMarkup(ScreenMarkup):
    """As on the screen, but a chapter comes in pieces; what is the same is not made again.

    Args:
        document: the paper.
        palette: colours and their dark twins.
        made: before; what is made now is added.
    """

    def __init__(self, document: Document, palette: Palette, made: Made) -> None:
        super().__init__(document, palette)
        self._before = made
        self._numbers = tuple((name, figure.number) for name, figure in document.figures.items())
        self._made: list[tuple[int, Markup]] = []

    def pieces(self, chapter: Chapter) -> tuple[Piece, ...]:
        """The blocks of a chapter, and last its notes, if it has any, without a place."""
        first = self._first_note + len(self._notes)
        inside = tuple(self.document.figures[one.name] for one in chapter.blocks if isinstance(one, Figure))
        made_from = chapter, first, self._numbers
        before = self._before.chapters.get(chapter.name)
        if before and before.made_from == made_from and before.figures == inside:
            self._first_note, self._notes = first, [Markup("")] * before.notes
            for figure in inside:
                self.colours |= self._before.figures[figure.drawing.name].colours
            return before.pieces
        pieces = self._all_pieces(chapter)
        self._before.chapters[chapter.name] = MadeChapter(made_from, inside, pieces, len(self._notes))
        return pieces

    def _all_pieces(self, chapter: Chapter) -> tuple[Piece, ...]:
        self._made = []
        notes = self.chapter(chapter)
        blocks = [_piece(chapter.place(line), html) for line, html in self._made]
        return (*blocks, _piece("", notes)) if notes else tuple(blocks)

    def blocks(self, parts: Sequence[Any]) -> Markup:
        """Set the blocks aside; only the notes are left to whoever calls."""
        self._made += [(part.line, super(PiecesMarkup, self).blocks([part])) for part in parts]
        return Markup("")

    def figure(self, part: Any) -> Markup:
        """A figure, made only when it is new."""
        made_from = self.document.figures[part.name], self.document.layout.figure_title
        kept = self._before.figures.get(part.name)
        if kept is None or kept.made_from != made_from:
            others, self.colours = self.colours, set()
            kept = Picture(made_from, super().figure(part), frozenset(self.colours))
            self.colours = others
            self._before.figures[part.name] = kept
        self.colours |= kept.colours
        return kept.html


def _piece(place: str, html: Markup) -> Piece:
    return Piece(hashlib.sha256(html.encode()).hexdigest()[:_KEY_LENGTH], place, str(html))
