"""Small charts of rates by year, one for each series, on one scale: bars from zero with their values."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas, middle
from reportgen.charts.labels import draw_clear, fitting_size, wrap
from reportgen.charts.scale import Scale, range_from_zero
from reportgen.charts.series import Series
from reportgen.charts.style import INK, INK2, INK3, LABEL, LABEL_PITCH, REGULAR, ROW, SEMIBOLD, colour_of
from reportgen.errors import FigureError

_A_ROW, _A_ROW_NARROW = 4, 2  # charts side by side
_GUTTER, _BETWEEN = 18.0, 12.0
_PLOT, _ABOVE, _BELOW, _YEARS, _HEADING = 88.0, 16.0, 12.0, 16.0, 4.0
_BAR = 0.66  # part of the bar in its column
_BAND = 2.4  # the coloured band under a heading


@dataclass(frozen=True)
class _Cell:
    """One chart: its left edge, width, top of the heading, and the scale of the values."""

    left: float
    width: float
    top: float
    scale: Scale


def draw_multiples(canvas: Canvas, series: Sequence[Series]) -> None:
    """Draw the series in the order given, and set the height of the canvas.

    Raises:
        FigureError: there is no series.
    """
    if not series:
        raise FigureError("没有可画的数", remedy="检查词汇表中有无这类范围，或把此图移出本版的图目录")
    narrow = canvas.variant.is_narrow
    a_row = min(len(series), _A_ROW_NARROW if narrow else _A_ROW)
    width = (canvas.width - canvas.zero - _GUTTER * (a_row - 1)) / a_row
    headings = [wrap(canvas.fonts, one.name, width, LABEL, SEMIBOLD) for one in series]
    head = LABEL_PITCH * max(len(lines) for lines in headings) + _HEADING + _BAND
    low, high = range_from_zero(value for one in series for value in one.values)
    below = _BELOW if low < 0 else 0.0
    height = head + _ABOVE + _PLOT + below + _YEARS
    rows = math.ceil(len(series) / a_row)
    whole = height * rows + _BETWEEN * (rows - 1)
    canvas.rows = math.ceil(whole / ROW)
    plot = _PLOT + (canvas.height - whole) / rows
    texts = [text for one in series for text in one.digits()]
    columns = max(len(one.readings) for one in series)
    size = fitting_size(canvas.fonts, texts, width / columns - 2, canvas.variant.smallest)
    for number, (one, lines) in enumerate(zip(series, headings, strict=True)):
        row, place = divmod(number, a_row)
        top = row * (height + plot - _PLOT + _BETWEEN)
        start = top + head + _ABOVE
        cell = _Cell(
            canvas.zero + place * (width + _GUTTER), width, top, Scale(low, high, start + plot, start)
        )
        _draw_heading(canvas, cell, lines, colour_of(one.scope), head)
        _draw_bars(canvas, cell, one, size, start + plot + below + _YEARS - 5)
        if place == 0 and not narrow:
            _draw_axis_name(canvas, one, start + plot / 2)


def _draw_heading(canvas: Canvas, cell: _Cell, lines: Sequence[str], colour: str, head: float) -> None:
    for number, line in enumerate(lines, start=1):
        canvas.text(cell.left, cell.top + LABEL_PITCH * number - 1, line, weight=SEMIBOLD)
    y = cell.top + head - _BAND
    canvas.rectangle(Box(cell.left, y, cell.left + cell.width, y + _BAND), fill=colour)


def _draw_bars(canvas: Canvas, cell: _Cell, series: Series, size: float, years: float) -> None:
    zero, step = cell.scale(0), cell.width / len(series.readings)
    calendar = next(iter(series.readings.values())).reader.calendar
    for number, (year, reading) in enumerate(series.readings.items()):
        centre, end = cell.left + step * (number + 0.5), cell.scale(reading.value)
        half = min(_BAR * step, 30.0) / 2
        canvas.rectangle(
            Box(centre - half, min(zero, end), centre + half, max(zero, end)), fill=colour_of(series.scope)
        )
        weight = SEMIBOLD if year == calendar.reference_year else REGULAR
        text = series.format.print(reading)
        reach = canvas.fonts.width(text, size, weight) / 2
        x = min(max(centre, cell.left + reach), cell.left + cell.width - reach)
        above = reading.value >= 0
        y = end - 4 if above else end + 4 + 0.75 * size
        draw_clear(canvas, x, y, text, size, -1 if above else 1, weight)
        canvas.text(centre, years, str(year), size, INK2, align="center")
    canvas.line(((cell.left, zero), (cell.left + cell.width, zero)), INK, 0.6)


def _draw_axis_name(canvas: Canvas, series: Series, y: float) -> None:
    canvas.text(0, middle(y - LABEL_PITCH / 2, LABEL), series.measure, colour=INK2)
    canvas.text(0, middle(y + LABEL_PITCH / 2, LABEL), series.format.unit, colour=INK3)
