"""Figures that an edition does not print but that follow from two that it does: last year's level."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from reportgen.review.history.statements import Statement
from reportgen.review.rounding import round_half_up, unit_of_last_place

# A level, the metric of its change, the year before from both, and the arithmetic in words.
_RULES: tuple[tuple[str, str, Callable[[Decimal, Decimal], Decimal], str], ...] = (
    ("value_added", "nominal_growth", lambda level, rate: level / (1 + rate / 100), "{0}÷（1＋{1}%）"),
    ("employment", "new_employment", lambda level, change: level - change, "{0}－{1}"),
)


def implied_by(statements: Sequence[Statement]) -> list[Statement]:
    """Levels of the year before, from a level and its change in the same edition.

    Both must be equalities and no forecasts, in units that fit, and the edition must not print the level
    itself. The result has as many decimals as both ends of the rounding intervals agree with, but no more
    than the level.
    """
    stated = {(one.edition, one.metric, one.scope, one.year): one for one in statements}
    found = []
    for level_metric, change_metric, before, words in _RULES:
        for level in statements:
            change = stated.get((level.edition, change_metric, level.scope, level.year))
            target = (level.edition, level_metric, level.scope, level.year - 1)
            if level.metric == level_metric and change and target not in stated and _usable(level, change):
                found.append(_implied(level, change, before, words))
    return found


def _usable(level: Statement, change: Statement) -> bool:
    pair = (level, change)
    if any(one.relation != "=" or one.is_forecast or one.others for one in pair):
        return False
    return change.unit in ("%", level.unit)


def _implied(
    level: Statement, change: Statement, before: Callable[[Decimal, Decimal], Decimal], words: str
) -> Statement:
    value = before(level.value, change.value)
    ends = [
        before(level.value + one * level.half_step, change.value + other * change.half_step)
        for one in (-1, 1)
        for other in (-1, 1)
    ]
    precision = _agreed(max(ends) - min(ends), level.precision)
    arithmetic = f"{words.format(level.printed, change.printed)}，均为{level.year}年"
    return Statement(
        edition=level.edition,
        metric=level.metric,
        scope=level.scope,
        year=level.year - 1,
        relation="~",
        value=round_half_up(value, precision),
        unit=level.unit,
        precision=precision,
        is_forecast=False,
        source=f"由{level.edition}年版推得",
        implied=arithmetic,
    )


def _agreed(width: Decimal, most: int) -> int:
    """Decimals that are known: the interval is at most two units of the last place wide."""
    known = (places for places in range(most, 0, -1) if width <= 2 * unit_of_last_place(places))
    return next(known, 0)
