"""The small table beside a map: a swatch and a name in each row, numbers right-aligned, the whole last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas, middle
from reportgen.charts.style import HAIRLINE, INK, INK2, INK3, LABEL, REGULAR, SEMIBOLD

_HEAD, _ROW, _FOOT = 28.0, 18.0, 1.0
_HEAD_BASELINE, _UNIT_BASELINE = 9.0, 20.0
_SWATCH, _TO_NAME, _COLUMN_GAP = 9.0, 14.0, 8.0


class Column(NamedTuple):
    """The head of a column of numbers."""

    name: str
    unit: str


class Row(NamedTuple):
    """One row: the colour of its swatch, None for the whole, its name and its printed numbers."""

    colour: str | None
    name: str
    cells: Sequence[str]


def table_height(rows: Sequence[Row]) -> float:
    """The height of `draw_table`."""
    return _HEAD + _ROW * len(rows) + _FOOT


def draw_table(
    canvas: Canvas, heading: str, columns: Sequence[Column], rows: Sequence[Row], left: float, top: float
) -> None:
    """Draw the table from `left` to the right edge of the canvas.

    Args:
        heading: the head of the column of names.
    """
    right = canvas.width
    size = _size(canvas, columns, rows, right - left)
    edges = _edges(canvas, columns, rows, left, right, size)
    canvas.text(left, top + _HEAD_BASELINE, heading, size, INK2, SEMIBOLD)
    for column, x in zip(columns, edges, strict=True):
        canvas.text(x, top + _HEAD_BASELINE, column.name, size, INK2, SEMIBOLD, "right")
        canvas.text(x, top + _UNIT_BASELINE, column.unit, canvas.variant.value, INK3, align="right")
    _rule(canvas, left, right, top + _HEAD - 2, strong=True)
    for number, row in enumerate(rows):
        y = top + _HEAD + _ROW * number
        _draw_row(canvas, row, left, y, edges, size)
        last = number >= len(rows) - 2
        _rule(canvas, left, right, y + _ROW - 2, strong=last)


def _draw_row(canvas: Canvas, row: Row, left: float, top: float, edges: Sequence[float], size: float) -> None:
    centre = top + _ROW / 2 - 2
    weight = SEMIBOLD if row.colour is None else REGULAR
    if row.colour is not None:
        swatch = Box(left, centre - _SWATCH / 2, left + _SWATCH, centre + _SWATCH / 2)
        canvas.rectangle(swatch, fill=row.colour)
    name_at = left + (0.0 if row.colour is None else _TO_NAME)
    canvas.text(name_at, middle(centre, size), row.name, size, INK, weight)
    for cell, x in zip(row.cells, edges, strict=True):
        canvas.text(x, middle(centre, size), cell, size, INK, weight, "right")


def _rule(canvas: Canvas, left: float, right: float, y: float, strong: bool) -> None:
    canvas.line(((left, y), (right, y)), INK if strong else HAIRLINE, 0.6 if strong else 0.5)


def _widths(canvas: Canvas, columns: Sequence[Column], rows: Sequence[Row], size: float) -> list[float]:
    """The width of the names and of each column of numbers."""

    def widest(texts: Sequence[str]) -> float:
        return max(canvas.fonts.width(text, size, SEMIBOLD) for text in texts)

    numbers = [
        widest([column.name, *(row.cells[place] for row in rows)]) for place, column in enumerate(columns)
    ]
    return [_TO_NAME + widest([row.name for row in rows]), *numbers]


def _size(canvas: Canvas, columns: Sequence[Column], rows: Sequence[Row], room: float) -> float:
    needed = sum(_widths(canvas, columns, rows, 1.0)) - _TO_NAME
    free = room - _TO_NAME - _COLUMN_GAP * len(columns)
    return next(
        (size for size in (LABEL, canvas.variant.value) if needed * size <= free), canvas.variant.smallest
    )


def _edges(
    canvas: Canvas, columns: Sequence[Column], rows: Sequence[Row], left: float, right: float, size: float
) -> list[float]:
    """The right edges of the columns: what room there is lies between them in equal parts."""
    widths = _widths(canvas, columns, rows, size)
    gap = (right - left - sum(widths)) / len(columns)
    return [left + sum(widths[: place + 2]) + gap * (place + 1) for place in range(len(columns))]
