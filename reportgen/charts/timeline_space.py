"""Where the panels of a timeline stand, one below the other: heights in points, from the top of the chart."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportgen.charts.scale import Scale

WORD = 8.0  # the line of the word 预测, and in narrow figures of the name of the axis
ABOVE, BELOW = 15.0, 14.0  # room for labels above and below the marks of a panel
ONE_LINE, TWO_LINES, BARS = 40.0, 54.0, 62.0  # heights of the upper panel
_LEVELS = 108.0
_BETWEEN, _AXIS_NAME, _AXIS_AIR, _YEARS, _BASELINE = 22.0, 12.0, 4.0, 20.0, 13.0


@dataclass(frozen=True)
class Space:
    """Vertical positions in one chart; charts that belong together share them.

    Attributes:
        start: top of the chart, where its heading stands.
        top: end of heading and legend, where the divider begins.
        upper, levels: bottom and top of the two panels.
        years: baseline of the years.
        bottom: end of the chart, without its caption.
    """

    start: float
    top: float
    upper: tuple[float, float]
    levels: tuple[float, float]
    years: float
    bottom: float

    @classmethod
    def below(
        cls, top: float, upper: tuple[float, float], lowest: float, floor: float, height: float, narrow: bool
    ) -> Space:
        """The panels below a heading that ends at `top`.

        Args:
            upper: lowest and highest value of the upper scale.
            lowest: the lowest value in the upper panel.
            floor: the lowest level; below zero it needs room for its label.
            height: of the upper panel.
            narrow: names of axes stand above their panels.
        """
        start = top + WORD + ABOVE + (_AXIS_AIR if narrow else 0.0)
        end = start + height
        label = end if height == BARS and lowest >= 0 else Scale(*upper, end, start)(lowest) + BELOW
        levels = max(end, label) + _BETWEEN + (_AXIS_NAME if narrow else 0.0)
        foot = BELOW if floor < 0 else 0.0
        bottom = levels + _LEVELS + foot + _YEARS
        return cls(0.0, top, (end, start), (levels + _LEVELS, levels), bottom - _YEARS + _BASELINE, bottom)

    def taller(self, by: float) -> Space:
        """The same with a taller panel of levels."""
        end, start = self.levels
        return replace(self, levels=(end + by, start), years=self.years + by, bottom=self.bottom + by)

    def moved(self, by: float) -> Space:
        """The same, `by` points further down."""
        return Space(
            self.start + by,
            self.top + by,
            (self.upper[0] + by, self.upper[1] + by),
            (self.levels[0] + by, self.levels[1] + by),
            self.years + by,
            self.bottom + by,
        )
