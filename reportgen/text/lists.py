"""From lists of numbers to shorter lists and single numbers: 超过, 高于者, 领先组, 最大."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from reportgen.errors import ChapterError
from reportgen.facts.reader import Reading
from reportgen.text.arguments import beyond, expect_same_unit, level, many, numbers, one
from reportgen.text.claims import passing


def above(readings: Any, threshold: float, unit: str) -> list[Reading]:
    """Only the readings above a threshold given in a unit."""
    return [reading for reading in many(readings, "超过") if beyond(one(reading, "超过"), threshold, unit)]


def higher_ones(readings: Any, other: Any) -> list[Reading]:
    """Only the readings above another number, or above a threshold in their own unit."""
    listed = [one(reading, "高于者") for reading in many(readings, "高于者")]
    return [reading for reading in listed if reading.value > level(reading, other, "高于者")]


def lower_ones(readings: Any, other: Any) -> list[Reading]:
    """Only the readings below another number, or below a threshold in their own unit."""
    listed = [one(reading, "低于者") for reading in many(readings, "低于者")]
    return [reading for reading in listed if reading.value < level(reading, other, "低于者")]


def smallest(readings: Any) -> Reading:
    """The smallest of some readings; the first of equals."""
    return min(numbers(readings, "最小"), key=_value)


def largest(readings: Any) -> Reading:
    """The largest of some readings; the first of equals."""
    return max(numbers(readings, "最大"), key=_value)


def leading(readings: Any) -> list[Reading]:
    """The readings above the largest gap between neighbours, largest first; all when they are equal."""
    ordered = sorted(numbers(readings, "领先组"), key=_value, reverse=True)
    gaps = [former.value - latter.value for former, latter in pairwise(ordered)]
    if not any(gaps):
        return ordered
    return ordered[: gaps.index(max(gaps)) + 1]


def without(readings: Any, others: Any) -> list[Any]:
    """The readings that are not of the scopes of another list, or of one other number."""
    listed = others if isinstance(others, list | tuple) else [others]
    scopes = {one(other, "除去").address.scope for other in listed}
    return [reading for reading in many(readings, "除去") if one(reading, "除去").address.scope not in scopes]


def count(readings: Any) -> int:
    """How many items a list has."""
    return len(many(readings, "个数"))


def those(readings: Any, test: str, *given: Any) -> list[Reading]:
    """Only the readings that pass a test, named as in ``is``: 其中("高于上年")."""
    return passing(readings, "其中", test, given) if many(readings, "其中") else []


def by_change(readings: Any, year: int) -> list[Reading]:
    """The readings in the order of their change since a year, the largest rise first."""
    listed = [one(reading, "按变化") for reading in many(readings, "按变化")]
    for reading in listed:
        expect_same_unit(listed[0], reading)
    before = [reading.reader.read(reading.address._replace(years=(_year(year),))) for reading in listed]
    pairs = zip(listed, before, strict=True)
    return [now for now, former in sorted(pairs, key=lambda pair: pair[1].value - pair[0].value)]


LISTS: dict[str, Callable[..., Any]] = {
    "超过": above,
    "高于者": higher_ones,
    "低于者": lower_ones,
    "最小": smallest,
    "最大": largest,
    "领先组": leading,
    "除去": without,
    "个数": count,
    "其中": those,
    "按变化": by_change,
}


def _year(year: Any) -> int:
    if isinstance(year, bool) or not isinstance(year, int):
        raise ChapterError(f"“按变化”的括号里应是年份，现为“{year}”", remedy="写成 按变化(上年)")
    return year


def _value(reading: Reading) -> float:
    return reading.value
