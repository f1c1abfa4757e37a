"""A waterfall: how a value comes from one level to another, step by step, each with its name and amount.

The steps float on a scale of the change alone, for beside the whole level most would not be seen; the two levels
are therefore dots, not bars, whose length would mean nothing.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas, middle
from reportgen.charts.check import check_text
from reportgen.charts.fonts import load_fonts
from reportgen.charts.labels import wrap
from reportgen.charts.scale import Scale
from reportgen.charts.style import (
    BELOW,
    INK,
    INK2,
    INK3,
    LABEL,
    LABEL_PITCH,
    NOT_BELOW,
    RANKED,
    REGULAR,
    ROW,
    SEMIBOLD,
)
from reportgen.charts.svg import paint
from reportgen.charts.variant import VARIANTS
from reportgen.errors import FigureError

_NAMES = 0.36  # part of the width that names may take
_AIR = 8.0  # between names and plot
_PITCH, _THICK = 21.0, 10.0  # from row to row, and a bar
_GAP = 5.0  # from a bar or dot to its value
_EDGE = 4.0  # above the first row, below the last
_THIN = 1.2  # a step is drawn at least this wide
_LEAST = 1e-9  # the change, in parts of the level, below which nothing is magnified


@dataclass(frozen=True)
class Level:
    """Where the value stands before or after: name, value, and the value in print."""

    name: str
    value: float
    text: str


@dataclass(frozen=True)
class Step:
    """One move: name, amount with sign, the amount in print; `neutral` ones say nothing of substance."""

    name: str
    amount: float
    text: str
    neutral: bool = False


@dataclass(frozen=True)
class Waterfall:
    """From `before` to `after` by `steps`, whose amounts sum to the difference."""

    before: Level
    steps: tuple[Step, ...]
    after: Level

    @property
    def levels(self) -> list[float]:
        """The level before, and after each step."""
        return list(accumulate((step.amount for step in self.steps), initial=self.before.value))


def waterfall_svg(waterfall: Waterfall, fonts: Path, variant: str = "wide") -> str:
    """The waterfall as SVG; the same waterfall gives the same bytes.

    Args:
        fonts: the folder with the TrueType files.
        variant: ``wide`` or ``narrow``.

    Raises:
        FigureError: the steps do not lead from one level to the other, or the labels have no room.
    """
    canvas = Canvas(load_fonts(fonts), VARIANTS[variant])
    draw_waterfall(canvas, waterfall)
    check_text(canvas)
    return paint(canvas)


def draw_waterfall(canvas: Canvas, waterfall: Waterfall) -> None:
    """Draw a waterfall over the full width; the height follows from the number of steps.

    Raises:
        FigureError: the steps do not lead from one level to the other.
    """
    _require_whole(waterfall)
    names = [waterfall.before.name, *(step.name for step in waterfall.steps), waterfall.after.name]
    room = _NAMES * canvas.width
    lines = [wrap(canvas.fonts, name, room) for name in names]
    tops = list(accumulate((max(_PITCH, LABEL_PITCH * len(one) + _GAP) for one in lines), initial=_EDGE))
    centres = [(top + bottom) / 2 for top, bottom in pairwise(tops)]
    canvas.rows = math.ceil((tops[-1] + _EDGE) / ROW)
    widest = max(canvas.fonts.width(line, LABEL, SEMIBOLD) for one in lines for line in one)
    scale = _scale(canvas, waterfall, widest + _AIR)
    _draw_names(canvas, lines, centres)
    _draw_links(canvas, scale, waterfall.levels, centres)
    for level, y in ((waterfall.before, centres[0]), (waterfall.after, centres[-1])):
        _draw_level(canvas, scale(level.value), y, level)
    for (start, end), step, y in zip(pairwise(waterfall.levels), waterfall.steps, centres[1:-1], strict=True):
        _draw_step(canvas, scale(start), scale(end), y, step)


def _require_whole(waterfall: Waterfall) -> None:
    reached, wanted = waterfall.levels[-1], waterfall.after.value
    if not math.isclose(reached, wanted, rel_tol=1e-9, abs_tol=1e-9 * abs(waterfall.before.value)):
        raise FigureError(
            f"瀑布图各步之和到 {reached:.6g}，不是 {wanted:.6g}", remedy="各步之和须等于前后之差"
        )


def _scale(canvas: Canvas, waterfall: Waterfall, left: float) -> Scale:
    """From the lowest to the highest level, leaving room for the values at the right."""
    values = max(
        [canvas.fonts.width(step.text, canvas.variant.value, REGULAR) for step in waterfall.steps]
        + [canvas.fonts.width(one.text, LABEL, SEMIBOLD) for one in (waterfall.before, waterfall.after)]
    )
    low, high = min(waterfall.levels), max(waterfall.levels)
    lacking = max(0.0, _LEAST * max(abs(low), abs(high), _LEAST) - (high - low)) / 2
    return Scale(low - lacking, high + lacking, left + _GAP, canvas.width - values - 2 * _GAP)


def _draw_names(canvas: Canvas, names: Sequence[Sequence[str]], centres: Sequence[float]) -> None:
    for number, (lines, y) in enumerate(zip(names, centres, strict=True)):
        ends = number in (0, len(names) - 1)
        first = middle(y, LABEL) - LABEL_PITCH * (len(lines) - 1) / 2
        for line, text in enumerate(lines):
            weight, colour = (SEMIBOLD, INK) if ends else (REGULAR, INK2)
            canvas.text(0, first + LABEL_PITCH * line, text, LABEL, colour, weight)


def _draw_links(canvas: Canvas, scale: Scale, levels: Sequence[float], centres: Sequence[float]) -> None:
    """A thin line from each row to the next at the level between them."""
    half = _THICK / 2
    links = [
        ((scale(level), above + half), (scale(level), below - half))
        for level, (above, below) in zip(levels, pairwise(centres), strict=True)
    ]
    canvas.lines(tuple(links), INK3, 0.5)


def _draw_level(canvas: Canvas, x: float, y: float, level: Level) -> None:
    canvas.dot(x, y, INK, INK, radius=3.0)
    canvas.text(x + _GAP + 1, middle(y, LABEL), level.text, LABEL, INK, SEMIBOLD)


def _draw_step(canvas: Canvas, start: float, end: float, y: float, step: Step) -> None:
    left, right = sorted((start, end))
    lacking = max(0.0, _THIN - (right - left)) / 2
    box = Box(left - lacking, y - _THICK / 2, right + lacking, y + _THICK / 2)
    colour = RANKED if step.neutral or not step.amount else NOT_BELOW if step.amount > 0 else BELOW
    canvas.rectangle(box, fill=colour)
    size = canvas.variant.value
    canvas.text(box.right + _GAP, middle(y, size), step.text, size)
