"""Words that depend on numbers, for text alternatives: they follow the numbers as printed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from reportgen.charts.format import NumberFormat
from reportgen.facts.reader import Reading


def move(number_format: NumberFormat, before: Reading, after: Reading, verbs: str = "增至 降至") -> str:
    """``由2.36万亿元增至4.10万亿元``, ``由…降至…`` or ``保持在…``.

    Args:
        verbs: the verb for a rise and the verb for a fall.
    """
    if number_format.digits(before) == number_format.digits(after):
        return f"保持在{number_format.phrase(after)}"
    rise, fall = verbs.split()
    verb = rise if after.value > before.value else fall
    return f"由{number_format.phrase(before)}{verb}{number_format.phrase(after)}"


def course(readings: Sequence[Reading]) -> str:
    """``逐年上升``, ``逐年下降`` or ``其间有升有降``, over the years in order."""
    steps = [after.value - before.value for before, after in pairwise(readings)]
    if all(step > 0 for step in steps):
        return "逐年上升"
    return "逐年下降" if all(step < 0 for step in steps) else "其间有升有降"


def growth(number_format: NumberFormat, rate: Reading) -> str:
    """``增长14.53%``, ``下降1.20%`` or ``零增长``."""
    if float(number_format.digits(rate)) == 0:
        return "零增长"
    return f"{'增长' if rate.value > 0 else '下降'}{number_format.size(rate)}"


def increase(number_format: NumberFormat, change: Reading) -> str:
    """``增加25.04万人``, ``减少3.20万人`` or ``没有增减``, for a change of a level."""
    if float(number_format.digits(change)) == 0:
        return "没有增减"
    return f"{'增加' if change.value > 0 else '减少'}{number_format.size(change)}"


def increases(number_format: NumberFormat, changes: Sequence[Reading]) -> str:
    """``直接产业增加14.41万人，渗透产业减少3.20万人``, in the order given."""
    return "，".join(f"{change.name}{increase(number_format, change)}" for change in changes)


def levels(number_format: NumberFormat, readings: Sequence[Reading]) -> str:
    """``直接产业为1.31万亿元，渗透产业为3.15万亿元``, in the order given."""
    return "，".join(f"{one.name}为{number_format.phrase(one)}" for one in readings)


def levels_and_growth(
    level_format: NumberFormat,
    readings: Sequence[Reading],
    rate_format: NumberFormat,
    rates: Sequence[Reading],
) -> str:
    """``直接产业增加值为1.17万亿元，名义增长16.10%；渗透产业增加值为…``, in the order given."""
    return "；".join(
        f"{one.name}增加值为{level_format.phrase(one)}，名义{growth(rate_format, rate)}"
        for one, rate in zip(readings, rates, strict=True)
    )


def growths(number_format: NumberFormat, rates: Sequence[Reading]) -> str:
    """``第二产业名义增长16.29%，第一产业名义下降1.20%``, in the order given."""
    return "，".join(f"{rate.name}名义{growth(number_format, rate)}" for rate in rates)


def lead(number_format: NumberFormat, higher: Reading, lower: Reading) -> str:
    """``直接产业增速高于渗透产业2.13个百分点``, or that both grow alike."""
    gap = number_format.gap(lower, higher)
    if float(gap) == 0:
        return f"{higher.name}与{lower.name}增速相同"
    return f"{higher.name}增速高于{lower.name}{gap}个百分点"


def fastest(number_format: NumberFormat, rates: Sequence[Reading]) -> str:
    """``第二产业增速最高``; all that print the same highest rate are named, or that all grow alike."""
    top = number_format.digits(max(rates, key=lambda rate: rate.value))
    names = [rate.name for rate in rates if number_format.digits(rate) == top]
    return "增速相同" if len(names) == len(rates) else f"{listed(names)}增速最高"


def since_last_year(number_format: NumberFormat, before: Reading, after: Reading) -> str:
    """The difference of two rates in per cent: ``比上年提高0.06个百分点``, ``比上年降低…`` or ``与上年持平``."""
    gap = number_format.gap(before, after)
    if float(gap) == 0:
        return "与上年持平"
    return f"比上年{'提高' if after.value > before.value else '降低'}{gap}个百分点"


def listed(names: Sequence[str]) -> str:
    """``甲、乙和丙``; ``""`` for no names."""
    return "和".join(part for part in ("、".join(names[:-1]), "".join(names[-1:])) if part)


def ranked(number_format: NumberFormat, readings: Sequence[Reading]) -> str:
    """``广东（5115.12亿元）、江苏（4403.46亿元）和山东（2991.07亿元）``, in the order given."""
    return listed([f"{one.name}（{number_format.phrase(one)}）" for one in readings])


def extremes(readings: Sequence[Reading]) -> tuple[Reading, Reading]:
    """The highest and the lowest; of equals the first."""
    return max(readings, key=lambda one: one.value), min(readings, key=lambda one: one.value)


def range_of(number_format: NumberFormat, readings: Sequence[Reading]) -> str:
    """``最高的是山西（29.92%），最低的是贵州（7.37%）``, or ``均为8.00%`` when all print alike."""
    top, bottom = extremes(readings)
    if number_format.digits(top) == number_format.digits(bottom):
        return f"{'均' if len(readings) > 1 else ''}为{number_format.phrase(top)}"
    return f"最高的是{ranked(number_format, [top])}，最低的是{ranked(number_format, [bottom])}"


def note(remark: str) -> str:
    """A remark as the note under a figure: ``注：…``, or ``""``."""
    return f"注：{remark}" if remark else ""


def rounding(number_format: NumberFormat, totals: Sequence[Reading], *parts: Sequence[Reading]) -> str:
    """The remark that printed parts do not add up to a printed total, only when that happens; else ``""``."""
    for total, *summands in zip(totals, *parts, strict=True):
        printed = sum(Decimal(number_format.digits(summand)) for summand in summands)
        if printed != Decimal(number_format.digits(total)):
            return "因四舍五入，分项之和与总计可能略有出入。"
    return ""


def rounding_to_whole(number_format: NumberFormat, *shares: Sequence[Reading]) -> str:
    """The same remark for shares in per cent that do not add up to 100 as printed; else ``""``."""
    sums = [sum(Decimal(number_format.digits(share)) for share in group) for group in shares]
    return "" if all(one == 100 for one in sums) else "因四舍五入，各项比重之和可能不等于100%。"
