"""One quantity is the same wherever it is stated, whatever its unit and decimals; and 超过 is true."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from reportgen.facts.address import Address
from reportgen.review.audit.contradiction import Contradiction
from reportgen.review.audit.knowledge import Knowledge
from reportgen.review.audit.statement import Statement

SAME = "同一数各处相同"
RELATION = "超过、不低于、不高于成立"


def equal_figures(knowledge: Knowledge) -> Iterator[Contradiction]:
    """Statements of one quantity that cannot be one value, each pair of different figures once."""
    for address, statements in knowledge.of.items():
        variants: dict[tuple[object, ...], list[Statement]] = {}
        for one in statements:
            variants.setdefault((one.relation, one.printed, one.base), []).append(one)
        votes = {
            key: sum(one.interval.meets(group[0].interval) for one in statements)
            for key, group in variants.items()
        }
        for first, second in combinations(variants, 2):
            pair = variants[first], variants[second]
            if not _meet(pair[0][0], pair[1][0]):
                yield _contradiction(knowledge, address, pair, votes[first] - votes[second])


def _meet(first: Statement, second: Statement) -> bool:
    if first.base != second.base:
        return False
    if ">" in (first.relation, second.relation):
        bound, other = (first, second) if first.relation == ">" else (second, first)
        high = other.interval.high
        return high is None or high > bound.nominal
    return first.interval.meets(second.interval)


def _contradiction(
    knowledge: Knowledge, address: Address, pair: tuple[list[Statement], list[Statement]], lead: int
) -> Contradiction:
    sides = [f"{group[0].printed}（{'、'.join(one.id for one in group)}）" for group in pair]
    rule = SAME if all(group[0].relation in "=~" for group in pair) else RELATION
    outvoted = pair[1] if lead > 0 else pair[0] if lead < 0 else []
    return Contradiction(
        rule,
        tuple(one.id for group in pair for one in group),
        f"{knowledge.vocabulary.chinese(address)}印作{sides[0]}，又印作{sides[1]}",
        tuple(one.id for one in outvoted),
    )
