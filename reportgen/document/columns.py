"""Widths of the columns of a table.

Chinese breaks after every character, so that left to itself a table squeezes its short columns to one
character a line. Here short columns keep their longest entry whole and long ones share what is left.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.text.blocks import Content, Table, plain

_FULL = 56.0  # characters of table text in the full width
_PADDING = 1.0
_SHORT, _LONGEST = 11.0, 40.0  # a column up to _SHORT does not break; none counts for more than _LONGEST
_HEAD_LEAST = 4.0
_LATIN = 0.56  # width of a Latin letter or digit


def column_shares(table: Table) -> list[float]:
    """The width of each column in per cent of the table."""
    columns = list(zip(table.head, *table.rows, strict=True))
    whole = [_natural(cells) for cells in columns]
    least = [
        _least(cells, width, align)
        for cells, width, align in zip(columns, whole, table.alignments, strict=True)
    ]
    wanted = [max(one, other) for one, other in zip(whole, least, strict=True)]
    if sum(wanted) > _FULL:
        growing = [most - low for most, low in zip(wanted, least, strict=True)]
        room = max(_FULL - sum(least), 0.0) / (sum(growing) or 1.0)
        wanted = [low + grow * room for low, grow in zip(least, growing, strict=True)]
    return [100 * width / sum(wanted) for width in wanted]


def _natural(cells: Sequence[Content]) -> float:
    """The width of the longest entry; the head may break."""
    _, *body = cells
    return min(max([_HEAD_LEAST, *map(_width, body)]), _LONGEST) + _PADDING


def _least(cells: Sequence[Content], natural: float, alignment: str) -> float:
    head = min(_width(cells[0]), _SHORT) + _PADDING
    if alignment == "right" or natural <= _SHORT + _PADDING:
        return max(natural, min(head, _SHORT / 2 + _PADDING))
    return _SHORT + _PADDING


def _width(cell: Content) -> float:
    return sum(_LATIN if ord(character) < 0x2E80 else 1.0 for character in plain(cell))
