"""The blocks of a chapter as lines and grids."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from typing import Any

from reportgen.document.columns import column_shares
from reportgen.document.document import Document
from reportgen.render.word import style_names as styles
from reportgen.render.word.flow import (
    Counter,
    Equation,
    Grid,
    Group,
    Line,
    Note,
    Part,
    Picture,
    Pieces,
    Reference,
    Row,
    Words,
)
from reportgen.render.word.flow import Tab as TabStop

EM_SPACE = "\u3000"  # between a number and its title
_FORMULA_SHARES = (12.0, 76.0, 12.0)  # per cent: nothing, the formula, its number
_SHORT_TABLE = 12  # rows; a longer one may break over pages
_LABELS = ("图", "表")


def bookmark(anchor: str) -> str:
    """The name of the bookmark at an anchor; Word allows no hyphen, and hides names that begin so."""
    return "_" + anchor.replace("-", "_")


class BlockLines:
    """Turns the blocks of a document into parts, by the name of their class; counts captions and lists.

    Args:
        document: the paper, for its figures.
        pictures: the PNG of each figure, by name.
    """

    def __init__(self, document: Document, pictures: Mapping[str, bytes]) -> None:
        self._document = document
        self._pictures = pictures
        self._last = dict.fromkeys(_LABELS, 0)
        self._lists = itertools.count(1)

    def parts(self, blocks: Sequence[Any]) -> tuple[Part, ...]:
        """Several blocks, one after the other."""
        return tuple(part for block in blocks for part in getattr(self, type(block).__name__.lower())(block))

    def pieces(self, content: Sequence[Any], look: str = "") -> Pieces:
        """The inlines of one block, in a character style."""
        return tuple(
            piece
            for part in content
            for piece in getattr(self, f"_{type(part).__name__.lower()}")(part, look)
        )

    # inlines

    def _text(self, part: Any, look: str) -> Pieces:
        return (Words(part.text, look),)

    _number = _text

    def _strong(self, part: Any, look: str) -> Pieces:
        return self.pieces(part.content, look or styles.STRONG)

    def _math(self, part: Any, look: str) -> Pieces:
        return (Equation(part.tex, display=False),)

    def _footnote(self, part: Any, look: str) -> Pieces:
        return (Note(self.pieces(part.content)),)

    def _figurereference(self, part: Any, look: str) -> Pieces:
        return (Reference(part.text, bookmark(self._document.figures[part.name].anchor)),)

    # blocks

    def section(self, part: Any) -> list[Part]:
        """A heading below the chapter."""
        content = (
            (Words(part.numeral), *self.pieces(part.content)) if part.numeral else self.pieces(part.content)
        )
        return [Line(styles.HEADINGS[part.level - 1], content, bookmark=bookmark(part.anchor))]

    def paragraph(self, part: Any) -> list[Part]:
        """Running text; a Strong in the first place is the lead sentence."""
        first, rest = part.content[:1], part.content[1:]
        if first and type(first[0]).__name__ == "Strong":
            lead = self.pieces(first[0].content, styles.LEAD_WORDS)
            return [Line(styles.BODY, (*lead, *self.pieces(rest)))]
        return [Line(styles.BODY, self.pieces(part.content))]

    def items(self, part: Any) -> list[Part]:
        """A list with bullets or numbers."""
        style = styles.NUMBERED_ITEM if part.ordered else styles.ITEM
        number = next(self._lists) if part.ordered else 0
        return [Line(style, self.pieces(item), numbered=number) for item in part.items]

    def symbols(self, part: Any) -> list[Part]:
        """The meaning of symbols, a line each."""
        return [
            Line(styles.SYMBOL, (*self.pieces(symbol), TabStop(), *self.pieces(meaning)))
            for symbol, meaning in part.items
        ]

    def keyfigures(self, part: Any) -> list[Part]:
        """The numbers that open a chapter, side by side, each over its label."""
        cells = tuple(
            (Line(styles.KEY_NUMBER, (Words(number.text),)), Line(styles.KEY_LABEL, self.pieces(label)))
            for number, label in part.items
        )
        return [Grid(styles.PLAIN_TABLE, (Row(cells),), tuple(100 / len(cells) for _ in cells))]

    def formula(self, part: Any) -> list[Part]:
        """A formula in the middle of the page and its number at the right edge."""
        number = (Words(f"（{part.number}）"),) if part.number else ()
        cells = (
            (Line(styles.FORMULA),),
            (Line(styles.FORMULA, (Equation(part.tex, display=True),)),),
            (Line(styles.FORMULA_NUMBER, number),),
        )
        return [Grid(styles.PLAIN_TABLE, (Row(cells),), _FORMULA_SHARES)]

    def table(self, part: Any) -> list[Part]:
        """A table with its title above and its head repeated on every page."""
        caption = []
        if part.caption:
            number = self._counter("表", part.number, bookmark(f"table-{part.number}"))
            caption = [Line(styles.CAPTION, (number, Words(EM_SPACE), *self.pieces(part.caption)))]
        short = len(part.rows) <= _SHORT_TABLE
        rows = [self._row(part.head, part.alignments, styles.TABLE_HEAD)]
        for index, row in enumerate(part.rows, start=1):
            rows.append(
                self._row(row, part.alignments, styles.TABLE_WORDS, keep=short and index < len(part.rows))
            )
        return [*caption, Grid(styles.TABLE, tuple(rows), tuple(column_shares(part)))]

    def _row(self, cells: Sequence[Any], alignments: Sequence[str], style: str, keep: bool = False) -> Row:
        lines = (
            Line(style, self.pieces(cell), align="" if align == "left" else align, keep=keep)
            for cell, align in zip(cells, alignments, strict=True)
        )
        return Row(tuple((line,) for line in lines), head=style == styles.TABLE_HEAD)

    def figure(self, part: Any) -> list[Part]:
        """A figure: how to read it, the picture, number and title below or above, note and source."""
        placed = self._document.figures[part.name]
        drawing, png = placed.drawing, self._pictures[part.name]
        number = self._counter("图", placed.number, bookmark(placed.anchor))
        title = Line(styles.CAPTION, (number, Words(EM_SPACE + drawing.title)))
        unit = Line(styles.UNIT, (Words(drawing.subtitle),))
        picture = Picture(
            part.name, f"图{placed.number}", drawing.alternative, drawing.width_pt, drawing.height_pt, png
        )
        shown = Line(styles.FIGURE, (picture,))
        above = self._document.layout.figure_title == "above"
        parts = [title, unit, shown] if above else [unit, shown, title]
        parts += [Line(styles.SOURCE, (Words(text),)) for text in (drawing.note, drawing.source) if text]
        return [Group(part.name, tuple(parts))]

    def _counter(self, label: str, number: int, name: str) -> Counter:
        restart = number != self._last[label] + 1
        self._last[label] = number
        return Counter(label, number, restart, name)
