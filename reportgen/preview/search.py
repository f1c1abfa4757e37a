"""The search box: facts by words, as ``reportgen facts`` finds them, with the text to paste into a chapter."""

from __future__ import annotations

import dataclasses
from typing import Any

from reportgen.facts.address import Calendar
from reportgen.facts.fact import FactTable
from reportgen.text.pasting import Hits, find, hit

_MOST = 50


def found(facts: FactTable, calendar: Calendar, query: str) -> dict[str, Any]:
    """The best matches, how many there are, and the words that were replaced; nothing for an empty query."""
    return _told(find(facts, calendar, query, _MOST) if query.strip() else Hits((), 0, ()))


def named(facts: FactTable, calendar: Calendar, label: str) -> dict[str, Any]:
    """The one fact with this Chinese address, in the same form."""
    hits = tuple(hit(fact, facts, calendar) for fact in facts if fact.label == label)
    return _told(Hits(hits, len(hits), ()))


def _told(hits: Hits) -> dict[str, Any]:
    facts = [dataclasses.asdict(one) for one in hits.hits]
    return {"count": hits.count, "facts": facts, "replaced": hits.replaced}
