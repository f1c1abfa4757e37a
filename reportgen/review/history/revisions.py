"""How far a figure moved from one edition to the next, and how far the computed one is from the printed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from reportgen.review.history.quantities import Quantity
from reportgen.review.history.statements import Statement
from reportgen.review.rounding import EXACT_UNITS, convert, round_half_up

_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Change:
    """From one value to another.

    Attributes:
        size: later / earlier - 1 in per cent; for percentages, positions and counts later - earlier.
        unit: ``%``, ``个百分点``, ``个``, ``位``.
        within_rounding: True when both can be one number.
    """

    size: Decimal
    unit: str
    within_rounding: bool = False

    @property
    def text(self) -> str:
        """``+1.27%``, ``-2个``; in words where nothing changed."""
        if self.size == 0:
            return "未变"
        if self.within_rounding:
            return "舍入内未变"
        rounded = round_half_up(self.size, 0 if self.unit in EXACT_UNITS else _DECIMALS)
        return f"{rounded:+f}{self.unit}" if rounded else f"{abs(rounded):f}{self.unit}"


@dataclass(frozen=True, slots=True)
class Revision:
    """Two successive editions about one year of a quantity.

    Attributes:
        change: None where the earlier value is 0 and a change in per cent says nothing.
    """

    quantity: Quantity
    earlier: Statement
    later: Statement
    change: Change | None

    @property
    def is_forecast_error(self) -> bool:
        """True when a forecast meets the first figure that is none."""
        return self.earlier.is_forecast and not self.later.is_forecast

    @property
    def kind(self) -> str:
        """预测误差, 修订 or 预测修订."""
        if self.is_forecast_error:
            return "预测误差"
        return "预测修订" if self.earlier.is_forecast else "修订"


def revisions(quantity: Quantity) -> list[Revision]:
    """All revisions between successive editions that state the same year, by year and edition.

    A value of which only a bound is stated (超过) can neither be revised nor revise.
    """
    return [
        Revision(quantity, earlier, later, _revision(quantity, earlier, later))
        for year in quantity.years
        for earlier, later in pairwise(quantity.of_year(year))
    ]


def change_between(earlier: Decimal, later: Decimal, unit: str) -> Change | None:
    """The change between two values in one unit; None in per cent of nothing."""
    if unit in EXACT_UNITS:
        return Change(later - earlier, unit)
    if unit == "%":
        return Change(later - earlier, "个百分点")
    return Change((later / earlier - 1) * 100, "%") if earlier else None


def own_against_published(quantity: Quantity, edition: int, year: int) -> Change | None:
    """How far the computed figure of an own edition is from the last published one that is no forecast.

    Where all are forecasts the last of them is taken; None where one of the two is missing.
    """
    own, stated = quantity.own.get((edition, year)), quantity.of_year(year)
    if own is None or not stated:
        return None
    last = [one for one in stated if not one.is_forecast] or stated
    return change_between(quantity.value(last[-1]), own.value, quantity.unit)


def _revision(quantity: Quantity, earlier: Statement, later: Statement) -> Change | None:
    before, after = quantity.value(earlier), quantity.value(later)
    change = change_between(before, after, quantity.unit)
    if change is None or quantity.unit in EXACT_UNITS:
        return change
    room = sum(convert(one.half_step, one.unit, quantity.unit) for one in (earlier, later))
    return Change(change.size, change.unit, abs(after - before) < room)
