"""A table of units by years: the value in every cell, its colour one of six ordered steps."""

from __future__ import annotations

import math
from collections.abc import Sequence

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas, middle
from reportgen.charts.heat_cells import HeatCell, heat_table
from reportgen.charts.labels import wrap
from reportgen.charts.series import Series
from reportgen.charts.style import INK2, LABEL, LABEL_PITCH, REGULAR, ROW, RULE, SEMIBOLD
from reportgen.errors import FigureError

Key = Sequence[tuple[str, str]]

_TALLEST = 684.0
_PITCH, _LEAST = 13.0, 9.6  # from row to row, and how close rows may come
_GAP, _AIR = 1.0, 6.0  # white between cells, and between names and cells
_NAMES = 0.3  # part of the width that names may take
_LEGEND, _YEARS, _AFTER_WHOLE, _FOOT = 16.0, 14.0, 4.0, 2.0
_SWATCH, _SWATCH_HEIGHT = 12.0, 7.0


def draw_heat_table(canvas: Canvas, whole: Series, rows: Sequence[Series], years: Sequence[int]) -> None:
    """Draw a first row for the whole and the rows in the order given; set height and table of the canvas.

    Raises:
        FigureError: there are no rows.
    """
    if not rows:
        raise FigureError("没有可列的数", remedy="检查词汇表中有无这类范围，或把此图移出本版的图目录")
    canvas.table = table = heat_table(whole, rows, years)
    room = max(canvas.zero - _AIR, _NAMES * canvas.width)
    names = [wrap(canvas.fonts, one.name, room) for one in table.rows]
    left = max(canvas.zero, _AIR + max(canvas.fonts.width(line, LABEL) for lines in names for line in lines))
    fixed = _legend_height(canvas, table.key, left) + _YEARS + _AFTER_WHOLE + _FOOT
    lines = max(len(one) for one in names)
    pitch = max(_LEAST, min(_PITCH, (_TALLEST - fixed) / len(names)))
    if lines > 1:
        pitch = max(pitch, LABEL_PITCH * lines + 1)
    canvas.rows = math.ceil((fixed + pitch * len(names)) / ROW)
    pitch += (canvas.height - fixed - pitch * len(names)) / len(names)
    width = (canvas.width - left) / len(years)
    top = _draw_legend(canvas, table.key, left) + _YEARS
    for number, year in enumerate(years):
        canvas.text(left + width * (number + 0.5), top - 4, str(year), LABEL, INK2, SEMIBOLD, "center")
    for number, (one, name) in enumerate(zip(table.rows, names, strict=True)):
        y = top + pitch * number + (_AFTER_WHOLE if number else 0.0)
        weight = REGULAR if number else SEMIBOLD
        _draw_name(canvas, name, left - _AIR, y + pitch / 2, weight)
        for place, cell in enumerate(one.cells):
            box = Box(left + width * place, y, left + width * (place + 1) - _GAP, y + pitch - _GAP)
            _draw_cell(canvas, box, cell, weight)
    y = top + pitch + (_AFTER_WHOLE - _GAP) / 2
    canvas.line(((0.0, y), (canvas.width, y)), RULE, 0.5)


def _draw_name(canvas: Canvas, lines: Sequence[str], x: float, y: float, weight: int) -> None:
    for place, line in enumerate(lines):
        offset = (place - (len(lines) - 1) / 2) * LABEL_PITCH
        canvas.text(x, middle(y + offset, LABEL), line, weight=weight, align="right")


def _draw_cell(canvas: Canvas, box: Box, cell: HeatCell, weight: int) -> None:
    size = canvas.variant.value
    canvas.rectangle(box, fill=cell.colour)
    x, y = (box.left + box.right) / 2, middle((box.top + box.bottom) / 2, size)
    canvas.text(x, y, cell.text, size, cell.ink, weight, "center")


def _places(canvas: Canvas, key: Key, left: float) -> list[tuple[float, float]]:
    """Left end and line of each entry of the legend, as many in a line as there is room."""
    start = 0.0 if canvas.variant.is_narrow else left
    places, x, line = [], start, 0
    for label, _ in key:
        width = _SWATCH + 3 + canvas.fonts.width(label, canvas.variant.value)
        if x > start and x + width > canvas.width:
            x, line = start, line + 1
        places.append((x, line))
        x += width + 10
    return places


def _legend_height(canvas: Canvas, key: Key, left: float) -> float:
    return _LEGEND + LABEL_PITCH * _places(canvas, key, left)[-1][1]


def _draw_legend(canvas: Canvas, key: Key, left: float) -> float:
    """The colours of the steps; returns the height it takes."""
    size = canvas.variant.value
    for (label, colour), (x, line) in zip(key, _places(canvas, key, left), strict=True):
        y = LABEL_PITCH * line + 5
        swatch = Box(x, y - _SWATCH_HEIGHT / 2, x + _SWATCH, y + _SWATCH_HEIGHT / 2)
        canvas.rectangle(swatch, fill=colour, outline=RULE, width=0.3)
        canvas.text(x + _SWATCH + 3, middle(y, size), label, size, INK2)
    return _legend_height(canvas, key, left)
