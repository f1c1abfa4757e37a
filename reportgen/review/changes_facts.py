"""The numbers that differ between two snapshots, in both views."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.facts.fact import Fact
from reportgen.review.change import Alarm, Alert, Change, Kind, Printing, Tier, View
from reportgen.review.changes_marks import alerts
from reportgen.review.changes_order import by_relevance
from reportgen.review.changes_pairs import Pair
from reportgen.review.changes_printed import Printings, of_its_own
from reportgen.review.changes_ranks import Ranks
from reportgen.review.same_value import same_value
from reportgen.review.snapshot import Snapshot


class FactChanges:
    """Compares the facts of two snapshots pair by pair."""

    def __init__(self, before: Snapshot, after: Snapshot) -> None:
        self._printings = Printings(before, after)
        self._ranks = Ranks(before.facts), Ranks(after.facts)
        self._vocabulary = after.facts.vocabulary

    def changes(self, view: View, pairs: Iterable[Pair]) -> tuple[Change, ...]:
        """The pairs that differ, the most relevant first."""
        found = (self._change(view, *pair) for pair in pairs)
        return tuple(by_relevance((one for one in found if one), self._vocabulary))

    def _change(self, view: View, before: Fact | None, after: Fact | None) -> Change | None:
        printings = self._printings.of(before, after)
        kind = _kind(before, after) or _written_otherwise(after, printings)
        if kind is None:
            return None
        ranks, told = None, ()
        if kind is Kind.数值:
            assert before is not None and after is not None
            ranks = self._moved(before, after)
            told = (*alerts(before, after), *_rank_alert(after, before, ranks))
        return Change(view, _tier(kind, printings), kind, before, after, printings, ranks, told)

    def _moved(self, before: Fact, after: Fact) -> tuple[int, int] | None:
        old, new = self._ranks[0].of(before), self._ranks[1].of(after)
        return (old, new) if old and new and old != new else None


def _kind(before: Fact | None, after: Fact | None) -> Kind | None:
    if before is None or after is None:
        return Kind.出现 if before is None else Kind.消失
    if before.unit != after.unit:
        return Kind.单位
    if not same_value(before.value, after.value):
        return Kind.数值
    if before.status is not after.status:
        return Kind.状态
    return None


def _written_otherwise(after: Fact | None, printings: tuple[Printing, ...]) -> Kind | None:
    changed = after and any(of_its_own(one, after.unit).changed for one in printings)
    return Kind.写法 if changed else None


def _tier(kind: Kind, printings: tuple[Printing, ...]) -> Tier:
    if any(one.changed for one in printings) and kind is not Kind.状态:
        return Tier.印文
    return Tier.数值 if kind is Kind.数值 else Tier.有无


def _rank_alert(after: Fact, before: Fact, ranks: tuple[int, int] | None) -> tuple[Alert, ...]:
    """A move among its kind; a fact that is a position itself moves by its value."""
    if after.unit == "位":
        ranks = round(before.value), round(after.value)
    return (Alert(Alarm.名次, f"第{ranks[0]}位→第{ranks[1]}位"),) if ranks else ()
