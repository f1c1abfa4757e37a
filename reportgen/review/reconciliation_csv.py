"""A reconciliation as a table for people: one line a stated figure."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from reportgen.facts.spreadsheet import safe_cell
from reportgen.review.deviation_kinds import JudgedRow

COLUMNS = [
    "id", "metric", "scope", "year", "published", "unit", "computed", "deviation", "verdict", "reason",
    "contradictions",
]  # fmt: skip


def to_csv(rows: Iterable[JudgedRow]) -> str:
    """CSV text with the columns of `COLUMNS`: published as printed, computed unrounded, in the row's unit.

    The verdict of a deviation says where it comes from; contradictions of the published figures are given
    with their arithmetic and the ids of the rows.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in rows:
        row, stated = one.row, one.row.published
        years = "-".join(str(year) for year in stated.years)
        computed = "" if row.computed is None else f"{row.computed.normalize():f}"
        deviation = "" if row.deviation is None else f"{row.deviation:f}"
        address = (stated.id, stated.metric, stated.scope, years)
        numbers = (stated.printed, stated.unit, computed, deviation)
        told = "；".join(contradiction.arithmetic for contradiction in one.contradictions)
        writer.writerow(map(safe_cell, (*address, *numbers, one.outcome, row.reason, told)))
    return text.getvalue()
