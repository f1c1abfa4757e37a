"""Levels over the years with a panel of rates or changes above them: one such chart, or several.

Several charts stand side by side in the wide variant and one below the other in the narrow one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportgen.charts.canvas import Canvas
from reportgen.charts.format import NumberFormat, 百分比
from reportgen.charts.labels import wrap
from reportgen.charts.legend import Entry, legend_height
from reportgen.charts.levels import stack_ends
from reportgen.charts.scale import range_from_zero, range_of_change
from reportgen.charts.series import Series
from reportgen.charts.style import LABEL, LABEL_PITCH, REGULAR, ROW, SEMIBOLD, colour_of
from reportgen.charts.timeline_chart import Chart, Ranges
from reportgen.charts.timeline_space import BARS, ONE_LINE, TWO_LINES, Space
from reportgen.facts.address import Calendar
from reportgen.facts.reader import Reader

_GUTTER, _STACKED = 18.0, 14.0  # between charts side by side, and one below the other
_HEADING, _CAPTION = 6.0, 2.0  # below a heading, above a caption


@dataclass(frozen=True)
class Timeline:
    """What one chart shows.

    Attributes:
        levels: the parts of each bar, from the zero line up.
        total: what is printed at the end of each bar; for a single part that part.
        rates: one or two lines above the bars.
        changes: instead of rates, the parts of bars above the bars, which may be negative.
        change: printed at the end of each bar of changes.
        heading: its title above it, where several stand side by side.
        caption: its title below it.
    """

    levels: Sequence[Series]
    total: Series
    rates: Sequence[Series] = ()
    heading: str = ""
    caption: str = ""
    changes: Sequence[Series] = ()
    change: Series | None = None

    @classmethod
    def of_scope(
        cls, facts: Reader, scope: str, number_format: NumberFormat, heading: str = "", caption: str = ""
    ) -> Timeline:
        """Value added of one scope with its nominal growth above.

        Raises:
            AddressError: a year other than the forecast is missing.
        """
        level = Series.yearly(facts, f"增加值.{scope}", number_format)
        rate = Series.after_first(facts, f"名义增速.{scope}", 百分比)
        return cls([level], level, [rate], heading, caption)

    @property
    def names(self) -> list[Entry]:
        """The names of the parts or lines with their colours, where there are several."""
        several = [group for group in (self.levels, self.changes or self.rates) if len(group) > 1]
        return list(
            dict.fromkeys(Entry(colour_of(one.scope), one.name) for group in several for one in group)
        )

    @property
    def upper_height(self) -> float:
        """The height of the upper panel, in points."""
        return BARS if self.changes else TWO_LINES if len(self.rates) > 1 else ONE_LINE

    def upper_values(self, years: Sequence[int]) -> list[float]:
        """All values that the upper panel must hold."""
        if self.changes:
            return stack_ends(self.changes, years)
        return [value for line in self.rates for value in line.values]


def draw_timelines(
    canvas: Canvas,
    calendar: Calendar,
    timelines: Sequence[Timeline],
    zero_line: bool = True,
    one_scale: bool = True,
) -> None:
    """Draw charts with a common scale of rates, and set the height of the canvas.

    Args:
        zero_line: rates are drawn from zero; otherwise their line fills its panel and has no zero line.
        one_scale: levels have a common scale, too; otherwise each chart has its own.
    """
    if not any(calendar.forecast_year in one.total.readings for one in timelines):
        calendar = replace(calendar, forecast_year=calendar.reference_year)
    width = canvas.width - canvas.zero
    if not canvas.variant.is_narrow:
        width = (width - _GUTTER * (len(timelines) - 1)) / len(timelines)
    spaces = _spaces(canvas, calendar, timelines, zero_line, width)
    ranges = _ranges(calendar, timelines, zero_line, one_scale)
    charts = []
    for number, (timeline, space, own) in enumerate(zip(timelines, spaces, ranges, strict=True)):
        left = canvas.zero + (0 if canvas.variant.is_narrow else number * (width + _GUTTER))
        charts.append(Chart(canvas, calendar, timeline, space, own, (left, left + width), zero_line))
    upper, levels = (min(sizes) for sizes in zip(*(chart.label_sizes() for chart in charts), strict=True))
    for number, (chart, timeline) in enumerate(zip(charts, timelines, strict=True)):
        _draw_lines(canvas, chart, _heading(canvas, timeline, width), chart.space.start, SEMIBOLD)
        chart.draw(upper, levels, axis_names=number == 0 or canvas.variant.is_narrow)
        _draw_lines(canvas, chart, _caption(canvas, timeline, width), chart.space.bottom + _CAPTION)


def _draw_lines(
    canvas: Canvas, chart: Chart, lines: Sequence[str], top: float, weight: int = REGULAR
) -> None:
    for number, line in enumerate(lines, start=1):
        canvas.text(chart.left, top + LABEL_PITCH * number, line, weight=weight)


def _heading(canvas: Canvas, timeline: Timeline, width: float) -> list[str]:
    return wrap(canvas.fonts, timeline.heading, width, LABEL, SEMIBOLD) if timeline.heading else []


def _caption(canvas: Canvas, timeline: Timeline, width: float) -> list[str]:
    return wrap(canvas.fonts, timeline.caption, width) if timeline.caption else []


def _spaces(
    canvas: Canvas, calendar: Calendar, timelines: Sequence[Timeline], zero_line: bool, width: float
) -> list[Space]:
    """The space of each chart; sets the height of the canvas, what rounding it leaves goes to the bars."""
    headings = max(len(_heading(canvas, one, width)) for one in timelines)
    captions = max(len(_caption(canvas, one, width)) for one in timelines)
    head = LABEL_PITCH * headings + _HEADING if headings else 0.0
    foot = LABEL_PITCH * captions + _CAPTION + 4 if captions else 0.0
    if canvas.variant.is_narrow:
        head += max(legend_height(canvas, one.names, width) for one in timelines)
    (common, *_) = _ranges(calendar, timelines, zero_line, one_scale=True)
    lowest = min(value for one in timelines for value in one.upper_values(calendar.years))
    height = max(one.upper_height for one in timelines)
    space = Space.below(head, common.upper, lowest, common.levels[0], height, canvas.variant.is_narrow)
    stacked = len(timelines) if canvas.variant.is_narrow else 1
    whole = (space.bottom + foot) * stacked + _STACKED * (stacked - 1)
    canvas.rows = math.ceil(whole / ROW)
    space = space.taller((canvas.height - whole) / stacked)
    step = space.bottom + foot + _STACKED if stacked > 1 else 0.0
    return [space.moved(step * number) for number in range(len(timelines))]


def _ranges(
    calendar: Calendar, timelines: Sequence[Timeline], zero_line: bool, one_scale: bool
) -> list[Ranges]:
    uppers = [value for one in timelines for value in one.upper_values(calendar.years)]
    upper = range_from_zero(uppers) if zero_line else range_of_change(uppers)
    levels = [stack_ends(one.levels, calendar.years) for one in timelines]
    together = [value for values in levels for value in values]
    return [Ranges(upper, range_from_zero(together if one_scale else own)) for own in levels]
