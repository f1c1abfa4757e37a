"""Distances in percentage points against the two percentages."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.review.audit.compare import unequal
from reportgen.review.audit.contradiction import Contradiction
from reportgen.review.audit.knowledge import Knowledge
from reportgen.review.audit.term import Term

DISTANCE = "相差的百分点等于两数之差"


def distances(knowledge: Knowledge) -> Iterator[Contradiction]:
    """Every distance whose two percentages are printed somewhere; it is stated without sign."""
    for one in knowledge.distances:
        first, second = (
            knowledge.stated(*address[:2], *address.years) for address in (one.address, one.other)
        )
        if first and second:
            interval = one.interval
            stated = Term(
                interval.low,
                interval.high,
                one.nominal,
                f"{one.printed.removesuffix('%')}个百分点",
                (one.id,),
            )
            names = [knowledge.vocabulary.chinese(address) for address in (one.address, one.other)]
            yield from unequal(DISTANCE, "与".join(names) + "之差", abs(first - second), stated, "个百分点")
