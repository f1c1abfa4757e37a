"""Tests that compare one number with another, with a typed threshold, with a fraction, or with its own past."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportgen.errors import ChapterError
from reportgen.facts.reader import Reading
from reportgen.facts.status import Status
from reportgen.text.arguments import beyond, expect_same_unit, level, one, threshold_in
from reportgen.text.degrees import AROUND, CLOSE, DECIMALS, DOUBLED, QUADRUPLED, fraction
from reportgen.text.formats import expect_unit, rounded


def higher(reading: Any, other: Any) -> bool:
    """Above another number of the same unit, or above a typed threshold in the unit of this one."""
    return one(reading, "高于").value > level(reading, other, "高于")


def lower(reading: Any, other: Any) -> bool:
    """Below another number or a typed threshold."""
    return one(reading, "低于").value < level(reading, other, "低于")


def level_with(reading: Any, other: Any) -> bool:
    """The same as another number once both are rounded to two decimals."""
    value = one(reading, "持平").value
    return rounded(value, DECIMALS) == rounded(level(reading, other, "持平"), DECIMALS)


def close(reading: Any, other: Any) -> bool:
    """The larger exceeds the smaller by less than a tenth; both above zero."""
    low, high = sorted((one(reading, "相近").value, level(reading, other, "相近")))
    return low > 0 and high < low * (1 + CLOSE)


def above(reading: Any, threshold: Any, unit: str = "") -> bool:
    """Above a threshold with its unit, or a share above a fraction: (1000, "亿元"), ("三分之一")."""
    if not unit:
        return _share(reading, "超过") > _fraction(threshold)
    return beyond(one(reading, "超过"), threshold, unit)


def under(reading: Any, threshold: Any, unit: str = "") -> bool:
    """Below a threshold with its unit, or a share below a fraction."""
    if not unit:
        return _share(reading, "不足") < _fraction(threshold)
    number, limit = threshold_in(one(reading, "不足"), threshold, unit)
    return number < limit


def nearly(reading: Any, part: Any) -> bool:
    """A share below a fraction by no more than a twentieth of it."""
    limit = _fraction(part)
    return limit * (1 - AROUND) <= _share(reading, "接近") < limit


def about(reading: Any, part: Any) -> bool:
    """A share within a twentieth of a fraction."""
    limit = _fraction(part)
    return abs(_share(reading, "约") - limit) <= limit * AROUND


def most_of_it(reading: Any) -> bool:
    """A share of more than one half."""
    return _share(reading, "过半") > _fraction("一半")


def exceeds_by(reading: Any, other: Any, threshold: Any, unit: str) -> bool:
    """Above another number by more than a threshold, as the difference is printed; of percentages in 个百分点."""
    expect_same_unit(one(reading, "高出"), one(other, "高出"))
    if reading.unit == "%":
        if unit != "个百分点":
            raise ChapterError(f"两个百分数之差的单位不能用“{unit}”", remedy='写成 高出(乙, 3, "个百分点")')
        unit = "百分比"
    difference = float(rounded(reading.value - other.value, DECIMALS))
    return beyond(Reading(reading.fact._replace(value=difference), reading.reader), threshold, unit)


def above_last_year(reading: Any) -> bool:
    """Above the same quantity of the year before."""
    return one(reading, "高于上年").value > reading.earlier(1).value


def below_last_year(reading: Any) -> bool:
    """Below the same quantity of the year before."""
    return one(reading, "低于上年").value < reading.earlier(1).value


def doubled(reading: Any, base: Any) -> bool:
    """Twice another number, within the bounds of `degrees`."""
    return DOUBLED[0] <= _ratio(reading, base, "翻一番") <= DOUBLED[1]


def more_than_doubled(reading: Any, base: Any) -> bool:
    """More than twice another number, but not four times."""
    return DOUBLED[1] < _ratio(reading, base, "翻一番多") < QUADRUPLED[0]


def quadrupled(reading: Any, base: Any) -> bool:
    """Four times another number, within the bounds of `degrees`."""
    return QUADRUPLED[0] <= _ratio(reading, base, "翻两番") <= QUADRUPLED[1]


def positive(reading: Any) -> bool:
    """Above zero."""
    return one(reading, "正数").value > 0


def negative(reading: Any) -> bool:
    """Below zero."""
    return one(reading, "负数").value < 0


def forecast(reading: Any) -> bool:
    """Speaks of a year that has no statistics yet."""
    return one(reading, "预测").status is Status.预测


HIGHER = dict.fromkeys(("高于", "快于", "多于", "大于"), higher)
LOWER = dict.fromkeys(("低于", "慢于", "少于", "小于"), lower)
COMPARISONS: dict[str, Callable[..., bool]] = {
    **HIGHER,
    **LOWER,
    "持平": level_with,
    "相近": close,
    "超过": above,
    "不足": under,
    "接近": nearly,
    "约": about,
    "过半": most_of_it,
    "高出": exceeds_by,
    "高于上年": above_last_year,
    "低于上年": below_last_year,
    "翻一番": doubled,
    "翻一番多": more_than_doubled,
    "翻两番": quadrupled,
    "正数": positive,
    "负数": negative,
    "预测": forecast,
}


def _share(reading: Any, name: str) -> float:
    expect_unit(one(reading, name), name, ("%",))
    return reading.value


def _fraction(word: Any) -> float:
    found = fraction(word)
    if found is None:
        raise ChapterError(
            f"“{word}”不是门槛", remedy='写成 (1000, "亿元")，或分数 ("三分之一")、("一半")、("两成")'
        )
    return found


def _ratio(reading: Any, base: Any, name: str) -> float:
    expect_same_unit(one(reading, name), one(base, name))
    if base.value <= 0:
        raise ChapterError(f"“{name}”的基数不大于零：{base.fact.label}", remedy="先用 正数 判断")
    return reading.value / base.value
