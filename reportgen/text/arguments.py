"""What stands before a filter or a test: one number, a list of numbers, or a mistake."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from jinja2 import Undefined

from reportgen.errors import ChapterError, nearest
from reportgen.facts.reader import Reading
from reportgen.text.formats import STYLES


def one(value: Any, name: str) -> Reading:
    """The value if it is one number read from the facts.

    Raises:
        ChapterError: anything else stands before the filter.
    """
    if isinstance(value, Reading):
        return value
    if isinstance(value, Undefined):
        value._fail_with_undefined_error()
    if isinstance(value, list | tuple):
        remedy = f"逐个印出写 名单 | 逐个(\"{name}\")；只印其中一个写 名单[0] | {name}"
        raise ChapterError(f"“{name}”前面应是一个数，现为一个名单", remedy=remedy)
    raise ChapterError(f"“{name}”前面应是一个数，现为“{value}”", remedy='写成 数["指标.范围[年]"] | ' + name)


def many(value: Any, name: str) -> Sequence[Any]:
    """The value if it is a list.

    Raises:
        ChapterError: anything else stands before the filter.
    """
    if isinstance(value, list | tuple):
        return value
    if isinstance(value, Undefined):
        value._fail_with_undefined_error()
    raise ChapterError(f"“{name}”前面应是名单", remedy="用 排行(…) 或 [甲, 乙] 给出名单")


def numbers(value: Any, name: str) -> list[Reading]:
    """The value if it is a list of at least one number, all of one unit.

    Raises:
        ChapterError: it is not.
    """
    readings = [one(item, name) for item in many(value, name)]
    if not readings:
        raise ChapterError(f"“{name}”前面的名单是空的", remedy="先用 {% if 名单 %} 判断")
    for reading in readings:
        expect_same_unit(readings[0], reading)
    return readings


def expect_same_unit(reading: Reading, other: Reading) -> None:
    """Refuse to compare numbers of different units."""
    if other.unit != reading.unit:
        raise ChapterError(
            f"不能比较不同单位的数：{reading.fact.label}（{reading.unit}）与 {other.fact.label}（{other.unit}）",
            remedy="换成同一指标或同一单位的数",
        )


def level(reading: Reading, other: Any, name: str) -> float:
    """What a number is compared with: another number of its unit, or a threshold in its unit."""
    if not isinstance(other, Reading):
        if isinstance(other, int | float) and not isinstance(other, bool):
            return float(other)
        other = one(other, name)
    expect_same_unit(reading, other)
    return other.value


def beyond(reading: Reading, threshold: Any, unit: str) -> bool:
    """Whether a number is above a threshold given in a unit: ``(1, "万亿元")``.

    Raises:
        ChapterError: the unit does not fit the number, or the threshold is no number.
    """
    number, limit = threshold_in(reading, threshold, unit)
    return number > limit


def threshold_in(reading: Reading, threshold: Any, unit: str) -> tuple[Decimal, Decimal]:
    """A number in the unit of a threshold, and the threshold.

    Raises:
        ChapterError: the unit does not fit the number, or the threshold is no number.
    """
    style = STYLES.get(unit)
    if style is None or style.unit != reading.unit:
        fitting = [known for known, style in STYLES.items() if style.unit == reading.unit]
        raise ChapterError(
            f"门槛的单位“{unit}”与该数的单位“{reading.unit}”不合",
            remedy=f"写同一类单位：{'、'.join(fitting)}" if fitting else "写同一类单位",
        )
    if isinstance(threshold, bool) or not isinstance(threshold, int | float):
        raise ChapterError(f"门槛“{threshold}”不是数字", remedy='写成 (1000, "亿元")')
    return Decimal(repr(float(reading.value))).scaleb(style.power), Decimal(str(threshold))


def expect_style(name: Any) -> str:
    """The name of a printed form, 亿元 or 百分比.

    Raises:
        ChapterError: no such form; the message names the nearest.
    """
    if name not in STYLES:
        raise ChapterError(
            f"没有“{name}”这种写法", remedy=nearest(str(name), STYLES) or f"可用：{'、'.join(STYLES)}"
        )
    return str(name)
