"""Outcomes of a reconciliation counted: the verdicts, with the deviations by where they come from."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from reportgen.review.deviation_kinds import JudgedRow, Kind
from reportgen.review.rounding import EXACT_UNITS
from reportgen.review.verdict import Verdict

# In the order in which they are shown.
OUTCOMES: tuple[Verdict | Kind, ...] = (
    Verdict.一致,
    Verdict.舍入内一致,
    Kind.本测算的偏差,
    Kind.原书自相矛盾,
    Kind.未核,
    Verdict.无法核对,
)


def counts(rows: Iterable[JudgedRow]) -> dict[str, int]:
    """How many rows have each outcome, those that none has included; the numbers add up to the rows."""
    counted = Counter(one.kind or one.row.verdict for one in rows)
    return {outcome.value: counted[outcome] for outcome in OUTCOMES}


def median_deviation(rows: Sequence[JudgedRow]) -> Decimal | None:
    """The median of the absolute deviations in per cent; positions, counts and bounds have none."""
    sized = [
        abs(one.row.deviation)
        for one in rows
        if one.row.deviation is not None
        and one.row.published.relation in ("=", "~")
        and one.row.published.unit not in EXACT_UNITS
    ]
    return statistics.median(sized) if sized else None
