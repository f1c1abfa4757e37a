"""All changed numbers of a comparison as one CSV file, unrounded."""

from __future__ import annotations

from reportgen.facts.fact import Fact
from reportgen.review.change import Change
from reportgen.review.change_words import words_of
from reportgen.review.changes import Comparison
from reportgen.review.csv_rows import csv_text

COLUMNS = (
    "视图", "层级", "变化", "地址", "旧地址", "旧值", "新值", "旧单位", "新单位", "差", "变动%", "旧状态", "新状态",
    "旧名次", "新名次", "提示", "旧印文", "新印文", "印出处", "处数",
)  # fmt: skip


def changes_csv(comparison: Comparison) -> str:
    """One row a changed number, the most relevant first; ``""`` where a side has none."""
    return csv_text(COLUMNS, [_row(comparison, change) for change in comparison.changes])


def _row(comparison: Comparison, change: Change) -> tuple[str | float | None, ...]:
    words = words_of(change, comparison.after.facts.vocabulary)
    ranks = change.ranks or (None, None)
    return (
        change.view.value, words.tier, words.kind,
        _label(change.after), _label(change.before), _value(change.before), _value(change.after),
        change.before.unit if change.before else "", change.after.unit if change.after else "",
        change.difference, change.relative, _status(change.before), _status(change.after), *ranks,
        "；".join(words.alerts),
        "；".join(one.before for one in words.printings if one.before),
        "；".join(one.after for one in words.printings if one.after),
        words.places, change.places,
    )  # fmt: skip


def _label(fact: Fact | None) -> str:
    return fact.label if fact else ""


def _value(fact: Fact | None) -> float | None:
    return float(fact.value) if fact else None


def _status(fact: Fact | None) -> str:
    return fact.status.name if fact else ""
