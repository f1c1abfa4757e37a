"""A panel of bars from zero, one a year, plain or stacked, each part with its value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas, middle
from reportgen.charts.columns import Columns
from reportgen.charts.hatch import draw_bar
from reportgen.charts.labels import draw_clear
from reportgen.charts.scale import Scale
from reportgen.charts.series import Series
from reportgen.charts.style import INK, INK3, LABEL, PAPER, REGULAR, SEMIBOLD, colour_of, ink_on

BESIDE = 2.0  # from the side of a bar to a value that stands beside it
_SEAM = 0.8  # white between two parts of a stack
_RISE = 4.0  # from the end of a bar to its label


def stack_ends(parts: Sequence[Series], years: Sequence[int]) -> list[float]:
    """The upper and lower ends of all stacks: parts above zero go up, parts below zero go down."""
    ends = []
    for year in years:
        values = [part.readings[year].value for part in parts if year in part.readings]
        ends += [sum(value for value in values if value > 0), sum(value for value in values if value < 0)]
    return ends


def is_thin(value: float, scale: Scale, size: float) -> bool:
    """True when a part is too thin to hold its value, which then stands at the right of the bar."""
    return abs(scale(value) - scale(0)) < size + 2 + _SEAM


@dataclass(frozen=True)
class LevelPanel:
    """Bars that stack the parts from the zero line; a year without values has a dash.

    Attributes:
        total: printed at the end of each bar.
        size: text size of the totals.
    """

    canvas: Canvas
    columns: Columns
    parts: Sequence[Series]
    total: Series
    scale: Scale
    size: float

    def draw(self) -> list[float]:
        """Draw the panel; returns the middle of each part in the last column, where its name belongs."""
        middles: list[float] = []
        zero = self.scale(0)
        for year in self.columns.calendar.years:
            if year in self.total.readings:
                middles = self._draw_stack(year)
            else:
                self.canvas.text(self.columns.centre(year), zero - 4, "—", LABEL, INK3, align="center")
        self.canvas.line(((self.columns.left, zero), (self.columns.right, zero)), INK, 0.6)
        return middles

    def _draw_stack(self, year: int) -> list[float]:
        boxes, up, down = [], 0.0, 0.0
        for part in self.parts:
            value = part.readings[year].value
            start = up if value >= 0 else down
            boxes.append(self._box(year, self.scale(start), self.scale(start + value), seam=start != 0))
            draw_bar(self.canvas, boxes[-1], colour_of(part.scope), self.columns.is_forecast(year))
            up, down = (start + value, down) if value >= 0 else (up, start + value)
        self._label_total(year, self.scale(up), self.scale(down))
        if len(self.parts) > 1:
            for part, box in zip(self.parts, boxes, strict=True):
                self._label_part(part, year, box)
        return [(box.top + box.bottom) / 2 for box in boxes]

    def _box(self, year: int, start: float, end: float, seam: bool) -> Box:
        left = self.columns.centre(year) - self.columns.bar / 2
        if seam and abs(end - start) > _SEAM:
            start += _SEAM if end > start else -_SEAM
        return Box(left, min(start, end), left + self.columns.bar, max(start, end))

    def _label_part(self, part: Series, year: int, box: Box) -> None:
        reading, size = part.readings[year], self.canvas.variant.value
        text = part.format.print(reading)
        x, y = self.columns.centre(year), middle((box.top + box.bottom) / 2, size)
        width = self.canvas.fonts.width(text, size)
        if is_thin(reading.value, self.scale, size) or box.width < width + 2:
            self._label_beside(year, box, y, text, reading.value >= 0)
        elif self.columns.is_forecast(year):
            ink = self.canvas.box_of(x, y, text, size, REGULAR, "center")
            ground = Box(ink.left - 2, ink.top - 2, ink.right + 2, ink.bottom + 2)
            self.canvas.rectangle(ground, fill=PAPER)  # keeps the hatch away from the digits
            self.canvas.text(x, y, text, size, align="center")
        else:
            self.canvas.text(x, y, text, size, ink_on(colour_of(part.scope)), align="center")

    def _label_beside(self, year: int, box: Box, y: float, text: str, above: bool) -> None:
        """The value beside its bar (at its left before the divider), left out where it meets the next bar."""
        zero, size = self.scale(0), self.canvas.variant.value
        room = self.columns.step - self.columns.bar - 2 * BESIDE
        if not self.columns.is_forecast(year) and self.canvas.fonts.width(text, size) > room:
            return
        clear_of_axis = min(y, zero - 2) if above else max(y, zero + size)
        x, align = box.right + BESIDE, "left"
        if self.columns.is_reference(year):
            x, align = box.left - BESIDE, "right"
        draw_clear(self.canvas, x, clear_of_axis, text, size, -1 if above else 1, align=align)

    def _label_total(self, year: int, top: float, bottom: float) -> None:
        reading = self.total.readings[year]
        text = self.total.format.print(reading)
        weight = SEMIBOLD if self.columns.is_reference(year) else REGULAR
        x = self.columns.centre(year)
        if reading.value >= 0:
            draw_clear(self.canvas, x, top - _RISE, text, self.size, -1, weight)
        else:
            draw_clear(self.canvas, x, bottom + _RISE + 0.75 * self.size, text, self.size, 1, weight)
