"""One value against another on logarithmic scales, with the line of equality; what shall be named is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas, middle
from reportgen.charts.legend import Entry, draw_legend, legend_height
from reportgen.charts.marked_labels import label_mark
from reportgen.charts.scale import Scale
from reportgen.charts.style import HAIRLINE, INK2, INK3, LABEL, ROW, RULE, WHITE

_RADIUS, _OUTLINE = 2.2, 0.5
_FOOT, _TOP = 30.0, 16.0


@dataclass(frozen=True, slots=True)
class ScatterPoint:
    """One pair of values, both above zero; ``name`` is printed beside it, ``""`` for nothing."""

    across: float
    up: float
    name: str
    colour: str

    @property
    def distance(self) -> float:
        """How far it lies off the line of equality, in powers of ten."""
        return abs(math.log10(self.up / self.across))


def draw_scatter(
    canvas: Canvas,
    points: Sequence[ScatterPoint],
    legend: Sequence[Entry],
    names: tuple[str, str],
) -> None:
    """Draw the points in a square with the same scale on both sides, and set the height of the canvas.

    Args:
        points: at least one; those drawn last lie above. Names are set the farthest off the line first; one
            that finds no free place beside its point is left out.
        legend: colours and what they stand for.
        names: of the scales, across and up, with their unit.
    """
    top = legend_height(canvas, legend, canvas.width) + _TOP
    first, last = _decades(points)
    texts = {power: f"{10.0**power:.10g}" for power in range(first, last + 1)}
    left = max(canvas.fonts.width(text, LABEL) for text in texts.values()) + 5
    side = canvas.width - left - canvas.fonts.width(texts[last], LABEL) / 2
    canvas.rows = -int(-(top + side + _FOOT) // ROW)
    draw_legend(canvas, legend, 0, 0, canvas.width)
    plot = Box(left, top, left + side, top + side)
    across = Scale(first, last, plot.left, plot.right)
    up = Scale(first, last, plot.bottom, plot.top)
    _grid(canvas, plot, across, up, texts)
    canvas.text(0, top - 7, names[1], LABEL, INK3)
    canvas.text(plot.right, plot.bottom + 23, names[0], LABEL, INK3, align="right")
    places = [(across(math.log10(one.across)), up(math.log10(one.up))) for one in points]
    for one, (x, y) in zip(points, places, strict=True):
        canvas.dot(x, y, one.colour, WHITE, _RADIUS, _OUTLINE)
    for number in sorted(range(len(points)), key=lambda number: -points[number].distance):
        if points[number].name:
            label_mark(canvas, *places[number], points[number].name, LABEL, plot, _RADIUS)


def _decades(points: Sequence[ScatterPoint]) -> tuple[int, int]:
    """The powers of ten between which all values lie."""
    values = [value for one in points for value in (one.across, one.up)]
    first = math.floor(math.log10(min(values)))
    return first, max(first + 1, math.ceil(math.log10(max(values))))


def _grid(canvas: Canvas, plot: Box, across: Scale, up: Scale, texts: dict[int, str]) -> None:
    for power, text in texts.items():
        x, y = across(power), up(power)
        canvas.line(((x, plot.top), (x, plot.bottom)), HAIRLINE, 0.6)
        canvas.line(((plot.left, y), (plot.right, y)), HAIRLINE, 0.6)
        canvas.text(x, plot.bottom + 11, text, LABEL, INK2, align="center")
        canvas.text(plot.left - 5, middle(y, LABEL), text, LABEL, INK2, align="right")
    canvas.line(((plot.left, plot.bottom), (plot.right, plot.top)), RULE, 0.9)
