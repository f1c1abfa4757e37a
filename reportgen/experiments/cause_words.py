"""The causes of a change in words: addresses, numbers as printed, amounts with their sign, notes."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from reportgen.experiments.causes import HeadlineCauses, Part, View
from reportgen.facts.address import Vocabulary

_NOISE = 1e-10  # parts of the level: what differs by less does not differ

VIEW_NOTES = {
    View.同年: "同一年份在前后两版中的数：差别是修订。",
    View.逐年: "后一版的本年比前一版的本年：“新增年份数据”是这一年本身的变动，其余原因是口径的变动。",
}


def address_text(found: HeadlineCauses, vocabulary: Vocabulary) -> str:
    """``增加值.全国[2021]``, or both addresses where the years differ."""
    old, new = vocabulary.chinese(found.old), vocabulary.chinese(found.new)
    return old if old == new else f"{old}→{new}"


def level_text(value: Fraction, found: HeadlineCauses) -> str:
    """A level as the paper prints it, without unit."""
    return _text(value, found.headline.decimals)


def amount_text(amount: Fraction, found: HeadlineCauses) -> str:
    """A change with its sign and one decimal more than the level, so that rounding shows."""
    text = _text(amount, found.headline.decimals + 1)
    return text if text.startswith("-") else f"+{text}"


def part_text(part: Part, found: HeadlineCauses) -> str:
    """The amount, with its standard error where it was sampled."""
    text = amount_text(part.amount, found)
    error = _text(Fraction(part.error), found.headline.decimals + 1)
    return f"{text}（±{error}）" if part.error else text


def shown_parts(found: HeadlineCauses) -> tuple[Part, ...]:
    """The parts that are more than the noise of computing."""
    least = _NOISE * max(abs(float(found.before)), abs(float(found.after)))
    return tuple(part for part in found.parts if abs(float(part.amount)) > least)


def is_changed(found: HeadlineCauses) -> bool:
    """True when the print differs, or a part can be seen with the decimals of `amount_text`."""
    visible = any(amount_text(part.amount, found).strip("+-0.") for part in found.parts)
    return found.before != found.after or visible


def order_note(found: HeadlineCauses) -> str:
    """How the parts were found."""
    if not found.orders:
        return "各原因逐项替换，按全部先后次序取平均，各部分之和等于印出数之差。"
    return f"各原因逐项替换，按随机抽取的 {found.orders} 种先后次序取平均，括号内为标准误；各部分之和等于印出数之差。"


def _text(value: Fraction, decimals: int) -> str:
    number = Decimal(value.numerator) / Decimal(value.denominator)
    rounded = number.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return f"{abs(rounded) if rounded.is_zero() else rounded:f}"
