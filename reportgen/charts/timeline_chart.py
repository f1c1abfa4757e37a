"""One chart of a timeline: columns of years, a panel above, the bars below, and the names of the marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reportgen.charts.canvas import Canvas, middle
from reportgen.charts.columns import Columns, draw_divider, draw_years, year_label
from reportgen.charts.labels import spread, wrap
from reportgen.charts.legend import draw_legend, legend_height
from reportgen.charts.levels import BESIDE, LevelPanel, is_thin
from reportgen.charts.rates import RatePanel
from reportgen.charts.scale import Scale
from reportgen.charts.series import Series
from reportgen.charts.style import INK2, INK3, LABEL, LABEL_PITCH, REGULAR, SEMIBOLD
from reportgen.charts.timeline_space import ABOVE, Space
from reportgen.facts.address import Calendar

if TYPE_CHECKING:
    from reportgen.charts.timeline import Timeline

_NAME_ROOM, _NAME_GAP = 90.0, 8.0  # names at the right end of the marks


class Ranges(NamedTuple):
    """Lowest and highest value of the two panels."""

    upper: tuple[float, float]
    levels: tuple[float, float]


class Chart:
    """A timeline between left and right, in its space.

    Args:
        zero_line: the upper panel is drawn from zero, and zero is drawn.
    """

    def __init__(
        self, canvas: Canvas, calendar: Calendar, timeline: Timeline, space: Space, ranges: Ranges,
        sides: tuple[float, float], zero_line: bool,
    ) -> None:  # fmt: skip
        self.canvas, self.calendar, self.timeline, self.space = canvas, calendar, timeline, space
        self.left, self.right = sides
        self.zero_line = zero_line
        self.upper = Scale(*ranges.upper, *space.upper)
        self.levels = Scale(*ranges.levels, *space.levels)
        self.narrow = canvas.variant.is_narrow
        self.gap = _NAME_GAP + self._room_beside()
        self.columns = self._columns()

    def label_sizes(self) -> tuple[float, float]:
        """The text sizes at which the labels of the upper panel, and those at the ends of the bars, fit."""
        return self._label_size(self._upper_labels), self._label_size([self.timeline.total])

    def draw(self, upper_size: float, level_size: float, axis_names: bool) -> None:
        """Draw the chart with labels of these sizes.

        Args:
            axis_names: name measures and units: in the hanging column, or if narrow above the panels.
        """
        canvas, columns, timeline = self.canvas, self.columns, self.timeline
        draw_divider(canvas, columns, self.space.top, self.space.levels[0])
        panel = LevelPanel(canvas, columns, timeline.levels, timeline.total, self.levels, level_size)
        ends, middles = self._draw_upper(upper_size), panel.draw()
        draw_years(canvas, columns, self.space.years)
        if axis_names:
            self._draw_axis_name((*self._upper_labels,)[0], self.upper, self.space.top + LABEL)
            self._draw_axis_name(timeline.levels[0], self.levels, self.space.levels[1] - ABOVE - 5)
        if self.narrow:
            height = legend_height(canvas, timeline.names, self.right - self.left)
            draw_legend(canvas, timeline.names, self.left, self.space.top - height, self.right - self.left)
        else:
            self._draw_names(timeline.changes or timeline.rates, ends, self.upper)
            self._draw_names(timeline.levels, middles, self.levels)

    def _draw_upper(self, size: float) -> list[float]:
        timeline = self.timeline
        if timeline.change is not None:
            parts, total = timeline.changes, timeline.change
            return LevelPanel(self.canvas, self.columns, parts, total, self.upper, size).draw()
        return RatePanel(self.canvas, self.columns, timeline.rates, self.upper, self.zero_line, size).draw()

    @property
    def _upper_labels(self) -> Sequence[Series]:
        return self.timeline.rates if self.timeline.change is None else [self.timeline.change]

    def _label_size(self, series: Sequence[Series]) -> float:
        texts = [text for one in series for text in one.digits()]
        return self.columns.label_size(self.canvas.fonts, texts, self.canvas.variant.smallest)

    def _room_beside(self) -> float:
        """Room for the values beside the thin parts of the last bars, which push the names to the right."""
        size = self.canvas.variant.value
        thin = [
            part
            for parts, scale in ((self.timeline.levels, self.levels), (self.timeline.changes, self.upper))
            for part in parts
            if len(parts) > 1 and is_thin(part.values[-1], scale, size)
        ]
        return max((self.canvas.fonts.width(part.digits()[-1], size) + BESIDE for part in thin), default=0.0)

    def _columns(self) -> Columns:
        """Columns that leave room for the widest labels, and for what stands at the right of the last bar."""
        timeline, size, right = self.timeline, self.canvas.variant.value, self.right
        inside, outside = 0.0, 0.0
        if len(timeline.levels) > 1:
            inside = self._widest((text for part in timeline.levels for text in part.digits()), size) + 4
        if timeline.names and not self.narrow:
            lines = (line for entry in timeline.names for line in self._wrapped(entry.name))
            right -= self.gap + self._widest(lines, LABEL)
        else:
            labels = [text for one in (timeline.total, *self._upper_labels) for text in one.digits()]
            last = year_label(self.calendar.forecast_year, self.calendar)
            outside = self._widest([*labels, last], LABEL, SEMIBOLD)
            right -= self.gap - _NAME_GAP
        return Columns.between(self.calendar, self.left, right, inside, outside, hangs=not self.narrow)

    def _widest(self, texts: Iterable[str], size: float, weight: int = REGULAR) -> float:
        return max((self.canvas.fonts.width(text, size, weight) for text in texts), default=0.0)

    def _wrapped(self, name: str) -> list[str]:
        return wrap(self.canvas.fonts, name, _NAME_ROOM)

    def _draw_names(self, series: Sequence[Series], heights: Sequence[float], scale: Scale) -> None:
        """Name several marks to the right of the last column, moved apart where they would touch."""
        if len(series) < 2:
            return
        blocks = [self._wrapped(one.name) for one in series]
        gap = LABEL_PITCH * max(len(block) for block in blocks)
        for block, y in zip(blocks, spread(heights, gap, scale.end, scale.start), strict=True):
            for number, line in enumerate(block):
                offset = (number - (len(block) - 1) / 2) * LABEL_PITCH
                self.canvas.text(self.columns.right + self.gap, middle(y + offset, LABEL), line)

    def _draw_axis_name(self, series: Series, scale: Scale, above: float) -> None:
        """The measure and its unit in the hanging column at half height, or in the narrow variant above."""
        if self.narrow:
            self.canvas.text(self.left, above, f"{series.measure}（{series.format.unit}）", colour=INK2)
            return
        lines = wrap(self.canvas.fonts, series.measure, self.canvas.zero - _NAME_GAP)
        y = (scale.start + scale.end) / 2 - LABEL_PITCH * len(lines) / 2
        for number, line in enumerate([*lines, series.format.unit]):
            colour = INK3 if number == len(lines) else INK2
            self.canvas.text(0, middle(y + LABEL_PITCH * number, LABEL), line, colour=colour)
