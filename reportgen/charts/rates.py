"""A panel of growth or shares above the bars: line, dots and a value at each dot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.charts.canvas import Canvas
from reportgen.charts.columns import Columns
from reportgen.charts.labels import draw_clear
from reportgen.charts.scale import Scale
from reportgen.charts.series import Series
from reportgen.charts.style import DASHES, INK3, LABEL, PAPER, REGULAR, RULE, SEMIBOLD, colour_of
from reportgen.errors import FigureError

_ABOVE, _BELOW = 6.0, 12.0  # from a dot to the baseline of its label
_VALLEY = 4.0  # a dot this far below its neighbours has its label below
_LINE, _LINE_FORECAST = 1.3, 1.0


@dataclass(frozen=True)
class RatePanel:
    """One or two lines over the years.

    Where there are two, the label of the higher value stands above its dot and the other below.

    Attributes:
        zero_line: the scale starts from zero, and zero is drawn.
        size: text size of the values.
    """

    canvas: Canvas
    columns: Columns
    lines: Sequence[Series]
    scale: Scale
    zero_line: bool
    size: float

    def draw(self) -> list[float]:
        """Draw the panel; returns the height of each line in the last year, where its name belongs.

        Raises:
            FigureError: more than two lines, which would cross each other's labels.
        """
        if len(self.lines) > 2:
            raise FigureError("一个分图最多画两条线", remedy="每个对象单独一幅分图，并列排放")
        if self.zero is not None:
            self.canvas.line(((self.columns.left, self.zero), (self.columns.right, self.zero)), RULE, 0.5)
        for line in self.lines:
            self._draw_line(line)
        for year in self.columns.calendar.years:
            self._label_year(year)
        return [self.scale(line.values[-1]) for line in self.lines]

    @property
    def zero(self) -> float | None:
        """The height of zero, None when the panel does not show it."""
        return self.scale(0) if self.zero_line else None

    def _draw_line(self, line: Series) -> None:
        colour, columns = colour_of(line.scope), self.columns
        points = {
            year: (columns.centre(year), self.scale(reading.value)) for year, reading in line.readings.items()
        }
        known = tuple(point for year, point in points.items() if not columns.is_forecast(year))
        ahead = tuple(point for year, point in points.items() if columns.is_forecast(year))
        self.canvas.line(known, colour, _LINE)
        self.canvas.line(known[-1:] + ahead, colour, _LINE_FORECAST, DASHES)
        for year, (x, y) in points.items():
            self.canvas.dot(x, y, PAPER if columns.is_forecast(year) else colour, colour)

    def _label_year(self, year: int) -> None:
        x = self.columns.centre(year)
        present = [line for line in self.lines if year in line.readings]
        if not present:
            base = self.scale.start if self.zero is None else self.zero
            self.canvas.text(x, base - 4, "—", LABEL, INK3, align="center")
        weight = SEMIBOLD if self.columns.is_reference(year) else REGULAR
        present.sort(key=lambda line: -line.readings[year].value)
        for position, line in enumerate(present):
            reading = line.readings[year]
            below = position == 1 if len(present) > 1 else self._belongs_below(line, year)
            y = self._baseline(self.scale(reading.value), below)
            draw_clear(self.canvas, x, y, line.format.print(reading), self.size, 1 if below else -1, weight)

    def _belongs_below(self, line: Series, year: int) -> bool:
        """True below zero, and in a valley of the line whose floor leaves room for the label."""
        if self.zero is not None and line.readings[year].value < 0:
            return True
        y = self.scale(line.readings[year].value)
        near = [self.scale(line.readings[n].value) for n in (year - 1, year + 1) if n in line.readings]
        is_valley = bool(near) and y - sum(near) / len(near) > _VALLEY
        return is_valley and (self.zero is None or y + _BELOW + 1 <= self.zero)

    def _baseline(self, y: float, below: bool) -> float:
        """The baseline of a label at a dot, moved past the zero line where that would strike it."""
        baseline = y + _BELOW if below else y - _ABOVE
        if self.zero is None or not baseline - LABEL < self.zero < baseline + 1:
            return baseline
        return self.zero + LABEL + 1 if below else self.zero - 2
