"""The search box: facts by words, as ``reportgen facts`` finds them, with the text to paste into a chapter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportgen.facts.fact import Fact, FactTable

Pasted = Callable[[Fact], str]
_MOST = 50
_LARGE = "万亿元"


def found(facts: FactTable, query: str, pasted: Pasted) -> dict[str, Any]:
    """The first matches and how many there are: label, value, unit, status and text to paste of each."""
    words = query.split()
    matches = facts.search(words) if words else []
    return {"count": len(matches), "facts": [_told(fact, pasted) for fact in matches[:_MOST]]}


def named(facts: FactTable, label: str, printed: str, pasted: Pasted) -> dict[str, Any]:
    """The one fact with this Chinese address, in the same form; pasted, it prints in the unit of `printed`."""
    told = [_told(fact, pasted) for fact in facts if fact.label == label]
    if printed.endswith(_LARGE):
        told = [one | {"paste": one["paste"].replace("| 亿元", f"| {_LARGE}")} for one in told]
    return {"count": len(told), "facts": told}


def _told(fact: Fact, pasted: Pasted) -> dict[str, str]:
    return {
        "label": fact.label,
        "value": f"{fact.value:.10g}",
        "unit": fact.unit,
        "status": fact.status.name,
        "paste": pasted(fact),
    }
