"""Where the years stand: one column each, the forecast year last, behind a dotted divider."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.charts.canvas import Canvas
from reportgen.charts.fonts import Fonts
from reportgen.charts.labels import fitting_size
from reportgen.charts.style import DOTS, INK2, INK3, SMALLEST
from reportgen.facts.address import Calendar

_BAR, _WIDEST_BAR = 0.56, 0.86  # share of the bar in the step from one column to the next
_MOST = 36.0  # a bar is wider only to hold its label
_AIR = 4.5  # least space between two neighbouring labels


@dataclass(frozen=True)
class Columns:
    """Equal columns; the first bar begins at `left`, the last ends at `right`.

    Attributes:
        step: from the centre of one column to the next, in points.
        bar: width of a bar in points.
    """

    calendar: Calendar
    left: float
    right: float
    step: float
    bar: float

    @classmethod
    def between(
        cls, calendar: Calendar, left: float, right: float, inside: float = 0.0, outside: float = 0.0,
        hangs: bool = True,
    ) -> Columns:  # fmt: skip
        """Columns whose bars and labels stay between left and right.

        Args:
            inside: width of the widest label within a bar; bars grow to hold it as far as there is room.
            outside: width of the widest label above or under a bar.
            hangs: the first label may hang over to the left; otherwise the first bar moves to the right.
        """
        overhang = max(0.0, outside - _bar_width(calendar, right - left, inside)) / 2
        start, end = left if hangs else left + overhang, right - overhang
        bar = _bar_width(calendar, end - start, inside)
        return cls(calendar, start, end, (end - start - bar) / max(1, len(calendar.years) - 1), bar)

    def centre(self, year: int) -> float:
        """The middle of a year's column."""
        return self.left + self.bar / 2 + self.step * (year - self.calendar.first_year)

    def is_forecast(self, year: int) -> bool:
        """True after the reference year."""
        return year > self.calendar.reference_year

    def is_reference(self, year: int) -> bool:
        """True for the reference year, whose values are set in semibold."""
        return year == self.calendar.reference_year

    def label_size(self, fonts: Fonts, texts: Sequence[str], smallest: float = SMALLEST) -> float:
        """The text size at which such labels stand side by side, `smallest` at least."""
        return fitting_size(fonts, texts, self.step - _AIR, smallest)


def _bar_width(calendar: Calendar, room: float, inside: float) -> float:
    intervals = max(1, len(calendar.years) - 1)
    usual, most = (room / (intervals + share) * share for share in (_BAR, _WIDEST_BAR))
    return min(max(min(usual, _MOST), inside), most)


def year_label(year: int, calendar: Calendar) -> str:
    """``2021``, and ``2022E`` for a forecast."""
    return f"{year}E" if year > calendar.reference_year else str(year)


def draw_years(canvas: Canvas, columns: Columns, baseline: float) -> None:
    """The years under the columns."""
    labels = {year: year_label(year, columns.calendar) for year in columns.calendar.years}
    size = columns.label_size(canvas.fonts, list(labels.values()), canvas.variant.smallest)
    for year, label in labels.items():
        colour = INK3 if columns.is_forecast(year) else INK2
        canvas.text(columns.centre(year), baseline, label, size, colour, align="center")


def draw_divider(canvas: Canvas, columns: Columns, top: float, bottom: float) -> None:
    """The dotted line before the forecast, with its word; nothing without a forecast."""
    last = columns.calendar.reference_year
    if columns.calendar.forecast_year == last:
        return
    x = (columns.centre(last) + columns.centre(last + 1)) / 2
    canvas.line(((x, top), (x, bottom)), INK3, 0.5, DOTS)
    canvas.text(x + 3, top + 7, "预测", canvas.variant.smallest, INK3)
