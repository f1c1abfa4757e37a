"""The labels of a table: which ones a column may hold, and their English scopes."""

from __future__ import annotations

from reportgen.data.card import Column
from reportgen.facts.address import Vocabulary

_KIND = {"section": "sector", "industry": "industry", "province": "province"}
_GROUPS = {"工业": "group.industry", "其他行业": "group.other"}


def members(column: str, meaning: Column, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The labels of a column without its total: those of its card, or all of its kind in the vocabulary."""
    if meaning.values:
        return tuple(meaning.values)
    scopes = vocabulary.scopes_of_kind(_KIND.get(column, column))
    return tuple(vocabulary.scope_name(scope) for scope in scopes)


def allowed(column: str, meaning: Column, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The labels of a column, the total first."""
    total = (meaning.total,) if meaning.total else ()
    return total + members(column, meaning, vocabulary)


def scopes_by_label(vocabulary: Vocabulary) -> dict[str, str]:
    """The English scope of every Chinese label that tables use; identifiers and 合计 are not among them."""
    return {name.chinese: english for english, name in vocabulary.scopes.items()} | _GROUPS
