"""Tests of rank and of runs of years: 居首, 居前, 首次超过, 新高, 逐年提高, 连续提高."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

from reportgen.errors import ChapterError
from reportgen.facts.address import Address
from reportgen.facts.reader import Reading
from reportgen.text.arguments import beyond, many, one

RANKED = ("province", "sector", "industry", "zone", "direct")


def first(reading: Any) -> bool:
    """No other of its kind is larger in the same year."""
    return position(reading, "居首") == 1


def last(reading: Any) -> bool:
    """No other of its kind is smaller in the same year."""
    now = one(reading, "居末")
    return all(other.value >= now.value for other in peers(now, "居末"))


def among_first(reading: Any, count: int) -> bool:
    """Among the largest few of its kind."""
    return position(reading, "居前") <= _whole(count, "居前")


def at_rank(reading: Any, rank: int) -> bool:
    """At one rank of its kind, from the largest."""
    return position(reading, "居第") == _whole(rank, "居第")


def position(reading: Any, name: str) -> int:
    """The rank of a number among those of its kind, from the largest; equals share the better one."""
    now = one(reading, name)
    return 1 + sum(other.value > now.value for other in peers(now, name))


def peers(reading: Reading, name: str) -> list[Reading]:
    """The same metric and year for all scopes of the kind of this one.

    Raises:
        ChapterError: a nation or a part that is no member of a kind, or not one year.
    """
    kind, _, member = reading.address.scope.partition(".")
    if kind not in RANKED or "." in member or member == "all":
        raise ChapterError(
            f"“{name}”只用于一个省份、行业、产业、经济圈或领域：{reading.fact.label}",
            remedy="换成其中一个范围",
        )
    _expect_one_year(reading, name)
    return reading.reader.among(reading.address.metric, kind, reading.address.years[0])


def first_above(reading: Any, threshold: float, unit: str) -> bool:
    """Above a threshold in this year and in no earlier year of the edition, the year before included."""
    now = one(reading, "首次超过")
    _expect_one_year(now, "首次超过")
    if not beyond(now, threshold, unit):
        return False
    known = _past(now)
    if not known or known[-1].year != now.address.years[0] - 1:
        return False
    return not any(beyond(former, threshold, unit) for former in known)


def new_high(reading: Any) -> bool:
    """Above every earlier year of the edition."""
    now = one(reading, "新高")
    return _has_past(now, "新高") and all(now.value > former.value for former in _past(now))


def new_low(reading: Any) -> bool:
    """Below every earlier year of the edition."""
    now = one(reading, "新低")
    return _has_past(now, "新低") and all(now.value < former.value for former in _past(now))


def rising(readings: Any) -> bool:
    """Every year above the year before."""
    return all(former < latter for former, latter in _pairs(readings, "逐年提高"))


def falling(readings: Any) -> bool:
    """Every year below the year before."""
    return all(former > latter for former, latter in _pairs(readings, "逐年降低"))


def rising_for(readings: Any, years: int) -> bool:
    """The last years, so many at least, each above the year before."""
    return run(readings, 1, "连续提高") >= _whole(years, "连续提高")


def falling_for(readings: Any, years: int) -> bool:
    """The last years, so many at least, each below the year before."""
    return run(readings, -1, "连续降低") >= _whole(years, "连续降低")


def run(readings: Any, direction: int, name: str) -> int:
    """How many years, up to the last, each were above (1) or below (-1) the year before."""
    steps = reversed(_pairs(readings, name))
    return sum(1 for _ in itertools.takewhile(lambda pair: (pair[1] - pair[0]) * direction > 0, steps))


STANDINGS: dict[str, Callable[..., bool]] = {
    "居首": first,
    "居末": last,
    "居前": among_first,
    "居第": at_rank,
    "首次超过": first_above,
    "首次突破": first_above,
    "新高": new_high,
    "新低": new_low,
    "逐年提高": rising,
    "逐年降低": falling,
    "连续提高": rising_for,
    "连续降低": falling_for,
}


def _past(now: Reading) -> list[Reading]:
    metric, scope, years = now.address
    before = [Address(metric, scope, (year,)) for year in range(now.reader.calendar.first_year, years[0])]
    return [now.reader.read(address) for address in before if address in now.reader.facts]


def _has_past(now: Reading, name: str) -> bool:
    _expect_one_year(now, name)
    if not _past(now):
        raise ChapterError(
            f"{now.fact.label} 没有以前各年的数，不能判断“{name}”", remedy="换成有历年数的指标"
        )
    return True


def _expect_one_year(reading: Reading, name: str) -> None:
    if len(reading.address.years) != 1:
        raise ChapterError(f"“{name}”只用于一年的数：{reading.fact.label}", remedy="写成 [本年] 这样的一年")


def _whole(count: Any, name: str) -> int:
    if isinstance(count, bool) or not isinstance(count, int) or count < 1:
        raise ChapterError(f"“{name}”的括号里应是不小于 1 的整数，现为“{count}”", remedy=f"写成 {name}(3)")
    return count


def _pairs(readings: Any, name: str) -> list[tuple[float, float]]:
    listed = [one(reading, name) for reading in many(readings, name)]
    if len(listed) < 2:
        raise ChapterError(f"“{name}”至少需要两年", remedy='用 序列("指标.范围", 基年, 本年) 给出')
    return list(itertools.pairwise(reading.value for reading in listed))
