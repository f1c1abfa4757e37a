"""What must be legible in a finished paper, passage by passage: its words, and the numbers among them.

Readers of finished files look for these words and take what stands in the places of the numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Any

from reportgen.document.document import Chapter, Document, NumberedFigure, Section
from reportgen.facts.address import Address
from reportgen.text.blocks import plain

CELL = "\ue000"  # stands behind every cell of a table, so that numbers of two cells stay apart
CALL = "\ue001"  # stands for the mark of a footnote
_DIGITS = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number that must be printed here.

    Attributes:
        addresses: the facts it was read from.
        text: as it must be printed, with its unit.
        before: the words before it in its passage.
        unrounded: whether `text` is the value itself, which may be shown with fewer digits.
    """

    addresses: tuple[Address, ...]
    text: str
    before: str = ""
    unrounded: bool = False


Piece = str | PrintedNumber


@dataclass(frozen=True, slots=True)
class PrintedPassage:
    """Words and numbers that stand together.

    Attributes:
        pieces: in their order.
        note: whether it stands among the footnotes.
        heading: the headings above it, for people: ``一、总体态势篇（二）…``.
        place: file and line; the name of the figure for a figure.
    """

    pieces: tuple[Piece, ...]
    note: bool
    heading: str
    place: str


def printed_passages(chapters: Iterable[Chapter]) -> Iterator[PrintedPassage]:
    """The passages of some chapters in their order; figures are not among them."""
    for chapter in chapters:
        yield from _ChapterPassages(chapter).passages()


def picture_pieces(document: Document, figure: NumberedFigure, variant: str = "wide") -> tuple[Piece, ...]:
    """The text painted in a figure, in the order of painting, its facts as numbers."""
    drawing = figure.narrow if variant == "narrow" and figure.narrow else figure.drawing
    texts = [mark.content for mark in drawing.marks if type(mark).__name__ == "Text"]
    uses = [
        (use.address, found[0])
        for use in document.uses
        if use.place == figure.drawing.name and (found := _DIGITS.search(use.printed))
    ]
    tokens = [(index, found) for index, text in enumerate(texts) for found in _DIGITS.finditer(text)]
    matcher = SequenceMatcher(None, [found[0] for _, found in tokens], [digits for _, digits in uses], False)
    facts = {
        (tokens[block.a + step][0], tokens[block.a + step][1].start()): uses[block.b + step][0]
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    }
    return tuple(piece for index, text in enumerate(texts) for piece in _split(index, text, facts))


def table_pieces(document: Document, figure: NumberedFigure) -> Iterator[tuple[Piece, ...]]:
    """The numbers of a figure that can be looked up beside it, row by row: value, then unit and status."""
    by_label = {fact.label: fact.address for fact in document.facts}
    for row in figure.drawing.rows:
        if row.address in by_label:
            number = unrounded_number(by_label[row.address], row.value)
            yield (row.series + CELL + row.label + CELL, number, CELL + row.unit + CELL + row.status + CELL)


def unrounded_number(address: Address, value: float) -> PrintedNumber:
    """A number that stands beside the paper with all its digits."""
    return PrintedNumber((address,), f"{Decimal(repr(float(value))):f}", unrounded=True)


def heat_pieces(document: Document, figure: NumberedFigure) -> Iterator[tuple[Piece, ...]]:
    """The rows of a figure that is a table."""
    by_label = {fact.label: fact.address for fact in document.facts}
    for row in figure.drawing.table.rows if figure.drawing.table else ():
        pieces: list[Piece] = [row.name + CELL]
        for cell in row.cells:
            known = by_label.get(cell.address)
            pieces += [PrintedNumber((known,), cell.text) if known else cell.text, CELL]
        yield tuple(pieces)


def _split(index: int, text: str, facts: dict[tuple[int, int], Address]) -> Iterator[Piece]:
    """One painted text, its facts apart."""
    end = 0
    for found in _DIGITS.finditer(text):
        address = facts.get((index, found.start()))
        if address:
            yield text[end : found.start()]
            yield PrintedNumber((address,), found[0])
            end = found.end()
    yield text[end:]


class _ChapterPassages:
    """The passages of one chapter; footnotes follow the passage that calls them."""

    def __init__(self, chapter: Chapter) -> None:
        self._chapter = chapter
        self._headings = [f"{chapter.numeral}{plain(chapter.title)}"]

    def passages(self) -> Iterator[PrintedPassage]:
        chapter = self._chapter
        yield from self._of(chapter.title, 1)
        yield from self._of(chapter.lead, 1)
        if chapter.key_figures:
            for number, label in chapter.key_figures.items:
                yield from self._of((number, *label), chapter.key_figures.line)
        for block in chapter.blocks:
            yield from self._block(block)

    def _block(self, block: Any) -> Iterator[PrintedPassage]:
        kind = type(block).__name__
        if isinstance(block, Section):
            self._headings = [*self._headings[: block.level - 1], f"{block.numeral}{plain(block.content)}"]
            yield from self._of(block.content, block.line)
        elif kind == "Paragraph":
            yield from self._of(block.content, block.line)
        elif kind == "Items":
            for item in block.items:
                yield from self._of(item, block.line)
        elif kind == "Table":
            if block.caption:
                yield from self._of(block.caption, block.line)
            for row in (block.head, *block.rows):
                yield from self._row(row, block.line)

    def _row(self, row: Any, line: int) -> Iterator[PrintedPassage]:
        """The cells of a row, each closed by the mark of a cell."""
        notes: list[Any] = []
        pieces = [piece for cell in row for piece in (*_pieces(cell, notes), CELL)]
        yield from self._made(pieces, notes, line)

    def _of(self, content: Any, line: int) -> Iterator[PrintedPassage]:
        notes: list[Any] = []
        yield from self._made(list(_pieces(content, notes)), notes, line)

    def _made(self, pieces: list[Piece], notes: list[Any], line: int) -> Iterator[PrintedPassage]:
        heading, place = "".join(self._headings), self._chapter.place(line)
        if any(pieces):
            yield PrintedPassage(_with_words_before(pieces), False, heading, place)
        for note in notes:
            yield PrintedPassage(_with_words_before(list(_pieces(note, []))), True, heading, place)


def _pieces(content: Any, notes: list[Any]) -> Iterator[Piece]:
    """The words and numbers of some inlines; formulas are pictures, notes are put aside."""
    for inline in content:
        kind = type(inline).__name__
        if kind == "Strong":
            yield from _pieces(inline.content, notes)
        elif kind == "Footnote":
            notes.append(inline.content)
            yield CALL
        elif kind == "Number":
            yield PrintedNumber(inline.addresses, inline.text)
        elif kind != "Math":
            yield inline.text


def _with_words_before(pieces: list[Piece]) -> tuple[Piece, ...]:
    """The same pieces; each number knows the words since the number before it."""
    made: list[Piece] = []
    before = ""
    for piece in pieces:
        if isinstance(piece, str):
            before += piece
            made.append(piece)
        else:
            made.append(PrintedNumber(piece.addresses, piece.text, before))
            before = ""
    return tuple(made)
