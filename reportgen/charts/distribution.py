"""A small histogram: how a number is distributed over many draws, with its interval and the value in use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas
from reportgen.charts.check import check_text
from reportgen.charts.fonts import load_fonts
from reportgen.charts.scale import Scale
from reportgen.charts.style import HAIRLINE, INK, INK2, LABEL, NOT_BELOW, RULE, tint
from reportgen.charts.svg import paint
from reportgen.charts.variant import VARIANTS

_BINS, _ROWS = 40, 6
_TOP, _TALL, _AIR = 14.0, 62.0, 4.0
_SAME = 1e-9  # values that differ by no more than rounding stand in one bar


@dataclass(frozen=True, slots=True)
class Mark:
    """A value on the axis and its label."""

    value: float
    label: str


def distribution(
    values: Sequence[float], interval: tuple[Mark, Mark, Mark], base: Mark, fonts: Path, variant: str = "wide"
) -> str:
    """The SVG of a histogram.

    Args:
        values: of all draws.
        interval: lower end, median and upper end.
        base: the value in use.
        fonts: the folder with the TrueType files.
        variant: ``wide`` or ``narrow``.

    Raises:
        FigureError: a label is cut off or meets another.
    """
    canvas = Canvas(load_fonts(fonts), VARIANTS[variant])
    canvas.rows = _ROWS
    low, middle, high = interval
    margin = max(canvas.fonts.width(mark.label, LABEL) for mark in (low, high)) + _AIR
    least, most = min(*values, base.value), max(*values, base.value)
    size = max(abs(least), abs(most), 1.0)
    air = 0.5 * size if most - least <= _SAME * size else 0.0
    scale = Scale(least - air, most + air, margin, canvas.width - margin)
    _draw_bars(canvas, values, scale, (low.value, high.value))
    foot = _TOP + _TALL
    canvas.line(((scale.start, foot), (scale.end, foot)), RULE, 0.8)
    for mark, colour in ((middle, INK2), (base, INK)):
        x = scale(mark.value)
        dashes = (2.0, 1.5) if mark is middle else ()
        canvas.line(((x, _TOP), (x, foot)), colour, 1.0, dashes)
    canvas.text(scale(low.value) - 1, foot + 11, low.label, LABEL, INK2, align="right")
    canvas.text(scale(high.value) + 1, foot + 11, high.label, LABEL, INK2, align="left")
    _within(canvas, scale(middle.value), foot + 23, middle.label, INK2)
    _within(canvas, scale(base.value), _TOP - 4, base.label, INK)
    check_text(canvas)
    return paint(canvas)


def _draw_bars(canvas: Canvas, values: Sequence[float], scale: Scale, inside: tuple[float, float]) -> None:
    """One bar a class; those whose middle lies in the interval are darker."""
    counts, edges = np.histogram(values, bins=_BINS, range=(scale.low, scale.high))
    for count, left, right in zip(counts, edges, edges[1:], strict=False):
        if count:
            top = _TOP + _TALL * (1 - count / counts.max())
            colour = tint(NOT_BELOW) if inside[0] <= (left + right) / 2 <= inside[1] else HAIRLINE
            canvas.rectangle(Box(scale(left) + 0.4, top, scale(right) - 0.4, _TOP + _TALL), fill=colour)


def _within(canvas: Canvas, x: float, y: float, label: str, colour: str) -> None:
    """A label centred at x, or as near as the sheet allows."""
    half = canvas.fonts.width(label, LABEL) / 2
    canvas.text(min(max(x, half + 1), canvas.width - half - 1), y, label, LABEL, colour, align="center")
