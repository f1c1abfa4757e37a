"""Widths of the columns of a table.

Chinese breaks after every character, so that left to itself a table squeezes its short columns to one
character a line. Here short columns and numbers keep their longest entry whole; the long ones share what
is left so that the table becomes as low as it can.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.text.blocks import Content, Table, plain

_FULL = 56.0  # characters of table text in the full width
_PADDING = 1.0
_SHORT = 11.0  # a column up to this width does not break
_HEAD_LEAST, _HEAD_WHOLE = 4.0, 7.5  # a head up to _HEAD_WHOLE does not break
_LATIN = 0.56  # width of a Latin letter or digit
_STEPS = (4.0, 2.0, 1.0)  # characters moved from one column to another while the table gets lower


@dataclass(frozen=True, slots=True)
class _Column:
    """The widths of its entries, the width that keeps them whole, and the least one that is acceptable."""

    entries: tuple[float, ...]
    natural: float
    least: float


def column_shares(table: Table) -> list[float]:
    """The width of each column in per cent of the table."""
    columns = [
        _column(cells, alignment)
        for cells, alignment in zip(zip(table.head, *table.rows, strict=True), table.alignments, strict=True)
    ]
    widths = [column.natural for column in columns]
    if sum(widths) > _FULL:
        widths = _lowest(columns)
    return [100 * width / sum(widths) for width in widths]


def _column(cells: Sequence[Content], alignment: str) -> _Column:
    head, *body = cells
    entries = tuple(map(_width, body))
    natural = max([_HEAD_LEAST, *entries]) + _PADDING
    if alignment == "right" or natural <= _SHORT + _PADDING:
        least = max(natural, min(_width(head), _HEAD_WHOLE) + _PADDING)
        return _Column(entries, least, least)
    return _Column(entries, natural, _SHORT + _PADDING)


def _lowest(columns: Sequence[_Column]) -> list[float]:
    """Widths that fill the table: from a share by length, moved between long columns while rows get fewer lines."""
    growing = [column.natural - column.least for column in columns]
    room = max(_FULL - sum(column.least for column in columns), 0.0) / (sum(growing) or 1.0)
    widths = [column.least + grow * room for column, grow in zip(columns, growing, strict=True)]
    better: list[float] | None = widths
    while better:
        widths, height = better, _height(columns, better)
        better = next((moved for moved in _moves(columns, widths) if _height(columns, moved) < height), None)
    return widths


def _moves(columns: Sequence[_Column], widths: Sequence[float]) -> Iterator[list[float]]:
    """The same widths with some characters moved from one column to another."""
    long = [index for index, column in enumerate(columns) if column.natural > column.least]
    for step in _STEPS:
        for giver in long:
            for taker in long:
                if giver != taker and widths[giver] - step >= columns[giver].least:
                    moved = list(widths)
                    moved[giver] -= step
                    moved[taker] += step
                    yield moved


def _height(columns: Sequence[_Column], widths: Sequence[float]) -> int:
    """The lines of all rows."""
    lines = [
        [math.ceil(entry / (width - _PADDING)) for entry in column.entries]
        for column, width in zip(columns, widths, strict=True)
    ]
    return sum(max(row) for row in zip(*lines, strict=True))


def _width(cell: Content) -> float:
    return sum(_LATIN if ord(character) < 0x2E80 else 1.0 for character in plain(cell))
