"""Classes of values for maps: one step of the colour ramp each, between the limits of `map_limits`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from reportgen.charts.map_limits import best_limits
from reportgen.charts.style import PAPER, contrast

RAMP = ("#DCE8F3", "#B4CEE5", "#7FA9CF", "#4278AD", "#225A92", "#0D3767")  # low to high
NO_DATA = "#E9EDF1"
WHITE_ON_RAMP, INK_ON_RAMP = "#FFFFFD", "#1B2432"  # labels on the ramp: on a dark ground high is light
_NUMERALS = "一二三四五六"


@dataclass(frozen=True)
class Classes:
    """Ordered classes; a value on a limit belongs to the upper class.

    Attributes:
        limits: between the classes, ascending; one less than there are classes.
    """

    limits: tuple[float, ...]

    @classmethod
    def of(cls, values: Sequence[float]) -> Classes:
        """Up to six classes, none of them empty."""
        return cls(best_limits(values, len(RAMP)))

    @property
    def count(self) -> int:
        """How many classes."""
        return len(self.limits) + 1

    @property
    def numeral(self) -> str:
        """How many classes, in Chinese: ``六``."""
        return _NUMERALS[self.count - 1]

    def position(self, value: float) -> int:
        """The class of a value, 0 the lowest."""
        return bisect_right(self.limits, value)

    def colour(self, position: int) -> str:
        """The colour of a class: few classes lie wider apart, a single one has a middle step."""
        last = len(RAMP) - 1
        return RAMP[round(position * last / (self.count - 1)) if self.count > 1 else last // 2]

    def colour_of(self, value: float) -> str:
        """The colour of a value."""
        return self.colour(self.position(value))

    def counts(self, values: Sequence[float]) -> list[int]:
        """How many values each class holds, the lowest first."""
        positions = [self.position(value) for value in values]
        return [positions.count(position) for position in range(self.count)]

    def unit(self, unit: str) -> str:
        """The unit of the printed limits: 万亿元 for limits in 亿元 that are all large."""
        return f"万{unit}" if self._power(unit) else unit

    def digits(self, unit: str) -> list[str]:
        """The limits as printed, in the unit that `unit` gives."""
        numbers = [Decimal(repr(limit)).scaleb(-self._power(unit)).normalize() for limit in self.limits]
        return [f"{number:f}" for number in numbers]

    def names(self, unit: str) -> list[str]:
        """``不足200``, ``200—600``, … ``2000及以上``, without unit."""
        digits = self.digits(unit)
        if not digits:
            return ["全部"]
        dash = "至" if self.limits[0] < 0 else "—"
        between = [f"{low}{dash}{high}" for low, high in pairwise(digits)]
        return [f"不足{digits[0]}", *between, f"{digits[-1]}及以上"]

    def _power(self, unit: str) -> int:
        sizes = [abs(limit) for limit in self.limits]
        return 4 if unit == "亿元" and sizes and min(sizes) >= 1e4 else 0


def label_on(colour: str) -> str:
    """The colour of a label on the ramp or on no-data grey: white where it reads at 4.5:1, else ink."""
    return WHITE_ON_RAMP if contrast(colour, PAPER) >= 4.5 else INK_ON_RAMP
