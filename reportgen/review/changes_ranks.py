"""Positions of a number among its kind: provinces among provinces, sections among sections, zones among zones."""

from __future__ import annotations

from reportgen.facts.address import Address
from reportgen.facts.fact import Fact, FactTable
from reportgen.review.same_value import same_value

RANKED_KINDS = ("sector", "province", "zone")
_RANKED_UNITS = ("亿元", "万人", "%", "万元/人", "倍")


class Ranks:
    """The positions within one table of facts, from the largest; values that count as equal share the better one."""

    def __init__(self, facts: FactTable) -> None:
        self._peers: dict[tuple[str, str, tuple[int, ...]], list[float]] = {}
        for fact in facts:
            group = _group(fact)
            if group:
                self._peers.setdefault(group, []).append(fact.value)

    def of(self, fact: Fact) -> int | None:
        """The position of a fact of this table; None for what has no peers."""
        group = _group(fact)
        if group is None:
            return None
        return 1 + sum(
            value > fact.value and not same_value(value, fact.value) for value in self._peers[group]
        )

    def peers(self, fact: Fact) -> int:
        """How many are ranked with it."""
        group = _group(fact)
        return len(self._peers[group]) if group else 0


def is_member(address: Address, kind: str) -> bool:
    """Whether the scope of an address is one province, section or zone, whole."""
    head, _, member = address.scope.partition(".")
    return head == kind and member not in ("", "all") and "." not in member


def _group(fact: Fact) -> tuple[str, str, tuple[int, ...]] | None:
    if fact.unit not in _RANKED_UNITS:
        return None
    metric, _, years = fact.address
    return next((((metric, kind, years)) for kind in RANKED_KINDS if is_member(fact.address, kind)), None)
