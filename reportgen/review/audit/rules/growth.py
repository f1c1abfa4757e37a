"""Rates and increments against levels, and rates over several years against those of each year."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.facts.address import Address
from reportgen.review.audit.compare import contradiction, unequal
from reportgen.review.audit.contradiction import Contradiction
from reportgen.review.audit.groups import LEVEL_OF_INCREMENT, LEVEL_OF_RATE, NATION
from reportgen.review.audit.knowledge import Knowledge
from reportgen.review.audit.rules.totals import unit_of
from reportgen.review.audit.term import Term, constant

RATE = "增速等于两年水平之比"
INCREMENT_RULE = "增量等于两年水平之差"
COMPOUND = "年均复合增速与间隔数相符"
CUMULATIVE = "累计增幅与各年相符"
TIMES = "增速提高倍数等于两年增速之比减一"
CONTRIBUTION = "贡献率等于增量之比"
_LEVEL = "value_added"


def rates(knowledge: Knowledge) -> Iterator[Contradiction]:
    """Every rate against the levels of its two years."""
    for address in knowledge.of:
        level = LEVEL_OF_RATE.get(address.metric)
        if level is None or len(address.years) != 1:
            continue
        year = address.years[0]
        now, before = (knowledge.stated(level, address.scope, year - step) for step in (0, 1))
        stated = knowledge.stated(address.metric, address.scope, year)
        if now and before and before.positive:
            computed = (now / before - constant(1)) * constant(100)
            yield from unequal(RATE, knowledge.vocabulary.chinese(address), computed, stated, "%")


def increments(knowledge: Knowledge) -> Iterator[Contradiction]:
    """Every increment against the levels of its two years, or one of them and the rate."""
    for address in knowledge.of:
        level = LEVEL_OF_INCREMENT.get(address.metric)
        if level is None or len(address.years) != 1:
            continue
        year, scope = address.years[0], address.scope
        stated = knowledge.stated(address.metric, scope, year)
        for computed in knowledge.increments(level, scope, year):
            name = knowledge.vocabulary.chinese(address)
            yield from unequal(INCREMENT_RULE, name, computed, stated, unit_of(level))


def over_years(knowledge: Knowledge) -> Iterator[Contradiction]:
    """Cumulative growth and yearly average against each other, the levels, and the rates between."""
    for address in knowledge.of:
        if address.metric == "cumulative_growth":
            yield from _cumulative(knowledge, address)
        elif address.metric == "cagr":
            yield from _compound(knowledge, address)
        elif address.metric == "growth_rate_increase":
            yield from _times(knowledge, address)


def contributions(knowledge: Knowledge) -> Iterator[Contradiction]:
    """The share of the increment in that of the gross domestic product."""
    metric = "contribution_to_gdp_growth"
    for year in knowledge.years.get(metric, ()):
        levels = [knowledge.stated(name, NATION, year - step) for name in (_LEVEL, "gdp") for step in (0, 1)]
        stated = knowledge.stated(metric, NATION, year)
        if not all(levels) or not (levels[2] - levels[3]).positive:
            continue
        computed = (levels[0] - levels[1]) / (levels[2] - levels[3]) * constant(100)
        yield from unequal(CONTRIBUTION, knowledge.name(metric, NATION, year), computed, stated, "%")


def _ratios(knowledge: Knowledge, scope: str, first: int, last: int) -> Iterator[Term]:
    """How many times the first value the last one is, by each way that is known."""
    start, end = knowledge.stated(_LEVEL, scope, first), knowledge.stated(_LEVEL, scope, last)
    if start and end and start.positive:
        yield end / start
    yearly = [knowledge.stated("nominal_growth", scope, year) for year in range(first + 1, last + 1)]
    if all(yearly) and all(rate.factor.positive for rate in yearly):
        product = yearly[0].factor
        for rate in yearly[1:]:
            product = product * rate.factor
        yield product


def _cumulative(knowledge: Knowledge, address: Address) -> Iterator[Contradiction]:
    stated = knowledge.stated(*address[:2], *address.years)
    for ratio in _ratios(knowledge, address.scope, *address.years):
        computed = (ratio - constant(1)) * constant(100)
        yield from unequal(CUMULATIVE, knowledge.vocabulary.chinese(address), computed, stated, "%")


def _compound(knowledge: Knowledge, address: Address) -> Iterator[Contradiction]:
    """The average over as many intervals as lie between the years; says when another number would fit."""
    stated = knowledge.stated(*address[:2], *address.years)
    if stated is None or not stated.factor.positive:
        return
    first, last = address.years
    ratios = list(_ratios(knowledge, address.scope, first, last))
    cumulative = knowledge.stated("cumulative_growth", address.scope, first, last)
    if cumulative:
        ratios.append(cumulative.factor)
    for ratio in ratios:
        computed = stated.factor ** (last - first)
        if not computed.interval.meets(ratio.interval):
            against = f"而{first}年至{last}年为{ratio.words} = {ratio.shown('倍')}{_fitting(stated, ratio, last - first)}"
            yield contradiction(COMPOUND, computed, against, "倍", ratio.ids)


def _fitting(stated: Term, ratio: Term, intervals: int) -> str:
    for count in (intervals + 1, intervals - 1):
        if count and (stated.factor**count).interval.meets(ratio.interval):
            return f"；按{count}个间隔则相符，两年之间有{intervals}个间隔"
    return ""


def _times(knowledge: Knowledge, address: Address) -> Iterator[Contradiction]:
    before, now = (knowledge.stated("nominal_growth", address.scope, year) for year in address.years)
    stated = knowledge.stated(*address[:2], *address.years)
    if before and now and before.positive:
        yield from unequal(
            TIMES, knowledge.vocabulary.chinese(address), now / before - constant(1), stated, "倍"
        )
