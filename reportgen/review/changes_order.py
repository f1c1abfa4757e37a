"""Which change comes first on a reviewer's list."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.facts.address import Vocabulary
from reportgen.review.change import Change

_LEVELS = ("national", "direct", "indirect", "industry", "sector", "zone", "province")


def by_relevance(changes: Iterable[Change], vocabulary: Vocabulary) -> list[Change]:
    """The most relevant first.

    What is printed otherwise stands before what is not, printed numbers before others; then come changes of
    sign, marks passed and moves of rank; then the nation before its parts, before sections, before zones and
    provinces; then what is printed at more places; then the larger change.
    """
    order = {metric: position for position, metric in enumerate(vocabulary.metrics)}

    def key(change: Change) -> tuple[object, ...]:
        address = change.fact.address
        return (
            change.tier,
            not change.printings,
            min((one.alarm for one in change.alerts), default=9),
            _level(address.scope),
            -change.places,
            -_size(change),
            order.get(address.metric, len(order)),
            address,
        )

    return sorted(changes, key=key)


def _level(scope: str) -> int:
    """0 for the nation, more for smaller scopes, most for the parts of a section or province."""
    head, *rest = scope.split(".")
    if head not in _LEVELS or len(rest) > 1:
        return len(_LEVELS)
    return _LEVELS.index(head) + (head == "direct" and bool(rest))


def _size(change: Change) -> float:
    """The relative change; a difference of percentages counts as it is, one of positions by the place."""
    if change.difference is None:
        return 0.0
    return abs(change.difference if change.relative is None else change.relative)
