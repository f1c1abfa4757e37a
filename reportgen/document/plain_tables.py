"""The tables of the paper as plain rows, for formats without mark-up."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportgen.document.document import Document
from reportgen.facts.address import Address
from reportgen.text.blocks import Content, Number, Table, plain

_NUMBER = re.compile(r'(?P<sign>[+-]?)(?P<value>\d+(?:\.(?P<decimals>\d+))?)(?P<unit>[^\d\s".]{0,6})')


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number as a table prints it.

    Attributes:
        value: rounded as printed, in the printed unit (14.53 for ``14.53%``).
        decimals: how many are printed.
        unit: printed behind the digits, may be empty.
        signed: whether a plus is printed.
        address: the fact it was read from, or None.
    """

    value: float
    decimals: int
    unit: str
    signed: bool
    address: Address | None


PlainCell = str | PrintedNumber


@dataclass(frozen=True, slots=True)
class PlainTable:
    """A numbered table and the heading of its chapter; ``numeric`` tells which columns hold numbers."""

    number: int
    title: str
    chapter: str
    head: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[PlainCell, ...], ...]


def plain_tables(document: Document) -> list[PlainTable]:
    """All numbered tables, in their order."""
    return [
        _table(block, f"{chapter.numeral}{plain(chapter.title)}")
        for chapter in document.chapters
        for block in chapter.blocks
        if isinstance(block, Table) and block.number
    ]


def _table(table: Table, chapter: str) -> PlainTable:
    numeric = tuple(alignment == "right" for alignment in table.alignments)
    rows = tuple(
        tuple(_cell(cell, holds_numbers) for cell, holds_numbers in zip(row, numeric, strict=True))
        for row in table.rows
    )
    return PlainTable(
        table.number, plain(table.caption), chapter, tuple(map(plain, table.head)), numeric, rows
    )


def _cell(content: Content, numeric: bool) -> PlainCell:
    """A number where one was read from a fact, or where digits stand in a column that is set as numbers."""
    text = plain(content)
    read = content[0] if len(content) == 1 and isinstance(content[0], Number) else None
    found = _NUMBER.fullmatch(text) if numeric or read else None
    if found is None:
        return text
    address = read.addresses[0] if read and len(read.addresses) == 1 else None
    return PrintedNumber(
        float(found["sign"] + found["value"]),
        len(found["decimals"] or ""),
        found["unit"],
        found["sign"] == "+",
        address,
    )
