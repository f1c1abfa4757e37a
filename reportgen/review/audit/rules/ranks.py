"""Ranks against the figures they rank."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from reportgen.review.audit.contradiction import Contradiction
from reportgen.review.audit.knowledge import Knowledge
from reportgen.review.audit.term import Term

ORDER = "位次与数值相符"
DOUBLED = "一个位次只有一个"
HIGHER = "位次之前没有更多更大的"

# The figure that each rank orders; in what order a list names its members is left to the paper.
RANKED = {
    "rank_value_added": "value_added",
    "rank_value_added_direct": "value_added_direct",
    "rank_value_added_indirect": "value_added_indirect",
    "rank_nominal_growth": "nominal_growth",
    "rank_employment": "employment",
    "rank_employment_growth": "employment_growth",
}
_Ranks = dict[str, Term]


def ranks(knowledge: Knowledge) -> Iterator[Contradiction]:
    """Every rank of a metric, a kind of scopes and a year against the figures and the other ranks."""
    for (metric, kind, years), found in _by_contest(knowledge).items():
        values = {scope: knowledge.stated(RANKED[metric], scope, *years) for scope in found}
        for pair in combinations(found, 2):
            yield from _pair(knowledge, metric, years, {scope: found[scope] for scope in pair}, values)
        yield from _higher(knowledge, metric, kind, years, found)


def _by_contest(knowledge: Knowledge) -> dict[tuple[str, str, tuple[int, ...]], _Ranks]:
    """The stated ranks by metric, kind of scopes and year."""
    found: dict[tuple[str, str, tuple[int, ...]], _Ranks] = defaultdict(dict)
    for address in knowledge.of:
        kind = knowledge.groups.kind_of(address.scope)
        term = knowledge.stated(*address[:2], *address.years) if address.metric in RANKED and kind else None
        if term:
            found[address.metric, kind, address.years][address.scope] = term
    return found


def _pair(
    knowledge: Knowledge, metric: str, years: tuple[int, ...], pair: _Ranks, values: dict[str, Term | None]
) -> Iterator[Contradiction]:
    ahead, behind = sorted(pair, key=lambda scope: pair[scope].nominal)
    names = [f"{knowledge.name(metric, scope, *years)}印作{pair[scope].words}" for scope in (ahead, behind)]
    ids = pair[ahead].ids + pair[behind].ids
    greater, smaller = values[ahead], values[behind]
    if pair[ahead].nominal == pair[behind].nominal:
        equal = greater and smaller and greater.interval.meets(smaller.interval)
        if not equal:
            yield Contradiction(DOUBLED, ids, f"{names[0]}，{names[1]}（{'、'.join(ids)}）")
    elif greater and smaller and greater.high < smaller.low:
        every = ids + greater.ids + smaller.ids
        words = (
            f"{names[0]}，{names[1]}，而两者的数为{greater.words}小于{smaller.words}（{'、'.join(every)}）"
        )
        yield Contradiction(ORDER, every, words)


def _higher(
    knowledge: Knowledge, metric: str, kind: str, years: tuple[int, ...], found: _Ranks
) -> Iterator[Contradiction]:
    """More greater figures than places before it."""
    for scope, rank in found.items():
        own = knowledge.stated(RANKED[metric], scope, *years)
        if own is None:
            continue
        others = [knowledge.stated(RANKED[metric], other, *years) for other in knowledge.groups.kinds[kind]]
        above = [term for term in others if term and term.low > own.high]
        if len(above) >= rank.nominal:
            ids = tuple(dict.fromkeys(rank.ids + own.ids + tuple(id for term in above for id in term.ids)))
            name = knowledge.name(metric, scope, *years)
            words = f"{name}印作{rank.words}，而大于{own.words}的有{len(above)}个（{'、'.join(ids)}）"
            yield Contradiction(HIGHER, ids, words)
