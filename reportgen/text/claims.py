"""Tests that chapters ask before they choose their words: ``{% if 数[甲] is 高于(数[乙]) %}``."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

from reportgen.errors import ChapterError
from reportgen.facts.address import Address
from reportgen.facts.status import Status
from reportgen.text.arguments import beyond, level, many, one


def higher(reading: Any, other: Any) -> bool:
    """Above another number of the same unit, or above a typed threshold in the unit of this one."""
    return one(reading, "高于").value > level(reading, other, "高于")


def lower(reading: Any, other: Any) -> bool:
    """Below another number or a typed threshold."""
    return one(reading, "低于").value < level(reading, other, "低于")


def positive(reading: Any) -> bool:
    """Above zero."""
    return one(reading, "正数").value > 0


def negative(reading: Any) -> bool:
    """Below zero."""
    return one(reading, "负数").value < 0


def forecast(reading: Any) -> bool:
    """Speaks of a year that has no statistics yet."""
    return one(reading, "预测").status is Status.预测


def rising(readings: Any) -> bool:
    """Every year above the year before."""
    return all(former < latter for former, latter in _pairs(readings, "逐年提高"))


def falling(readings: Any) -> bool:
    """Every year below the year before."""
    return all(former > latter for former, latter in _pairs(readings, "逐年降低"))


def first_above(reading: Any, threshold: float, unit: str) -> bool:
    """Above a threshold in this year and in no earlier year of the edition, the year before included."""
    now = one(reading, "首次超过")
    years = now.address.years
    if len(years) != 1:
        raise ChapterError(f"“首次超过”只用于一年的数：{now.fact.label}", remedy="写成 [本年] 这样的一年")
    if not beyond(now, threshold, unit):
        return False
    metric, scope, _ = now.address
    before = [Address(metric, scope, (year,)) for year in range(now.reader.calendar.first_year, years[0])]
    known = [now.reader.read(address) for address in before if address in now.reader.facts]
    if not known or known[-1].year != years[0] - 1:
        return False
    return not any(beyond(former, threshold, unit) for former in known)


TESTS: dict[str, Callable[..., bool]] = {
    "高于": higher,
    "低于": lower,
    "正数": positive,
    "负数": negative,
    "预测": forecast,
    "首次超过": first_above,
    "逐年提高": rising,
    "逐年降低": falling,
}


def _pairs(readings: Any, name: str) -> list[tuple[float, float]]:
    values = [one(reading, name).value for reading in many(readings, name)]
    if len(values) < 2:
        raise ChapterError(f"“{name}”至少需要两年", remedy='用 序列("指标.范围", 基年, 本年) 给出')
    return list(itertools.pairwise(values))
