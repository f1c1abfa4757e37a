"""Counts against the figures, ranks and lists they count."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.review.audit.compare import unequal
from reportgen.review.audit.contradiction import Contradiction
from reportgen.review.audit.knowledge import Knowledge
from reportgen.review.audit.term import Term, constant

COUNT = "个数与各数相符"
SHARE_OF_COUNT = "个数占比等于个数除以总个数"
_COUNT, _LIST = "count_value_added_above_1000yi", "list_central_west_above_1000yi"
_LIMIT = 1000  # 亿元; part of the name of the metric
_COUNTED = {"national.provinces": "province", "national.sectors": "sector"}


def counts(knowledge: Knowledge) -> Iterator[Contradiction]:
    """How many provinces or sections exceed a hundred billion yuan."""
    for scope, kind in _COUNTED.items():
        for year in knowledge.years.get(_COUNT, ()):
            stated = knowledge.stated(_COUNT, scope, year)
            if stated:
                yield from _counted(knowledge, stated, scope, kind, year)
    for year in knowledge.years.get("share_of_provinces_above_1000yi", ()):
        count = knowledge.stated(_COUNT, "national.provinces", year)
        share = knowledge.stated("share_of_provinces_above_1000yi", "national.provinces", year)
        if count:
            everything = constant(len(knowledge.groups.kinds["province"]))
            name = knowledge.name("share_of_provinces_above_1000yi", "national.provinces", year)
            computed = count / everything * constant(100)
            yield from unequal(SHARE_OF_COUNT, name, computed, share, "%")


def _counted(knowledge: Knowledge, stated: Term, scope: str, kind: str, year: int) -> Iterator[Contradiction]:
    above, below = _sides(knowledge, kind, year)
    most = len(knowledge.groups.kinds[kind]) - len(below)
    name = knowledge.name(_COUNT, scope, year)
    if len(above) > stated.nominal:
        yield _contradiction(
            f"{name}印作{stated.words}，而超过{_LIMIT}亿元的至少有{len(above)}个", stated, above
        )
    elif most < stated.nominal:
        yield _contradiction(f"{name}印作{stated.words}，而可能超过{_LIMIT}亿元的只有{most}个", stated, below)
    for other, rank in _ranked(knowledge, kind, year):
        if other in above and rank.nominal > stated.nominal:
            words = f"{name}印作{stated.words}，而排名{rank.words}的也超过{_LIMIT}亿元"
            yield _contradiction(words, stated, {"": rank, other: above[other]})
        elif other in below and rank.nominal <= stated.nominal:
            words = f"{name}印作{stated.words}，而排名{rank.words}的不到{_LIMIT}亿元"
            yield _contradiction(words, stated, {"": rank, other: below[other]})


def _sides(knowledge: Knowledge, kind: str, year: int) -> tuple[dict[str, Term], dict[str, Term]]:
    """Scopes that are certainly above the limit, listed ones included, and certainly below."""
    above: dict[str, Term] = {}
    below: dict[str, Term] = {}
    for scope in knowledge.groups.kinds[kind]:
        value = knowledge.stated("value_added", scope, year)
        listed = knowledge.stated(_LIST, scope, year)
        if value and value.low > _LIMIT:
            above[scope] = value
        elif value and value.high < _LIMIT:
            below[scope] = value
        elif listed:
            above[scope] = listed
    return above, below


def _ranked(knowledge: Knowledge, kind: str, year: int) -> Iterator[tuple[str, Term]]:
    for scope in knowledge.groups.kinds[kind]:
        rank = knowledge.stated("rank_value_added", scope, year)
        if rank:
            yield scope, rank


def _contradiction(words: str, stated: Term, others: dict[str, Term]) -> Contradiction:
    ids = tuple(dict.fromkeys(stated.ids + tuple(id for term in others.values() for id in term.ids)))
    return Contradiction(COUNT, ids, f"{words}（{'、'.join(ids)}）")
