"""What printed digits can stand for, exactly: intervals of fractions and the arithmetic of them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from reportgen.review.rounding import unit_of_last_place

# An approximate figure may be off by one unit of its last place, never by more than a tenth of itself.
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from `low` to `high`, both included; None is without bound.

    Rounding half up makes half-open intervals. The end is included here, so that no doubt falls on a figure
    that only touches another.
    """

    low: Fraction | None
    high: Fraction | None

    @property
    def width(self) -> Fraction | None:
        """The distance of the ends, None without bound."""
        return None if self.low is None or self.high is None else self.high - self.low

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        return _not_above(self.low, other.high) and _not_above(other.low, self.high)


def stated_interval(value: Decimal, decimals: int, relation: str) -> Interval:
    """The values that a printed figure can stand for, in its own unit.

    Args:
        value: as printed.
        decimals: printed.
        relation: a key of `verdict.RELATIONS`; ``>`` and ``>=`` give a lower bound, ``<=`` an upper one.
    """
    if relation in (">", ">="):
        return Interval(Fraction(value), None)
    if relation == "<=":
        return Interval(None, Fraction(value))
    step = unit_of_last_place(decimals)
    reach = Fraction(min(step, abs(value) * _TENTH) if relation == "~" else step / 2)
    return Interval(Fraction(value) - reach, Fraction(value) + reach)


def _not_above(low: Fraction | None, high: Fraction | None) -> bool:
    return low is None or high is None or low <= high
