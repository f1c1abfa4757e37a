"""What is said of every member of a group, and means, against the members."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.facts.address import Address
from reportgen.review.audit.compare import unequal
from reportgen.review.audit.contradiction import Contradiction
from reportgen.review.audit.knowledge import Knowledge
from reportgen.review.audit.statement import Statement
from reportgen.review.audit.term import added, constant
from reportgen.review.verdict import RELATIONS

EACH = "各项都满足所说的界限"
BOUND = "增速在所说的区间之内"
MEAN = "平均数与各项相符"
_EACH = {"national.each_province": "province", "direct.each_domain": "direct"}
_BOUNDS = ("nominal_growth_lower_bound", "nominal_growth_upper_bound")


def bounds(knowledge: Knowledge) -> Iterator[Contradiction]:
    """每个省、四大领域各项 against their members, growth bounds against the growth itself."""
    for address, statements in knowledge.of.items():
        for one in statements:
            if address.scope in _EACH:
                members = knowledge.groups.kinds[_EACH[address.scope]]
                for scope in members:
                    yield from _member(knowledge, one, address._replace(scope=scope), EACH)
            elif address.metric in _BOUNDS:
                yield from _member(knowledge, one, address._replace(metric="nominal_growth"), BOUND)


def means(knowledge: Knowledge) -> Iterator[Contradiction]:
    """The plain mean of the growth of all provinces; with some of them nothing can be said."""
    for year in knowledge.years.get("mean_nominal_growth", ()):
        scopes = knowledge.groups.kinds["province"]
        terms = [knowledge.stated("nominal_growth", scope, year) for scope in scopes]
        if all(terms):
            name = knowledge.name("mean_nominal_growth", "national.provinces", year)
            stated = knowledge.stated("mean_nominal_growth", "national.provinces", year)
            yield from unequal(MEAN, name, added(terms) / constant(len(terms)), stated, "%")


def _member(knowledge: Knowledge, bound: Statement, address: Address, rule: str) -> Iterator[Contradiction]:
    term = knowledge.stated(*address[:2], *address.years)
    if term is None or _fulfilled(bound, term.low, term.high):
        return
    whole = knowledge.vocabulary.chinese(bound.address)
    name, ids = knowledge.vocabulary.chinese(address), (bound.id, *term.ids)
    words = f"{whole}印作{bound.printed}，而{name}印作{term.words}（{'、'.join(ids)}）"
    yield Contradiction(rule, ids, words)


def _fulfilled(bound: Statement, low: object, high: object) -> bool:
    if bound.relation not in RELATIONS or bound.relation in "=~":
        return True
    if bound.relation == "<=":
        return low <= bound.nominal
    return high > bound.nominal if bound.relation == ">" else high >= bound.nominal
