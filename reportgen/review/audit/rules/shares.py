"""A share is the part by the total; the shares of all parts make a hundred per cent."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from reportgen.facts.address import Address
from reportgen.review.audit.compare import contradiction, unequal
from reportgen.review.audit.contradiction import Contradiction
from reportgen.review.audit.groups import ASSUMED_GDP_GROWTH, NATION, SHARES, SHARES_OF_ONE, Share
from reportgen.review.audit.knowledge import Knowledge
from reportgen.review.audit.rules.totals import unit_of
from reportgen.review.audit.term import Term, added, constant

SHARE = "占比等于部分除以总量"
IMPLIED = "占比与部分推得的总量相同"
WHOLE = "占比之和为100"
MOVED = "占比的变动与两者增速相符"
_GROUP = "provinces."


def shares(knowledge: Knowledge) -> Iterator[Contradiction]:
    """Shares against parts and totals, against each other, and against a hundred."""
    for share in SHARES:
        found = [address for address in knowledge.of if address.metric == share.metric]
        for address in found:
            yield from _quotient(knowledge, share, address)
        yield from _implied(knowledge, share, found)
    for metric in SHARES_OF_ONE:
        yield from _whole(knowledge, metric)
    yield from _groups_of_provinces(knowledge)
    yield from _moved(knowledge)


def _quotient(knowledge: Knowledge, share: Share, address: Address) -> Iterator[Contradiction]:
    if len(address.years) != 1:
        return
    year = address.years[0]
    above, below = (
        knowledge.known(metric, scope or address.scope, year) for metric, scope in (share.above, share.below)
    )
    if above and below and below.positive:
        stated = knowledge.stated(*address[:2], year)
        yield from _against(knowledge, address, _scaled(above / below, share.times), stated, share.times)


def _against(
    knowledge: Knowledge, address: Address, computed: Term, stated: Term | None, times: int
) -> Iterator[Contradiction]:
    yield from unequal(
        SHARE, knowledge.vocabulary.chinese(address), computed, stated, "%" if times > 1 else "倍"
    )


def _scaled(term: Term, times: int) -> Term:
    return term * constant(times) if times > 1 else term


def _implied(knowledge: Knowledge, share: Share, found: list[Address]) -> Iterator[Contradiction]:
    """Totals that follow from two parts and their shares, where the total itself is the same for both."""
    metric, scope = share.below
    if not scope or share.times == 1:
        return
    totals: dict[tuple[int, ...], list[Term]] = {}
    for address in found:
        part = knowledge.stated(share.above[0], address.scope, *address.years)
        own = knowledge.stated(*address[:2], *address.years)
        if part and own and own.positive:
            totals.setdefault(address.years, []).append(part * constant(share.times) / own)
    for years, terms in totals.items():
        for first, second in combinations(terms, 2):
            name = knowledge.name(metric, scope, *years)
            yield from unequal(IMPLIED, name, first, second, unit_of(metric))


def _whole(knowledge: Knowledge, metric: str) -> Iterator[Contradiction]:
    for name, scopes in knowledge.groups.wholes(metric):
        for year in knowledge.years.get(metric, ()):
            terms = [term for scope in scopes if (term := knowledge.stated(metric, scope, year))]
            if not terms:
                continue
            total = added(terms)
            complete = len(terms) == len(scopes)
            if total.low > 100 or (complete and total.high < 100):
                title = f"{year}年{name}{knowledge.vocabulary.metric_name(metric)}"
                yield contradiction(
                    WHOLE, total, f"而{title}合计应{'为' if complete else '不超过'}100%", "%", ()
                )


def _groups_of_provinces(knowledge: Knowledge) -> Iterator[Contradiction]:
    """The share of several named provinces in the employment of the nation."""
    for address in knowledge.of:
        if address.metric != "share_of_national_employment" or not address.scope.startswith(_GROUP):
            continue
        scopes = [f"province.{name}" for name in address.scope.removeprefix(_GROUP).split("_")]
        members = [knowledge.known("employment", scope, address.years[0]) for scope in scopes]
        nation = knowledge.known("employment", NATION, address.years[0])
        if nation and nation.positive and all(members):
            computed = _scaled(added(members) / nation, 100)
            yield from _against(
                knowledge, address, computed, knowledge.stated(*address[:2], *address.years), 100
            )


def _moved(knowledge: Knowledge) -> Iterator[Contradiction]:
    """The share of this year by that of last year is the quotient of the two growth factors."""
    for year in knowledge.years.get("gdp_share", ()):
        now, before = (knowledge.stated("gdp_share", NATION, year - step) for step in (0, 1))
        own = knowledge.stated("nominal_growth", NATION, year)
        other = knowledge.stated("gdp_nominal_growth", NATION, year) or knowledge.stated(
            ASSUMED_GDP_GROWTH, NATION, year
        )
        if now and before and own and other and other.factor.positive:
            computed = before * own.factor / other.factor
            yield from unequal(MOVED, knowledge.name("gdp_share", NATION, year), computed, now, "%")
