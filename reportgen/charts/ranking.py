"""Ranked horizontal bars of one measure: rank in the hanging column, name above the bar, value at its end.

In the narrow variant the rank stands before the name.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas, middle
from reportgen.charts.format import NumberFormat
from reportgen.charts.scale import Scale, range_from_zero
from reportgen.charts.style import INK, INK3, RANKED, ROW
from reportgen.errors import FigureError
from reportgen.facts.reader import Reading

_HEAD, _PITCH, _FOOT = 4.0, 24.0, 2.0
_RANK = 14.0  # room for the rank where it stands before the name
_NAME, _BAR_TOP, _BAR = 8.5, 12.0, 8.0  # within one row: baseline of the name, top and height of the bar


def draw_ranking(canvas: Canvas, readings: Sequence[Reading], number_format: NumberFormat) -> None:
    """Draw the readings in the order given, and set the height of the canvas.

    Raises:
        FigureError: there is nothing to rank.
    """
    if not readings:
        raise FigureError("没有可排序的数", remedy="检查筛选条件，或把此图移出本版的图目录")
    canvas.rows = math.ceil((_HEAD + _PITCH * len(readings) + _FOOT) / ROW)
    texts = [number_format.print(reading) for reading in readings]
    size = canvas.variant.value
    room = max(canvas.fonts.width(text, size) for text in texts) + 4
    low, high = range_from_zero(reading.value for reading in readings)
    scale = Scale(low, high, canvas.zero, canvas.width - room)
    pitch = (canvas.height - _HEAD - _FOOT) / len(readings)
    for number, (reading, text) in enumerate(zip(readings, texts, strict=True)):
        _draw_row(canvas, _HEAD + pitch * number, number + 1, reading, text, scale)
    canvas.line(((scale(0), _HEAD), (scale(0), canvas.height - _FOOT)), INK, 0.6)


def _draw_row(canvas: Canvas, top: float, rank: int, reading: Reading, text: str, scale: Scale) -> None:
    start, end = sorted((scale(0), scale(reading.value)))
    box = Box(start, top + _BAR_TOP, end, top + _BAR_TOP + _BAR)
    centre = (box.top + box.bottom) / 2
    size, name = canvas.variant.value, canvas.zero + 4
    if canvas.variant.is_narrow:
        canvas.text(name, top + _NAME, str(rank), size, INK3)
        name += _RANK
    else:
        canvas.text(canvas.zero - 7, top + _NAME, str(rank), size, INK3, align="right")
    canvas.text(name, top + _NAME, reading.name)
    canvas.rectangle(box, fill=RANKED)
    canvas.text(box.right + 4, middle(centre, size), text, size)
