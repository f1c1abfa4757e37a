"""The page of the reconciliation in words: its rows, its contradictions, and the points of its charts."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportgen.review.audit.contradiction import Contradiction
from reportgen.review.deviation_kinds import JudgedRow, Kind
from reportgen.review.outcomes import counts, median_deviation
from reportgen.review.parts import by_part
from reportgen.review.rounding import EXACT_UNITS, UNITS, convert, round_half_up
from reportgen.review.verdict import RELATIONS

_DECIMALS = 2
# Dimensions that have a chart, with the unit of its scales.
UNITS_OF_CHARTS = {"money": "亿元", "share": "%", "people": "万人"}


@dataclass(frozen=True, slots=True)
class Line:
    """One stated figure: everything as text; ``kind`` is the kind of a deviation, else ``""``."""

    id: str
    label: str
    where: str
    published: str
    computed: str
    deviation: str
    outcome: str
    kind: str
    reason: str
    contradictions: tuple[Contradiction, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the paper: how many rows have each outcome, the median deviation, and its rows."""

    name: str
    counts: Mapping[str, int]
    median: str
    deviating: tuple[Line, ...]
    others: tuple[Line, ...]

    @property
    def total(self) -> int:
        """All its rows."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Pair:
    """A published and a computed value, both above zero, in the unit of a chart."""

    id: str
    name: str
    published: float
    computed: float
    kind: Kind | None

    @property
    def distance(self) -> float:
        """How far the two are apart, in powers of ten."""
        return abs(math.log10(self.computed / self.published))


@dataclass(frozen=True, slots=True)
class TakenPart:
    """A contradiction with the deviating rows that take part in it."""

    contradiction: Contradiction
    lines: tuple[Line, ...]


def parts(rows: Sequence[JudgedRow]) -> list[Part]:
    """The rows by part of the paper, deviations first."""
    return [_part(name, members) for name, members in by_part(rows).items()]


def whole(rows: Sequence[JudgedRow]) -> Part:
    """All rows as one part."""
    return _part("合计", rows)


def contradictions_of(rows: Sequence[JudgedRow]) -> list[TakenPart]:
    """Every contradiction that rows take part in, in the order of the first such row."""
    found = dict.fromkeys(one for row in rows for one in row.contradictions)
    return [
        TakenPart(one, tuple(_line(row) for row in rows if row.kind and one in row.contradictions))
        for one in found
    ]


def pairs(rows: Sequence[JudgedRow], dimension: str) -> list[Pair]:
    """The points of the chart of one dimension: figures that were stated and computed, both above zero.

    A figure stated in several places in the same digits is one point.
    """
    unit = UNITS_OF_CHARTS[dimension]
    found: dict[tuple[object, ...], Pair] = {}
    for one in rows:
        stated, computed = one.row.published, one.row.computed
        if UNITS[stated.unit][0] != dimension or stated.relation not in ("=", "~"):
            continue
        if stated.value is None or computed is None or min(stated.value, computed) <= 0:
            continue
        values = (float(convert(value, stated.unit, unit)) for value in (stated.value, computed))
        key = (stated.metric, stated.scope, stated.years, stated.printed)
        found.setdefault(key, Pair(stated.id, one.row.label, *values, one.kind))
    return list(found.values())


def farthest(points: Sequence[Pair], count: int) -> list[Pair]:
    """The deviating pairs that are farthest apart, the farthest first."""
    return sorted((one for one in points if one.kind), key=lambda one: -one.distance)[:count]


def _part(name: str, rows: Sequence[JudgedRow]) -> Part:
    median = median_deviation(rows)
    return Part(
        name,
        counts(rows),
        "" if median is None else f"{round_half_up(median, _DECIMALS)}%",
        tuple(_line(one) for one in rows if one.kind),
        tuple(_line(one) for one in rows if not one.kind),
    )


def _line(one: JudgedRow) -> Line:
    row, stated = one.row, one.row.published
    word = "" if stated.relation == "=" else RELATIONS[stated.relation]
    return Line(
        stated.id,
        row.label,
        stated.where,
        f"{word}{stated.printed}{stated.unit}" if stated.value is not None else "未公布",
        _computed(one),
        _deviation(one),
        row.verdict.value,
        one.kind.value if one.kind else "",
        row.reason,
        one.contradictions,
    )


def _computed(one: JudgedRow) -> str:
    value, stated = one.row.computed, one.row.published
    if value is None:
        return "—"
    decimals = stated.precision if stated.unit in EXACT_UNITS else max(stated.precision, _DECIMALS)
    return f"{round_half_up(value, decimals):f}{stated.unit}"


def _deviation(one: JudgedRow) -> str:
    """In per cent, percentages in 百分点, positions and counts in their own unit; bounds have none."""
    value, stated = one.row.computed, one.row.published
    if value is None or stated.value is None or stated.relation not in ("=", "~"):
        return ""
    difference = value - stated.value
    if stated.unit in EXACT_UNITS:
        return f"{round_half_up(difference, 0):+f}{stated.unit}" if difference else ""
    if stated.unit == "%":
        return f"{round_half_up(difference, _DECIMALS):+f}个百分点"
    return "" if one.row.deviation is None else f"{round_half_up(one.row.deviation, _DECIMALS):+f}%"
