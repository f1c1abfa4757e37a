"""The verdict on one stated figure: whether it and the computed one can be one number."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from reportgen.review.rounding import (
    EXACT_UNITS,
    intervals_overlap,
    own_half_step,
    round_half_up,
    unit_of_last_place,
)

# How a paper states a value, and the words for it.
RELATIONS = {"=": "为", ">": "超过", ">=": "不低于", "<=": "不高于", "~": "约"}


class Verdict(StrEnum):
    """The four outcomes of setting a computed value beside a stated one."""

    一致 = "一致"
    舍入内一致 = "舍入内一致"
    偏差 = "偏差"
    无法核对 = "无法核对"


def verdict_of(
    relation: str, stated: Decimal, decimals: int, unit: str, computed: Decimal, fact_unit: str
) -> Verdict:
    """The verdict on a stated value, given the unrounded computed one in the same unit.

    ``=``   一致 when the printed digits agree, 舍入内一致 when the rounding intervals overlap.
    ``~``   一致 when the printed digits agree, 舍入内一致 within one unit of the last place, which must not
            be more than a tenth of the value (约1倍 does not cover 2倍).
    ``>`` ``>=`` ``<=``   舍入内一致 when the unrounded computed value fulfils the relation.
    Positions and counts stated with ``=`` agree exactly or not at all.

    Args:
        relation: a key of `RELATIONS`.
        stated: the printed value, in `unit`.
        decimals: decimals it was printed with.
        unit: unit of `stated` and of `computed`.
        computed: the unrounded value, converted to `unit`.
        fact_unit: the unit in which it was computed.
    """
    if relation in (">", ">=", "<="):
        return Verdict.舍入内一致 if _holds(relation, computed, stated) else Verdict.偏差
    if unit in EXACT_UNITS and relation == "=":
        return Verdict.一致 if computed == stated else Verdict.偏差
    if round_half_up(computed, decimals) == stated:
        return Verdict.一致
    if relation == "~":
        close = abs(computed - stated) <= min(unit_of_last_place(decimals), abs(stated) / 10)
    else:
        close = intervals_overlap(stated, decimals, computed, own_half_step(fact_unit, unit, decimals))
    return Verdict.舍入内一致 if close else Verdict.偏差


def _holds(relation: str, computed: Decimal, stated: Decimal) -> bool:
    if relation == ">":
        return computed > stated
    return computed >= stated if relation == ">=" else computed <= stated
