"""The tables of the paper as plain rows, for formats without mark-up."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.document.document import Document
from reportgen.text.blocks import Content, Number, Table, plain


@dataclass(frozen=True, slots=True)
class PlainTable:
    """A numbered table; a cell that prints one number without unit is that number, as printed."""

    number: int
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str | float, ...], ...]


def plain_tables(document: Document) -> list[PlainTable]:
    """All numbered tables, in their order."""
    return [
        PlainTable(
            block.number,
            plain(block.caption),
            tuple(map(plain, block.head)),
            tuple(tuple(map(_cell, row)) for row in block.rows),
        )
        for chapter in document.chapters
        for block in chapter.blocks
        if isinstance(block, Table) and block.number
    ]


def _cell(content: Content) -> str | float:
    text = plain(content)
    if len(content) != 1 or not isinstance(content[0], Number):
        return text
    try:
        return float(text)
    except ValueError:
        return text
