"""Levels over the years with a panel of rates above them: one such chart, or several side by side."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reportgen.charts.canvas import Canvas, middle
from reportgen.charts.columns import Columns, draw_divider, draw_years, year_label
from reportgen.charts.labels import spread, wrap
from reportgen.charts.levels import BESIDE, LevelPanel, is_thin, stack_ends
from reportgen.charts.rates import RatePanel
from reportgen.charts.scale import Scale, range_from_zero, range_of_change
from reportgen.charts.series import Series
from reportgen.charts.style import INK2, INK3, LABEL, LABEL_PITCH, ROW, SEMIBOLD, VALUE
from reportgen.facts.address import Calendar

_GUTTER = 18.0  # between charts side by side
_NAME_ROOM, _NAME_GAP = 90.0, 8.0  # names at the right end of the marks
_HEADING, _FORECAST_WORD, _LABEL_ABOVE, _LABEL_BELOW = 6.0, 8.0, 15.0, 14.0
_RATES, _LEVELS, _BETWEEN, _YEARS = 40.0, 108.0, 22.0, 20.0  # heights of the panels and of what lies between


@dataclass(frozen=True)
class Timeline:
    """What one chart shows.

    Attributes:
        levels: the parts of each bar, from the zero line up.
        total: what is printed at the end of each bar; for a single part that part.
        rates: one or two lines above the bars.
        heading: its title where several stand side by side.
    """

    levels: Sequence[Series]
    total: Series
    rates: Sequence[Series]
    heading: str = ""


@dataclass(frozen=True)
class _Layout:
    """Vertical positions, common to charts side by side."""

    top: float
    rates: Scale
    levels: Scale
    years: float
    zero_line: bool


@dataclass(frozen=True)
class _Place:
    """Where one chart stands: its columns, and the gap from them to the names."""

    columns: Columns
    gap: float


def draw_timelines(
    canvas: Canvas, calendar: Calendar, timelines: Sequence[Timeline], zero_line: bool = True
) -> None:
    """Draw charts side by side on common scales, and set the height of the canvas.

    Args:
        zero_line: rates are drawn from zero; otherwise their line fills its panel and has no zero line.
    """
    width = (canvas.width - canvas.zero - _GUTTER * (len(timelines) - 1)) / len(timelines)
    headings = [wrap(canvas.fonts, one.heading, width, LABEL, SEMIBOLD) for one in timelines]
    top = LABEL_PITCH * max(len(lines) for lines in headings) + _HEADING if any(map(any, headings)) else 0.0
    layout = _layout(canvas, calendar, timelines, zero_line, top)
    lefts = [canvas.zero + number * (width + _GUTTER) for number in range(len(timelines))]
    places = [
        _place(canvas, calendar, timeline, layout, left, left + width)
        for timeline, left in zip(timelines, lefts, strict=True)
    ]
    sizes = _label_sizes(canvas, timelines, places)
    for timeline, place, lines in zip(timelines, places, headings, strict=True):
        for number, line in enumerate(lines):
            canvas.text(place.columns.left, LABEL_PITCH * (number + 1), line, weight=SEMIBOLD)
        _draw_one(canvas, timeline, place, layout, sizes)
    _draw_axis_name(canvas, timelines[0].rates[0], layout.rates)
    _draw_axis_name(canvas, timelines[0].levels[0], layout.levels)


def _layout(
    canvas: Canvas, calendar: Calendar, timelines: Sequence[Timeline], zero_line: bool, top: float
) -> _Layout:
    rates = [value for timeline in timelines for line in timeline.rates for value in line.values]
    levels = [value for timeline in timelines for value in stack_ends(timeline.levels, calendar.years)]
    low, high = range_from_zero(rates) if zero_line else range_of_change(rates)
    floor, ceiling = range_from_zero(levels)
    rates_top = top + _FORECAST_WORD + _LABEL_ABOVE
    rates_bottom = rates_top + _RATES
    lowest = Scale(low, high, rates_bottom, rates_top)(min(rates)) + _LABEL_BELOW
    levels_top = max(rates_bottom, lowest) + _BETWEEN
    foot = _YEARS + (_LABEL_BELOW if floor < 0 else 0.0)
    canvas.rows = math.ceil((levels_top + _LEVELS + foot) / ROW)
    return _Layout(
        top,
        Scale(low, high, rates_bottom, rates_top),
        Scale(floor, ceiling, canvas.height - foot, levels_top),
        canvas.height - _YEARS + 13,
        zero_line,
    )


def _place(
    canvas: Canvas, calendar: Calendar, timeline: Timeline, layout: _Layout, left: float, right: float
) -> _Place:
    gap = _NAME_GAP + _room_beside(canvas, timeline, layout)
    return _Place(_columns(canvas, calendar, timeline, left, right, gap), gap)


def _label_sizes(
    canvas: Canvas, timelines: Sequence[Timeline], places: Sequence[_Place]
) -> tuple[float, float]:
    """The text sizes of rates and of totals, the same in charts side by side."""

    def smallest(series_of: Callable[[Timeline], Sequence[Series]]) -> float:
        return min(
            place.columns.label_size(
                canvas.fonts, [text for one in series_of(timeline) for text in one.digits()]
            )
            for timeline, place in zip(timelines, places, strict=True)
        )

    return smallest(lambda timeline: timeline.rates), smallest(lambda timeline: [timeline.total])


def _draw_one(
    canvas: Canvas, timeline: Timeline, place: _Place, layout: _Layout, sizes: tuple[float, float]
) -> None:
    columns, names_at = place.columns, place.columns.right + place.gap
    draw_divider(canvas, columns, layout.top, layout.levels.start)
    rates = RatePanel(canvas, columns, timeline.rates, layout.rates, layout.zero_line, sizes[0])
    levels = LevelPanel(canvas, columns, timeline.levels, timeline.total, layout.levels, sizes[1])
    ends, middles = rates.draw(), levels.draw()
    draw_years(canvas, columns, layout.years)
    _draw_names(canvas, names_at, _names(timeline.rates), ends, layout.rates)
    _draw_names(canvas, names_at, _names(timeline.levels), middles, layout.levels)


def _room_beside(canvas: Canvas, timeline: Timeline, layout: _Layout) -> float:
    """Room for the values beside the thin parts of the last bar, which push the names to the right."""
    if len(timeline.levels) < 2:
        return 0.0
    thin = [part for part in timeline.levels if is_thin(part.values[-1], layout.levels)]
    return max((canvas.fonts.width(part.digits()[-1], VALUE) + BESIDE for part in thin), default=0.0)


def _columns(
    canvas: Canvas, calendar: Calendar, timeline: Timeline, left: float, right: float, gap: float
) -> Columns:
    """Columns that leave room for the widest labels, and for the names at the right end after a gap."""

    def widest(texts: Iterable[str], size: float) -> float:
        return max((canvas.fonts.width(text, size) for text in texts), default=0.0)

    names = [*_names(timeline.levels), *_names(timeline.rates)]
    if names:
        room = widest((line for name in names for line in wrap(canvas.fonts, name, _NAME_ROOM)), LABEL)
        inside = widest((text for part in timeline.levels for text in part.digits()), VALUE) + 4
        return Columns.between(
            calendar, left, right - room - gap, inside if len(timeline.levels) > 1 else 0.0
        )
    labels = [text for one in (timeline.total, *timeline.rates) for text in one.digits()]
    outside = widest([*labels, year_label(calendar.forecast_year, calendar)], LABEL)
    return Columns.between(calendar, left, right, outside=outside)


def _names(series: Sequence[Series]) -> list[str]:
    return [one.name for one in series] if len(series) > 1 else []


def _draw_names(canvas: Canvas, x: float, names: list[str], heights: list[float], scale: Scale) -> None:
    """Name the marks to the right of the last column, moved apart where they would touch."""
    blocks = [wrap(canvas.fonts, name, _NAME_ROOM) for name in names]
    gap = LABEL_PITCH * max((len(block) for block in blocks), default=1)
    for block, y in zip(blocks, spread(heights[: len(blocks)], gap, scale.end, scale.start), strict=True):
        for number, line in enumerate(block):
            offset = (number - (len(block) - 1) / 2) * LABEL_PITCH
            canvas.text(x, middle(y + offset, LABEL), line)


def _draw_axis_name(canvas: Canvas, series: Series, scale: Scale) -> None:
    """The measure and its unit in the hanging column, at half height of the panel."""
    lines = wrap(canvas.fonts, series.measure, canvas.zero - _NAME_GAP)
    y = (scale.start + scale.end) / 2 - LABEL_PITCH * len(lines) / 2
    for number, line in enumerate([*lines, series.format.unit]):
        colour = INK3 if number == len(lines) else INK2
        canvas.text(0, middle(y + LABEL_PITCH * number, LABEL), line, colour=colour)
