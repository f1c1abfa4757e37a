"""A comparison as Markdown for a pull request: short, and safe against what Markdown would take for markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reportgen.review.change_words import words_of
from reportgen.review.changes import Comparison
from reportgen.review.changes_summary import (
    count_rows,
    list_words,
    other_counts,
    passage_place,
    rolled_words,
    same,
    title,
)
from reportgen.review.headlines import headlines
from reportgen.review.word_changes import DELETED, INSERTED, Words, shortened

MOST_CHANGES = 12
MOST_PASSAGES = 10
_MARKUP = re.compile(r"[\\`*_\[\]<>|~&$]")
_MENTION = re.compile(r"[@#](?=\w)")
_UNSEEN = "\u200b"  # parts @ and # from what follows, which would be taken for a person or an issue
_MARKS = {DELETED: ("<del>", "</del>"), INSERTED: ("<ins>", "</ins>")}


def changes_markdown(comparison: Comparison) -> str:
    """Headlines, counts, the most relevant changes and the passages."""
    parts = [f"## {escaped(title(comparison))}"]
    if same(comparison):
        return "\n\n".join([*parts, "两版没有差别。"]) + "\n"
    rows = [(escaped(one.label), one.before, one.after, one.difference) for one in headlines(comparison)]
    parts.append(_table(("主要指标", "旧", "新", "变动"), rows, 3))
    parts.append(
        _table(("变化的数", *(view.value for view in comparison.by_view)), count_rows(comparison), 2)
    )
    parts.append(f"{other_counts(comparison)}。{rolled_words(comparison)}")
    parts += _most_relevant(comparison)
    parts += _lists(comparison)
    parts += _passages(comparison)
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Text that Markdown prints as it is, on one line."""
    plain = _MARKUP.sub(lambda found: f"\\{found[0]}", " ".join(text.split()))
    return _MENTION.sub(lambda found: found[0] + _UNSEEN, plain)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], numbers: int) -> str:
    """A table; after the first column so many hold numbers."""
    rule = ["---", *["---:"] * numbers, *["---"] * (len(head) - numbers - 1)]
    lines = [head, rule, *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _most_relevant(comparison: Comparison) -> list[str]:
    vocabulary = comparison.after.facts.vocabulary
    parts = []
    for view, changes in comparison.by_view.items():
        found = [words_of(one, vocabulary) for one in changes[:MOST_CHANGES]]
        rows = [
            tuple(map(escaped, (one.label, one.before, one.after, "；".join(one.alerts), one.places)))
            for one in found
        ]
        if rows:
            of_all = f"（前 {len(rows)} 项，共 {len(changes)} 项）" if len(changes) > len(rows) else ""
            head = ("地址", "旧", "新", "提示", "印出处")
            parts += [f"### {view.value}{of_all}", _table(head, rows, 2)]
    return parts


def _lists(comparison: Comparison) -> list[str]:
    if not comparison.lists:
        return []
    lines = [f"- {escaped(one.name)}：{escaped(list_words(one))}" for one in comparison.lists]
    return ["### 名单", "\n".join(lines)]


def _passages(comparison: Comparison) -> list[str]:
    if not comparison.passages:
        return []
    lines = [
        f"- **{escaped(passage_place(comparison, one))}** {''.join(map(_marked, shortened(one.words)))}"
        for one in comparison.passages[:MOST_PASSAGES]
    ]
    left = len(comparison.passages) - len(lines)
    return ["### 段落", "\n".join(lines), *([f"另有 {left} 段。"] if left else [])]


def _marked(words: Words) -> str:
    start, end = _MARKS.get(words.change, ("", ""))
    return f"{start}{escaped(words.text)}{end}"
