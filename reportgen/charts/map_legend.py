"""The key to a map of classes: steps with limits and counts; on the phone a bar under the map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas, middle
from reportgen.charts.map_classes import NO_DATA, Classes, label_on
from reportgen.charts.style import INK, INK2, INK3, LABEL, SEMIBOLD

WITHOUT = "无数据"
_SWATCH, _STEP, _SWATCH_HEIGHT, _GREY_HEIGHT = 18.0, 14.0, 13.0, 10.0
_TO_NAME, _TO_COUNT, _HEADING, _GREY_GAP = 24.0, 10.0, 8.0, 3.0
_BAR, _BAR_TOP, _BAR_LIMITS, _BAR_FOOT = 13.0, 14.0, 37.0, 57.0


@dataclass(frozen=True)
class Legend:
    """What a legend says.

    Attributes:
        measure: Chinese name of the measure, its heading.
        unit: of the values.
        counts: how many regions each class holds, the lowest class first.
        without: how many regions have no value.
    """

    classes: Classes
    measure: str
    unit: str
    counts: Sequence[int]
    without: int

    @property
    def heading(self) -> str:
        """``增加值（亿元）``."""
        return f"{self.measure}（{self.classes.unit(self.unit)}）"


def steps_height(legend: Legend) -> float:
    """The height of `draw_steps`."""
    return _HEADING + 8 + _STEP * legend.classes.count + _GREY_GAP + _GREY_HEIGHT


def draw_steps(canvas: Canvas, legend: Legend, left: float, top: float) -> Box:
    """One step a line, the highest first, each with its limits and its number of regions."""
    size = canvas.variant.value
    names = [*legend.classes.names(legend.unit), WITHOUT]
    counts = [f"{count}个" for count in (*legend.counts, legend.without)]
    colours = [*map(legend.classes.colour, range(legend.classes.count)), NO_DATA]
    widest = max(canvas.fonts.width(name, size) for name in names)
    right = left + _TO_NAME + widest + _TO_COUNT + max(canvas.fonts.width(count, size) for count in counts)
    canvas.text(left, top + _HEADING, legend.heading, LABEL, INK2, SEMIBOLD)
    y = top + _HEADING + 8
    for position in (*reversed(range(legend.classes.count)), legend.classes.count):
        grey = position == legend.classes.count
        y += _GREY_GAP if grey else 0.0
        height = _GREY_HEIGHT if grey else _SWATCH_HEIGHT
        canvas.rectangle(Box(left, y, left + _SWATCH, y + height), fill=colours[position])
        baseline = middle(y + height / 2, size)
        canvas.text(left + _TO_NAME, baseline, names[position], size, INK3 if grey else INK)
        canvas.text(right, baseline, counts[position], size, INK3, align="right")
        y += _STEP
    return Box(left, top, right, top + steps_height(legend))


def bar_height() -> float:
    """The height of `draw_bar`."""
    return _BAR_FOOT


def draw_bar(canvas: Canvas, legend: Legend, left: float, top: float, width: float) -> None:
    """All steps side by side, the number of regions on each, the limits under their borders."""
    classes, size = legend.classes, canvas.variant.smallest
    step = width / classes.count
    canvas.text(left, top + _HEADING, f"{legend.heading}，色块上为省份个数", size, INK2)
    for position, count in enumerate(legend.counts):
        start = left + step * position
        box = Box(start, top + _BAR_TOP, start + step - 1, top + _BAR_TOP + _BAR)
        canvas.rectangle(box, fill=classes.colour(position))
        baseline = middle((box.top + box.bottom) / 2, size)
        colour = label_on(classes.colour(position))
        canvas.text((box.left + box.right) / 2, baseline, str(count), size, colour, align="center")
    for position, digits in enumerate(classes.digits(legend.unit), 1):
        canvas.text(left + step * position - 0.5, top + _BAR_LIMITS, digits, size, INK2, align="center")
    y = top + _BAR_FOOT - _GREY_HEIGHT
    canvas.rectangle(Box(left, y, left + _SWATCH, y + _GREY_HEIGHT), fill=NO_DATA)
    grey = f"{WITHOUT}，{legend.without}个"
    canvas.text(left + _TO_NAME, middle(y + _GREY_HEIGHT / 2, size), grey, size, INK3)
