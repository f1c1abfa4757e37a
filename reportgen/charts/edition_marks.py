"""The same quantity in several editions: years across, a mark for each figure, a thin line for each edition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas, middle
from reportgen.charts.legend import Entry, draw_legend, legend_height
from reportgen.charts.marked_labels import label_mark
from reportgen.charts.scale import Scale, range_of_change
from reportgen.charts.style import BELOW, HAIRLINE, INK2, INK3, LABEL, PAPER, ROW, RULE, tint

PUBLISHED = ("#B4CEE5", "#7FA9CF", "#4278AD", "#225A92", "#0D3767")  # the oldest edition is the lightest
_RADIUS, _SMALL, _OUTLINE = 2.4, 1.3, 1.0
_DODGE = 6.2  # between two marks of one year
_PLOT_ROWS, _FOOT, _TOP = 9, 16.0, 14.0
_TICKS = 5


@dataclass(frozen=True, slots=True)
class EditionMark:
    """One figure: ``label`` is printed beside it where there is room, ``""`` for none."""

    year: int
    value: float
    label: str = ""
    forecast: bool = False
    implied: bool = False


@dataclass(frozen=True, slots=True)
class EditionLine:
    """All figures of one edition, by year; `own` when they were computed and not published."""

    name: str
    marks: tuple[EditionMark, ...]
    own: bool = False


def draw_editions(canvas: Canvas, lines: Sequence[EditionLine], unit: str) -> None:
    """Draw the marks and set the height of the canvas.

    A printed figure is a full dot, a forecast a hollow one, an implied one a small dot. Published editions run
    from light to dark, own ones have the colour of their own, the last of them full. Marks of one year stand
    side by side; lines connect neighbouring years of an edition.

    Args:
        lines: the editions, the oldest first; with at least one mark among them.
        unit: stands above the scale.
    """
    colours = _colours(lines)
    legend = [Entry(fill, line.name) for line, (fill, _) in zip(lines, colours, strict=True)]
    top = legend_height(canvas, legend, canvas.width) + _TOP
    canvas.rows = -int(-(top + _FOOT) // ROW) + _PLOT_ROWS
    draw_legend(canvas, legend, 0, 0, canvas.width)
    years, scale, left = _axes(canvas, lines, top, unit)
    plot = Box(left, top - _TOP / 2, canvas.width, canvas.height - _FOOT)
    places = _places(lines, years, (left, canvas.width))
    for number, (line, (fill, outline)) in enumerate(zip(lines, colours, strict=True)):
        _connect(canvas, line, {year: places[number, year] for year in _years(line)}, scale, outline)
        for mark in line.marks:
            x, y = places[number, mark.year], scale(mark.value)
            if mark.implied:
                canvas.dot(x, y, outline, outline, _SMALL, 0)
            else:
                canvas.dot(x, y, PAPER if mark.forecast else fill, outline, _RADIUS, _OUTLINE)
    for number, line in enumerate(lines):
        for mark in line.marks:
            if mark.label:
                place = places[number, mark.year], scale(mark.value)
                label_mark(canvas, *place, mark.label, LABEL, plot, _RADIUS)


def _colours(lines: Sequence[EditionLine]) -> list[tuple[str, str]]:
    """Fill and outline of each line."""
    published = sum(not line.own for line in lines)
    shades = [PUBLISHED[0]] * (published - len(PUBLISHED)) + list(PUBLISHED[-published:])
    own = sum(line.own for line in lines)
    own_fills = [tint(BELOW)] * (own - 1) + [BELOW]
    return [(own_fills.pop(0), BELOW) if line.own else (shade := shades.pop(0), shade) for line in lines]


def _years(line: EditionLine) -> list[int]:
    return sorted(mark.year for mark in line.marks)


def _axes(
    canvas: Canvas, lines: Sequence[EditionLine], top: float, unit: str
) -> tuple[list[int], Scale, float]:
    """The grid with its values at the left, and the years below."""
    from matplotlib.ticker import MaxNLocator

    values = [mark.value for line in lines for mark in line.marks]
    ticks = MaxNLocator(_TICKS, steps=[1, 2, 5, 10]).tick_values(*range_of_change(values))
    bottom = canvas.height - _FOOT
    scale = Scale(float(ticks[0]), float(ticks[-1]), bottom, top)
    texts = [f"{tick:.10g}" for tick in ticks]
    left = max(canvas.fonts.width(text, LABEL) for text in texts) + 5
    for tick, text in zip(ticks, texts, strict=True):
        y = scale(float(tick))
        canvas.line(((left, y), (canvas.width, y)), RULE if tick == ticks[0] else HAIRLINE, 0.6)
        canvas.text(left - 5, middle(y, LABEL), text, LABEL, INK3, align="right")
    canvas.text(0, top - 7, unit, LABEL, INK3)
    found = {mark.year for line in lines for mark in line.marks}
    years = list(range(min(found), max(found) + 1))
    step = (canvas.width - left) / len(years)
    for number, year in enumerate(years):
        canvas.text(left + step * (number + 0.5), bottom + 11, str(year), LABEL, INK2, align="center")
    return years, scale, left


def _places(
    lines: Sequence[EditionLine], years: Sequence[int], ends: tuple[float, float]
) -> dict[tuple[int, int], float]:
    """Where the mark of a line stands in a year: side by side round the middle of the year."""
    left, right = ends
    step = (right - left) / len(years)
    places = {}
    for position, year in enumerate(years):
        present = [number for number, line in enumerate(lines) if year in _years(line)]
        for order, number in enumerate(present):
            shift = (order - (len(present) - 1) / 2) * min(_DODGE, step / len(present))
            places[number, year] = left + step * (position + 0.5) + shift
    return places


def _connect(canvas: Canvas, line: EditionLine, places: dict[int, float], scale: Scale, colour: str) -> None:
    values = {mark.year: mark.value for mark in line.marks}
    pairs = [(year, year + 1) for year in values if year + 1 in values]
    strokes = tuple(tuple((places[year], scale(values[year])) for year in pair) for pair in pairs)
    canvas.lines(strokes, colour, 0.6)
