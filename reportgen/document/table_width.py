"""The least width of the columns of a table on a narrow screen."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.text.blocks import Content, Table, plain

_LONGEST = 8.0  # a column of words may break from this width on; numbers never do
_HEAD = 5.0
_PADDING = 1.0
_LATIN = 0.56  # width of a Latin letter or digit


def least_widths(table: Table) -> list[float]:
    """For each column the width in characters below which its short entries and numbers would break."""
    columns = zip(table.head, *table.rows, strict=True)
    return [_least(cells, align) for cells, align in zip(columns, table.alignments, strict=True)]


def _least(cells: Sequence[Content], alignment: str) -> float:
    head, *body = map(_width, cells)
    longest = max(body, default=0.0)
    return max(min(head, _HEAD), longest if alignment == "right" else min(longest, _LONGEST)) + _PADDING


def _width(cell: Content) -> float:
    return sum(_LATIN if ord(character) < 0x2E80 else 1.0 for character in plain(cell))
