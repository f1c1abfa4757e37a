"""Words of degree and of proportion: the one place that says what each of them means.

Differences count as they are printed, rounded to two decimals, so that word and number never contradict
each other. The first thresholds are percentage points, the next per cent of the former value.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

DECIMALS = 2
DEGREES = ((Decimal("3"), "明显"), (Decimal("1"), "有所"), (Decimal("0.1"), "略有"))
RELATIVE_DEGREES = ((Decimal("20"), "大幅"), (Decimal("5"), "有所"), (Decimal("0.5"), "略有"))
LEVEL = "基本持平"

CLOSE = 0.10  # 相近: the larger exceeds the smaller by less than a tenth
AROUND = 0.05  # 约三分之一: within a twentieth of the fraction, 接近: below it by no more than that
DOUBLED = (1.95, 2.05)  # 翻一番
QUADRUPLED = (3.90, 4.10)  # 翻两番
MULTIPLE_FROM = 1.5  # smaller ratios are printed as per cent
NEARLY_ALL, HALF = Fraction(4, 5), Fraction(1, 2)

_NUMERALS = {numeral: value for value, numeral in enumerate("一二三四五六七八九十", start=1)}
_FRACTION = re.compile("([一二三四五六七八九十])分之([一二三四五六七八九])|([一二三四五六七八九])成")


def pace(difference: Decimal, up: str = "加快", down: str = "放缓") -> str:
    """From the difference of two rates in percentage points: 明显加快, 有所放缓, 略有加快, 基本持平."""
    return _degree(difference, DEGREES, up, down)


def relative_pace(per_cent: Decimal, up: str = "增加", down: str = "减少") -> str:
    """From the change of an amount in per cent: 大幅增加, 有所减少, 略有增加, 基本持平."""
    return _degree(per_cent, RELATIVE_DEGREES, up, down)


def proportion(part: int, whole: int) -> str:
    """How many of a number: 全部, 绝大多数, 多数, 半数, 少数, 没有."""
    if part in (0, whole):
        return "全部" if part else "没有"
    share = Fraction(part, whole)
    if share >= NEARLY_ALL:
        return "绝大多数"
    return "多数" if share > HALF else "半数" if share == HALF else "少数"


def fraction(word: object) -> float | None:
    """Per cent of a fraction in words: 三分之一, 一半, 两成; None for anything else."""
    if word == "一半":
        return 50.0
    found = _FRACTION.fullmatch(str(word).replace("两", "二"))
    if found is None:
        return None
    below, above, tenths = (_NUMERALS.get(part) for part in found.groups())
    return 10.0 * tenths if tenths else 100 * above / below


def _degree(change: Decimal, degrees: tuple[tuple[Decimal, str], ...], up: str, down: str) -> str:
    for threshold, degree in degrees:
        if abs(change) >= threshold:
            return degree + (up if change > 0 else down)
    return LEVEL
