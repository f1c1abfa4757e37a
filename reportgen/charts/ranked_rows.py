"""The rows of a ranked pair: rank and name at the left, bars, dots, and the second value at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportgen.charts.canvas import Canvas
from reportgen.charts.labels import wrap
from reportgen.charts.style import LABEL, LABEL_PITCH

_TALLEST = 684.0  # the text of a page
HEAD, FOOT = 27.0, 3.0
_USUAL, _FEW, _LEAST = 13.5, 20.0, 10.5  # from row to row; a few rows stand further apart
_MANY = 16  # from this number on the rows are at their usual distance
_RANK, _AIR = 13.0, 6.0  # room for the rank, and between name and bar
_NAMES = 0.3  # part of the width that names may take
_DOTS = 0.25  # part of the width for the dots
_DOT_AIR = 8.0  # from bars to dots, and from dots to values


@dataclass(frozen=True)
class Rows:
    """Positions common to all rows.

    Attributes:
        names: the name of each row, in one line or more.
        pitch: from row to row.
        start: where bars begin when nothing is below zero.
        bars_end: where the longest bar ends, leaving room for its value.
        dots: left and right end of the dots.
    """

    names: list[list[str]]
    pitch: float
    start: float
    bars_end: float
    dots: tuple[float, float]

    @classmethod
    def on(
        cls, canvas: Canvas, names: Sequence[str], values: float, second_values: float, dots: float = _DOTS
    ) -> Rows:
        """Rows for these names.

        Args:
            values: width of the widest value at the end of a bar.
            second_values: width of the widest value at the right edge.
            dots: part of the width for the dots.
        """
        room = max(canvas.zero - _RANK - _AIR, _NAMES * canvas.width)
        wrapped = [wrap(canvas.fonts, name, room) for name in names]
        widest = max(canvas.fonts.width(line, LABEL) for lines in wrapped for line in lines)
        start = max(canvas.zero, _RANK + widest + _AIR)
        dots_end = canvas.width - second_values - _DOT_AIR
        dots_start = dots_end - dots * (canvas.width - canvas.zero)
        lines = max(len(lines) for lines in wrapped)
        return cls(
            wrapped,
            max(_pitch(len(names)), LABEL_PITCH * lines + 2 if lines > 1 else 0.0),
            start,
            dots_start - _DOT_AIR - values - 4,
            (dots_start, dots_end),
        )

    def centre(self, number: int) -> float:
        """The middle of a row, counted from 0."""
        return HEAD + self.pitch * (number + 0.5)

    def filling(self, height: float) -> Rows:
        """The same rows, spread over a greater height."""
        return replace(self, pitch=(height - HEAD - FOOT) / len(self.names))

    @property
    def height(self) -> float:
        """Head, rows and foot."""
        return HEAD + self.pitch * len(self.names) + FOOT


def _pitch(count: int) -> float:
    """The distance of rows: closer for many, never closer than labels allow."""
    usual = _USUAL if count >= _MANY else _FEW
    return max(_LEAST, min(usual, (_TALLEST - HEAD - FOOT) / count))
