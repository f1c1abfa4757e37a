"""A tornado: how far one number moves with each assumption, the largest swing on top.

Each row has one bar for the lowest and one for the highest setting, from the line of the value in use outwards, on
one line where they point apart, else below each other; a label at the end of a bar tells setting and change. Where
long settings would leave too little room for the bars, they stand with the name of the assumption instead.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas, middle
from reportgen.charts.check import check_text
from reportgen.charts.fonts import load_fonts
from reportgen.charts.labels import wrap
from reportgen.charts.legend import Entry, draw_legend, legend_height
from reportgen.charts.scale import Scale, range_from_zero
from reportgen.charts.style import (
    BELOW,
    INK2,
    INK3,
    LABEL,
    LABEL_PITCH,
    NOT_BELOW,
    RANKED,
    ROW,
    RULE,
)
from reportgen.charts.svg import paint
from reportgen.charts.variant import VARIANTS

_NAMES, _AIR, _TO_LABEL = 0.3, 8.0, 3.0
_ONE, _TWO, _FOOT, _HEAD = 16.0, 24.0, 3.0, 16.0  # a row with bars on one line, on two
_THICK, _THIN, _APART = 10.0, 8.0, 5.5
_OVER = 5.0  # above a name that stands above its bars
_LEAST = 0.25  # of the width is left to the bars


@dataclass(frozen=True, slots=True)
class End:
    """One setting: the change it brings, the setting in words, the change in words."""

    change: float
    setting: str
    words: str

    @property
    def label(self) -> str:
        """Both together."""
        return f"{self.setting}：{self.words}"


@dataclass(frozen=True, slots=True)
class TornadoRow:
    """One assumption: a number at its lowest and highest value, or a switch with one other choice (`other`)."""

    name: str
    low: End | None = None
    high: End | None = None
    other: End | None = None

    @property
    def bars(self) -> list[tuple[End, str]]:
        """The ends that change anything, each with its colour."""
        ends = ((self.low, BELOW), (self.high, NOT_BELOW), (self.other, RANKED))
        return [(end, colour) for end, colour in ends if end is not None and end.change]

    @property
    def on_one_line(self) -> bool:
        """True for one bar, and for two that point apart."""
        return len(self.bars) == 1 or self.bars[0][0].change * self.bars[1][0].change < 0

    @property
    def size(self) -> float:
        """From the lowest to the highest change, with no change between them."""
        changes = [0.0, *(end.change for end, _ in self.bars)]
        return max(changes) - min(changes)


def largest(rows: Sequence[TornadoRow], most: int) -> list[TornadoRow]:
    """The rows that change anything, the largest first, at most so many; ties keep their order."""
    return sorted((row for row in rows if row.size), key=lambda row: -row.size)[:most]


def tornado(rows: Sequence[TornadoRow], base: str, fonts: Path, variant: str = "wide") -> str:
    """The SVG of a tornado.

    Args:
        rows: from top to bottom; every one changes something.
        base: what stands above the line, the value in use.
        fonts: the folder with the TrueType files.
        variant: ``wide`` or ``narrow``, where the names stand above their bars.

    Raises:
        FigureError: a label is cut off or meets another.
    """
    canvas = Canvas(load_fonts(fonts), VARIANTS[variant])
    layout = _Layout.of(canvas, rows)
    canvas.rows = math.ceil(layout.height / ROW)
    draw_legend(canvas, _ENTRIES, 0, 0, canvas.width)
    width = canvas.fonts.width(base, LABEL)
    x = min(max(layout.scale(0), width / 2), canvas.width - width / 2)
    canvas.text(x, layout.top - 5, base, LABEL, INK2, align="center")
    for number, row in enumerate(rows):
        _draw_row(canvas, layout, number, row)
    check_text(canvas)
    return paint(canvas)


_ENTRIES = (Entry(BELOW, "取最低值"), Entry(NOT_BELOW, "取最高值"), Entry(RANKED, "换一种读法"))


@dataclass(frozen=True)
class _Layout:
    """Where everything stands: names in lines, from row to row, from change to position."""

    with_settings: bool
    names: list[list[str]]
    name_height: float
    pitch: float
    top: float
    scale: Scale

    @classmethod
    def of(cls, canvas: Canvas, rows: Sequence[TornadoRow]) -> _Layout:
        """With the settings at the bars, if that leaves room for these."""
        found = cls._of(canvas, rows, with_settings=True)
        enough = found.scale.end - found.scale.start >= _LEAST * canvas.width
        return found if enough else cls._of(canvas, rows, with_settings=False)

    @classmethod
    def _of(cls, canvas: Canvas, rows: Sequence[TornadoRow], with_settings: bool) -> _Layout:
        above = canvas.variant.is_narrow
        room = canvas.width if above else _NAMES * canvas.width
        names = [wrap(canvas.fonts, _name(row, not with_settings), room) for row in rows]
        lines = max(map(len, names), default=1)
        left = (
            0.0 if above else max(canvas.fonts.width(line, LABEL) for name in names for line in name) + _AIR
        )
        ends = [end for row in rows for end, _ in row.bars]
        low, high = range_from_zero(end.change for end in ends)
        margins = [_TO_LABEL + _widest(canvas, ends, sign, with_settings) for sign in (-1, 1)]
        name_height = LABEL_PITCH * lines + _OVER if above else 0.0
        bars = _ONE if all(row.on_one_line for row in rows) else _TWO
        return cls(
            with_settings,
            names,
            name_height,
            name_height + max(bars, 0.0 if above else LABEL_PITCH * lines + 4),
            legend_height(canvas, _ENTRIES, canvas.width) + _HEAD,
            Scale(low, high, left + margins[0], canvas.width - margins[1]),
        )

    @property
    def height(self) -> float:
        return self.top + self.pitch * len(self.names) + _FOOT

    def centre(self, number: int) -> float:
        """The middle of the bars of a row."""
        return self.top + self.pitch * number + self.name_height + (self.pitch - self.name_height) / 2


def _name(row: TornadoRow, with_settings: bool) -> str:
    settings = "；".join(end.setting for end, _ in row.bars)
    return f"{row.name}（{settings}）" if with_settings else row.name


def _label(end: End, with_settings: bool) -> str:
    return end.label if with_settings else end.words


def _widest(canvas: Canvas, ends: Sequence[End], sign: int, with_settings: bool) -> float:
    """The widest label on one side."""
    labels = (_label(end, with_settings) for end in ends if end.change * sign > 0)
    return max((canvas.fonts.width(label, LABEL) for label in labels), default=0.0)


def _draw_row(canvas: Canvas, layout: _Layout, number: int, row: TornadoRow) -> None:
    centre, zero = layout.centre(number), layout.scale(0)
    lines = layout.names[number]
    if layout.name_height:
        first = layout.top + layout.pitch * number + _OVER + LABEL
    else:
        first = middle(centre, LABEL) - LABEL_PITCH * (len(lines) - 1) / 2
    for line, text in enumerate(lines):
        canvas.text(0, first + LABEL_PITCH * line, text)
    half = (layout.pitch - layout.name_height) / 2
    canvas.line(((zero, centre - half + 1), (zero, centre + half - 1)), RULE, 0.8)
    for end, colour, y, thickness in _placed(row, centre):
        x = layout.scale(end.change)
        box = Box(min(x, zero), y - thickness / 2, max(x, zero), y + thickness / 2)
        canvas.rectangle(box, fill=colour)
        align = "left" if end.change > 0 else "right"
        gap = _TO_LABEL if end.change > 0 else -_TO_LABEL
        label = _label(end, layout.with_settings)
        canvas.text(x + gap, middle(y, LABEL), label, LABEL, INK3, align=align)


def _placed(row: TornadoRow, centre: float) -> Iterator[tuple[End, str, float, float]]:
    """Each bar with its height on the sheet and its thickness."""
    for place, (end, colour) in enumerate(row.bars):
        shift = 0.0 if row.on_one_line else _APART * (2 * place - 1)
        yield end, colour, centre + shift, _THICK if row.on_one_line else _THIN
