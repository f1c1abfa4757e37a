"""Round marks that a value passes, and values that change sign: what counts is declared here alone."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reportgen.facts.fact import Fact
from reportgen.review.change import Alarm, Alert
from reportgen.review.same_value import same_value

HEADLINES = ("national", "direct", "indirect")
_GAINS = ("value_added_increment", "new_employment")
_TEN_THOUSAND = 10000


@dataclass(frozen=True)
class Marks:
    """The marks of one kind of number.

    Attributes:
        least: no mark is below.
        headline: the highest mark at or below a value, for the nation and its two parts.
        other: the same for all other scopes.
    """

    least: float
    headline: Callable[[float], float]
    other: Callable[[float], float]


def _leading_digit(value: float) -> float:
    """3万亿、4万亿; 9000亿、1万亿."""
    power = _power_of_ten(value)
    return math.floor(value / power) * power


def _power_of_ten(value: float) -> float:
    """100亿、1000亿、1万亿."""
    return 10.0 ** math.floor(math.log10(value))


def _multiple(step: float) -> Callable[[float], float]:
    return lambda value: math.floor(value / step) * step


_LEVELS = Marks(100, _leading_digit, _power_of_ten)
_MULTIPLES = Marks(1, _multiple(1), _multiple(1))
_SHARES = Marks(1, _multiple(1), _multiple(5))
_GROWTH = Marks(5, _multiple(5), _multiple(10))


def alerts(before: Fact, after: Fact) -> Iterator[Alert]:
    """Change of sign, then the highest mark passed, of a number in one unit."""
    metric, old, new = after.address.metric, before.value, after.value
    if old * new < 0 and not same_value(old, new):
        yield Alert(Alarm.变号, _turn(metric, new))
    mark = _passed(_marks(metric, after.unit), after.address.scope, min(old, new), max(old, new))
    if mark:
        words = "升破" if new > old else "跌破"
        yield Alert(Alarm.越档, f"{words}{_amount(mark, after.unit)}")


def is_growth(metric: str) -> bool:
    """Whether a metric in per cent is a rate of growth, not a share."""
    return metric == "cagr" or ("growth" in metric and "contribution" not in metric)


def _marks(metric: str, unit: str) -> Marks | None:
    if unit == "%":
        return _GROWTH if is_growth(metric) else _SHARES
    return {"亿元": _LEVELS, "万人": _LEVELS, "倍": _MULTIPLES}.get(unit)


def _passed(marks: Marks | None, scope: str, low: float, high: float) -> float | None:
    """The highest mark that lies above `low` and not above `high`."""
    if marks is None or high < marks.least:
        return None
    mark = (marks.headline if scope in HEADLINES else marks.other)(high)
    return mark if mark > low and mark >= marks.least and not same_value(mark, low) else None


def _turn(metric: str, now: float) -> str:
    if is_growth(metric) or metric.startswith(_GAINS):
        return "由降转升" if now > 0 else "由升转降"
    return "由负转正" if now > 0 else "由正转负"


def _amount(mark: float, unit: str) -> str:
    if unit in ("亿元", "万人") and mark >= _TEN_THOUSAND:
        larger = {"亿元": "万亿元", "万人": "亿人"}[unit]
        return f"{mark / _TEN_THOUSAND:g}{larger}"
    return f"{mark:g}{unit}"
