"""The parts of a paper to which its figures belong: nation, domains, sections, provinces, employment."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase

from reportgen.review.deviation_kinds import JudgedRow
from reportgen.review.published import PublishedRow

_EMPLOYMENT = "*employment*"
# Parts in the order in which they are shown, and the patterns of their scopes; the first that fits counts.
PARTS: dict[str, tuple[str, ...]] = {
    "总体": ("national",),
    "直接产业与渗透产业": ("direct", "indirect"),
    "四大领域": ("direct.*",),
    "三次产业": ("industry.*",),
    "行业门类": ("sector.*", "national.sectors"),
    "各省": ("province.*", "provinces.*", "national.*"),
    "经济圈": ("zone.*",),
}
JOBS, OTHERS = "就业", "其他"


def part_of(row: PublishedRow) -> str:
    """The part of a stated figure; everything about employment is one part, whatever its scope."""
    if fnmatchcase(row.metric, _EMPLOYMENT):
        return JOBS
    fits = (part for part, scopes in PARTS.items() if any(fnmatchcase(row.scope, scope) for scope in scopes))
    return next(fits, OTHERS)


def by_part(rows: Sequence[JudgedRow]) -> dict[str, list[JudgedRow]]:
    """Rows by their part, in the order of the parts; parts without rows are left out."""
    found: dict[str, list[JudgedRow]] = {part: [] for part in (*PARTS, JOBS, OTHERS)}
    for one in rows:
        found[part_of(one.row.published)].append(one)
    return {part: members for part, members in found.items() if members}
