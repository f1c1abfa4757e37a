"""What the page of changes shows, ready for its template."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reportgen.review.cause_section import CauseSection
from reportgen.review.change import Change, View
from reportgen.review.change_words import Words, fixed, words_of
from reportgen.review.changes import Comparison
from reportgen.review.changes_summary import (
    NO_FIGURE,
    NO_PICTURES,
    SIDES,
    count_rows,
    list_words,
    other_counts,
    passage_place,
    rolled_words,
    same,
    title,
)
from reportgen.review.headlines import headlines
from reportgen.review.word_changes import shortened

MOST_ROWS = 3000
FIGURES = "图"
_FINGERPRINT = 12  # characters, enough to tell two apart
_SCOPES = {
    "national": "全国", "direct": "直接产业", "indirect": "渗透产业", "industry": "三次产业", "sector": "门类",
    "zone": "经济圈", "province": "省份",
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One number: its words, and what the filters of the page look at."""

    words: Words
    scope: str
    metric: str
    files: str


@dataclass(frozen=True)
class Table:
    """The numbers of one view: those that are printed, the others, and how many more the CSV file holds."""

    view: View
    explained: str
    printed: tuple[Row, ...]
    others: tuple[Row, ...]
    left: int


def page_values(
    comparison: Comparison, causes: Sequence[CauseSection] = (), without: str = ""
) -> dict[str, Any]:
    """The values for ``templates/review/changes.html``; ``without`` says why there are no causes."""
    tables = [_table(comparison, view, changes) for view, changes in comparison.by_view.items()]
    rows = [row for table in tables for row in (*table.printed, *table.others)]
    return {
        "heading": title(comparison),
        "before": comparison.before.name,
        "after": comparison.after.name,
        "same": same(comparison),
        "headlines": headlines(comparison),
        "counts": count_rows(comparison),
        "views": [view.value for view in comparison.by_view],
        "others": other_counts(comparison),
        "rolled": rolled_words(comparison),
        "causes": causes,
        "without_causes": without,
        "fixed": fixed,
        "tables": tables,
        "tiers": _choices(row.words.tier for row in rows),
        "kinds": _choices(row.words.kind for row in rows),
        "scopes": [one for one in (*_SCOPES.values(), "其他") if any(row.scope == one for row in rows)],
        "metrics": _choices(row.metric for row in rows),
        "files": sorted(_choices(file for row in rows for file in row.files.split())),
        "lists": [(one.name, list_words(one)) for one in comparison.lists],
        "figures": [(_figure_name(comparison, one.name), one) for one in comparison.figures],
        "absent": [
            NO_FIGURE if side.figures else NO_PICTURES for side in (comparison.before, comparison.after)
        ],
        "passages": [
            (passage_place(comparison, one), one, shortened(one.words)) for one in comparison.passages
        ],
        "inputs": [
            one._replace(before=one.before[:_FINGERPRINT], after=one.after[:_FINGERPRINT])
            for one in comparison.inputs
        ],
        "parameters": comparison.parameters,
    }


def _table(comparison: Comparison, view: View, changes: Sequence[Change]) -> Table:
    shown = [one for one in changes if one.printings]
    unprinted = [one for one in changes if not one.printings]
    room = max(0, MOST_ROWS - len(shown))
    return Table(
        view,
        SIDES[view],
        tuple(_row(comparison, one) for one in shown),
        tuple(_row(comparison, one) for one in unprinted[:room]),
        max(0, len(unprinted) - room),
    )


def _row(comparison: Comparison, change: Change) -> Row:
    vocabulary = comparison.after.facts.vocabulary
    files = dict.fromkeys(one.where if "." in one.where else FIGURES for one in change.printings)
    return Row(
        words_of(change, vocabulary),
        _SCOPES.get(change.fact.address.scope.partition(".")[0], "其他"),
        vocabulary.metric_name(change.fact.address.metric),
        " ".join(files),
    )


def _figure_name(comparison: Comparison, name: str) -> str:
    """``图2（scale_and_share）``: the number as the later side prints it, else the earlier one."""
    printed = (*comparison.after.printed, *comparison.before.printed)
    number = next((one.line for one in printed if one.where == name), "")
    return f"{number}（{name}）" if number not in ("", name) else name


def _choices(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(name for name in names if name))
