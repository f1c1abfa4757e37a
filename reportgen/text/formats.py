"""From an unrounded value to printed digits: one rounding, half up, by Decimal."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from reportgen.errors import ChapterError
from reportgen.facts.reader import Reading

MOST_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Style:
    """How one filter prints.

    Attributes:
        unit: the unit of the fact it takes.
        power: power of ten from the unit of the fact to the printed one.
        suffix: what follows the digits.
        decimals: decimals unless the chapter says otherwise.
    """

    unit: str
    power: int
    suffix: str
    decimals: int


STYLES = {
    "亿元": Style("亿元", 0, "亿元", 2),
    "万亿元": Style("亿元", -4, "万亿元", 2),
    "万人": Style("万人", 0, "万人", 2),
    "百分比": Style("%", 0, "%", 2),
    "倍": Style("倍", 0, "倍", 1),
    "系数": Style("1", 0, "", 3),
    "万元每人": Style("万元/人", 0, "万元/人", 2),
}


def rounded(value: float, decimals: int, power: int = 0) -> Decimal:
    """The value times 10**power, rounded half up to some decimals; never minus zero.

    Raises:
        ChapterError: the value is not a number, or the decimals are not 0 to 6.
    """
    if not math.isfinite(value):
        raise ChapterError(f"该数不是有限的数（{value}）", remedy="检查它的输入数据")
    if isinstance(decimals, bool) or not isinstance(decimals, int) or not 0 <= decimals <= MOST_DECIMALS:
        raise ChapterError(f"小数位“{decimals}”不对", remedy=f"写 0 到 {MOST_DECIMALS} 的整数")
    exact = Decimal(repr(float(value))).scaleb(power)
    result = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return abs(result) if result.is_zero() else result


def digits(number: Decimal) -> str:
    """Digits without exponent and without thousands separator."""
    return f"{number:f}"


def styled(reading: Reading, name: str, decimals: int | None = None) -> tuple[str, str]:
    """The digits and the suffix of a reading in a named style.

    Raises:
        ChapterError: the style does not fit the unit of the reading.
    """
    style = STYLES[name]
    expect_unit(reading, name, (style.unit,))
    places = style.decimals if decimals is None else decimals
    return digits(rounded(reading.value, places, style.power)), style.suffix


def whole_step(reading: Reading, name: str) -> str:
    """The largest whole number of a unit that the reading has reached: 4.10 万亿元 gives ``4``.

    Raises:
        ChapterError: unknown unit, or the reading is below one, or below zero for percentages.
    """
    style = STYLES.get(name)
    if style is None or style.unit not in ("亿元", "万人", "%"):
        raise ChapterError(f"整档的单位“{name}”不对", remedy="写 亿元、万亿元、万人 或 百分比")
    expect_unit(reading, f'整档("{name}")', (style.unit,))
    steps = whole(reading.value, style, ROUND_FLOOR)
    if steps < (0 if style.unit == "%" else 1):
        raise ChapterError(
            f"{reading.fact.label} 不到 {0 if style.unit == '%' else 1}{style.suffix}，没有整档",
            remedy="先用 高于 判断，或换小一级的单位",
        )
    return digits(steps)


def whole(value: float, style: Style, rounding: str) -> Decimal:
    """The value in the printed unit of a style, up or down to a whole number; never minus zero."""
    result = Decimal(repr(float(value))).scaleb(style.power).to_integral_value(rounding)
    return abs(result) if result.is_zero() else result


def expect_unit(reading: Reading, name: str, units: tuple[str, ...]) -> None:
    """Refuse a filter that does not fit the unit.

    Raises:
        ChapterError: names the filters that fit.
    """
    if reading.unit in units:
        return
    fitting = [other for other, style in STYLES.items() if style.unit == reading.unit]
    raise ChapterError(
        f"“{name}”不能用于单位为“{reading.unit}”的数：{reading.fact.label}",
        remedy=f"改用过滤器 {'、'.join(fitting)}" if fitting else "改用 整数 或 排名",
    )
