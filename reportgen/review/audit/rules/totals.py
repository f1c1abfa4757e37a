"""Parts make up their total; some of the parts do not exceed it."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.review.audit.compare import contradiction, told, unequal
from reportgen.review.audit.contradiction import Contradiction
from reportgen.review.audit.groups import Partition
from reportgen.review.audit.knowledge import Knowledge
from reportgen.review.audit.term import Term, added

SUM = "各部分之和等于总量"
SOME = "一部分不超过总量"
_ZONES = "zone.all"  # some zones may exceed all of them; shrinking sections and industries are common
_PEOPLE = ("employment", "new_employment")


def parts_and_totals(knowledge: Knowledge) -> Iterator[Contradiction]:
    """Every partition in every year; levels of the year before follow from the rates, where not stated."""
    years = knowledge.every_year
    for partition in knowledge.groups.partitions():
        for year in sorted({*years, *(year - 1 for year in years)}):
            yield from _checked(knowledge, partition, year)


def unit_of(metric: str) -> str:
    """The unit in which a level or an increment is compared."""
    return "万人" if metric.startswith(_PEOPLE) else "亿元"


def _checked(knowledge: Knowledge, partition: Partition, year: int) -> Iterator[Contradiction]:
    total = knowledge.known(*partition.total, year)
    parts = [term for part in partition.parts if (term := knowledge.known(*part, year)) is not None]
    if total is None or not parts:
        return
    unit, name = unit_of(partition.total[0]), knowledge.name(*partition.total, year)
    if len(parts) == len(partition.parts):
        yield from unequal(SUM, name, added(parts), total, unit)
    elif not partition.signed or partition.total[1] == _ZONES:
        yield from _some(partition, name, parts, total)


def _some(partition: Partition, name: str, parts: list[Term], total: Term) -> Iterator[Contradiction]:
    """Parts that exceed the total; where a part may be negative, the others would have to be."""
    computed = added(parts)
    if computed.low <= total.high:
        return
    unit, missing = unit_of(partition.total[0]), len(partition.parts) - len(parts)
    against = f"已超过{name}，{told(total, unit)}"
    if partition.signed:
        against += f"；除非未印出的{missing}项合计为负"
    yield contradiction(SOME, computed, against, unit, total.ids, certain=not partition.signed)
