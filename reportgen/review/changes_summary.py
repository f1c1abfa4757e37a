"""How many of each kind changed, in the words that all outputs of a comparison share."""

from __future__ import annotations

from collections import Counter

from reportgen.review.change import TIERS, View
from reportgen.review.changes import Comparison
from reportgen.review.changes_lists import ListChange
from reportgen.review.changes_passages import PassageChange
from reportgen.review.changes_printed import line_words

NO_PICTURES, NO_FIGURE = "定稿中不存图", "该版没有这幅图"
SIDES = {View.修订: "同一事实、同一年份，两版各是多少", View.顺延: "同一事实后移一年：旧版的本年对新版的本年"}


def title(comparison: Comparison) -> str:
    """``2021 年版 → 2022 年版``."""
    return f"{comparison.before.name} → {comparison.after.name}"


def count_rows(comparison: Comparison) -> list[tuple[str, ...]]:
    """For each tier: its name and how many numbers of each view; printed numbers in brackets."""
    found = Counter((one.view, one.tier) for one in comparison.changes)
    printed = Counter((one.view, one.tier) for one in comparison.changes if one.printings)
    rows = []
    for tier, name in TIERS.items():
        cells = []
        for view in comparison.by_view:
            count, shown = found[view, tier], printed[view, tier]
            told = "" if shown == count else f"（印出的 {shown}）" if shown else "（均未印出）"
            cells.append(f"{count}{told}")
        rows.append((name, *cells))
    return rows


def other_counts(comparison: Comparison) -> str:
    """What else changed, in one line: ``名单 3 个、图 2 幅、段落 5 段、输入 1 个、参数 0 个``."""
    return "、".join(
        (
            f"名单 {len(comparison.lists)} 个",
            f"图 {len(comparison.figures)} 幅",
            f"段落 {len(comparison.passages)} 段",
            f"输入文件 {len(comparison.inputs)} 个",
            f"参数 {len(comparison.parameters)} 个",
        )
    )


def list_words(change: ListChange) -> str:
    """``新入 山西，内蒙古；退出 贵州``; names of sections hold a 、 themselves."""
    moves = (("新入", change.new), ("退出", change.lost))
    return "；".join(f"{word} {'，'.join(names)}" for word, names in moves if names)


def passage_place(comparison: Comparison, change: PassageChange) -> str:
    """``20-overall.md 第75行``, the first line with a number; only the chapter where it has none."""
    for side in (comparison.after, comparison.before):
        lines = [
            one.line for one in side.printed if (one.where, one.passage) == (change.chapter, change.name)
        ]
        if lines:
            return line_words([min(lines, key=_number)])
    return change.chapter


def _number(line: str) -> int:
    number = line.rpartition(":")[2]
    return int(number) if number.isdecimal() else 0


def same(comparison: Comparison) -> bool:
    """Whether nothing at all differs."""
    return not any(
        (
            comparison.changes, comparison.rolled, comparison.lists, comparison.passages,
            comparison.figures, comparison.inputs, comparison.parameters,
        )
    )  # fmt: skip


def rolled_words(comparison: Comparison) -> str:
    """Why facts that only one side has are not listed one by one; ``""`` if there are none."""
    if not comparison.rolled:
        return ""
    return f"另有 {comparison.rolled} 个数因两版年份不同而只见于一版，不逐一列出。"
