"""A reconciliation as text for people: verdicts, sizes and the deviations of each group of figures."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fnmatch import fnmatchcase

from reportgen.review.deviation_kinds import JudgedRow, Kind
from reportgen.review.outcomes import counts
from reportgen.review.parts import by_part
from reportgen.review.reconciliation import ReconciledRow
from reportgen.review.rounding import EXACT_UNITS, round_half_up
from reportgen.review.verdict import RELATIONS, Verdict

# Groups in the order in which they are printed, and the patterns of their metrics.
GROUPS: dict[str, tuple[str, ...]] = {
    "规模": ("value_added*",),
    "增速": ("nominal_growth*", "mean_nominal_growth", "cumulative_growth", "cagr", "growth_rate_increase"),
    "占比": (
        "gdp_share",
        "share_of_region_gdp",
        "share_of_direct",
        "share_of_total",
        "share_of_national_employment",
        "indirect_share_of_total",
    ),
    "就业": ("employment*",),
    "新增就业": ("new_employment*",),
    "排名与名单": ("rank_*", "list_*"),
    "计数与比率": ("count_*", "ratio_*", "share_of_provinces_*"),
    "假定": ("assumed_*",),
}
_OTHER = "其他"


def group_of(metric: str) -> str:
    """The group of a metric: 规模, 增速, 占比, … or 其他."""
    fits = (group for group in GROUPS if any(fnmatchcase(metric, pattern) for pattern in GROUPS[group]))
    return next(fits, _OTHER)


def summary(rows: Iterable[JudgedRow]) -> str:
    """Chinese text: counts in all and by part of the paper, then each group of metrics with its deviations."""
    everything = list(rows)
    parts = [_counts(f"  {part} ", members) for part, members in by_part(everything).items()]
    blocks = ["\n".join([_counts("共核对 ", everything), *parts])]
    for group in (*GROUPS, _OTHER):
        members = [one for one in everything if group_of(one.row.published.metric) == group]
        if members:
            blocks.append("\n".join(_group_lines(group, members)))
    return "\n\n".join(blocks) + "\n"


def _counts(name: str, rows: Sequence[JudgedRow]) -> str:
    """``【规模】94 行：一致 8，舍入内一致 5，偏差 65（本测算的偏差 61，…），无法核对 16``."""
    counted = counts(rows)
    kinds = [f"{kind.value} {counted[kind.value]}" for kind in Kind if counted[kind.value]]
    verdicts = {verdict: counted.get(verdict.value, 0) for verdict in Verdict}
    verdicts[Verdict.偏差] = sum(counted[kind.value] for kind in Kind)
    shown = [
        f"{verdict.value} {number}" + (f"（{'，'.join(kinds)}）" if verdict is Verdict.偏差 and kinds else "")
        for verdict, number in verdicts.items()
    ]
    return f"{name}{len(rows)} 行：{'，'.join(shown)}"


def _group_lines(group: str, rows: Sequence[JudgedRow]) -> list[str]:
    lines = [_counts(f"【{group}】", rows), *_sizes([one.row for one in rows])]
    return lines + [_deviation_line(one) for one in rows if one.kind]


def _sizes(rows: Sequence[ReconciledRow]) -> list[str]:
    """Median and largest absolute deviation; bounds (超过, 不低于, 不高于) have no size and are left out."""
    sized = [row for row in rows if row.deviation is not None and row.published.relation in ("=", "~")]
    if not sized:
        return []
    unit = "位" if all(row.published.unit == "位" for row in sized) else "%"
    largest = max(sized, key=lambda row: abs(row.deviation))
    median = _short(statistics.median(abs(row.deviation) for row in sized))
    most = f"{_short(abs(largest.deviation))}{unit}（{largest.published.id} {largest.label}）"
    return [f"  绝对偏差中位数 {median}{unit}，最大 {most}"]


def _deviation_line(one: JudgedRow) -> str:
    row, stated = one.row, one.row.published
    word = "" if stated.relation == "=" else RELATIONS[stated.relation]
    if row.computed is None:
        sizes = ""
    else:
        decimals = stated.precision if stated.unit in EXACT_UNITS else max(stated.precision, 2)
        computed = f"{round_half_up(row.computed, decimals):f}{stated.unit}"
        percent = "" if row.deviation is None else f"，偏差 {_short(row.deviation, '+')}%"
        sizes = f"，测算 {computed}{'' if stated.unit == '位' else percent}"
    where = f"（{stated.where}）" if stated.where else ""
    kind = "" if one.kind is Kind.本测算的偏差 else f"{one.kind.value}："
    return f"  {stated.id} {row.label}{where}：印出 {word}{stated.printed}{stated.unit}{sizes}。{kind}{row.reason}"


def _short(value: Decimal, sign: str = "") -> str:
    """Two decimals at most: ``12``, ``0.5``, ``+3.21``."""
    return format(round_half_up(value, 2).normalize() + 0, f"{sign}f")
