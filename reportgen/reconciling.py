"""The reconciliation with a published paper: the table, the page and the summary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from reportgen import stages
from reportgen.charts.canvas import Canvas
from reportgen.charts.check import check_text
from reportgen.charts.fonts import load_fonts
from reportgen.charts.legend import Entry
from reportgen.charts.scatter import ScatterPoint, draw_scatter
from reportgen.charts.style import BELOW, NOT_BELOW, RANKED
from reportgen.charts.svg import paint
from reportgen.charts.variant import NARROW
from reportgen.project.files import replace_files
from reportgen.project.folders import Project
from reportgen.project.outcomes import ReconciliationSummary
from reportgen.render.review_page import review_page
from reportgen.review.deviation_kinds import JudgedRow, Kind
from reportgen.review.outcomes import OUTCOMES
from reportgen.review.reconciliation_csv import to_csv
from reportgen.review.reconciliation_lines import (
    UNITS_OF_CHARTS,
    Pair,
    contradictions_of,
    farthest,
    pairs,
    parts,
    whole,
)
from reportgen.review.reconciliation_summary import summary

Progress = Callable[[int, int, str], None]
_DOUBTFUL = "#9C3354"
# What points stand for, those drawn last at the end: they are few and must be seen.
_COLOURS: dict[Kind | None, tuple[str, str]] = {
    None: (RANKED, "一致或舍入内一致"),
    Kind.本测算的偏差: (NOT_BELOW, "本测算的偏差"),
    Kind.未核: (BELOW, "未核"),
    Kind.原书自相矛盾: (_DOUBTFUL, "原书自相矛盾"),
}
_NAMED = 12
_DIMENSIONS = {"money": "增加值", "share": "增速与占比", "people": "就业与新增就业"}


def reconcile(
    project: Project, year: int, published: Path | None, progress: Progress
) -> ReconciliationSummary:
    """Set every published figure beside the computed one; write ``reconcile.csv`` and ``reconcile.html``.

    Raises:
        ContentError: no published file for the edition, or a row of it is wrong.
    """
    progress(1, 2, "测算")
    prepared = stages.prepare(project, year)
    progress(2, 2, "对账")
    path = published or project.published / f"{year}.csv"
    found = stages.reconcile(project, prepared.edition, prepared.facts, path)
    folder = project.build(year)
    values = _values(found, year, path, project.templates / "fonts")
    page = review_page(project.templates, "reconcile", **values)
    files = {folder / "reconcile.csv": to_csv(found).encode(), folder / "reconcile.html": page.encode()}
    replace_files(files)
    return ReconciliationSummary(summary(found), list(files))


def _values(found: Sequence[JudgedRow], year: int, path: Path, fonts: Path) -> dict[str, object]:
    charts = []
    for dimension, name in _DIMENSIONS.items():
        points = pairs(found, dimension)
        if points:
            named = farthest(points, _NAMED)
            svg = _chart(points, named, dimension, fonts)
            charts.append({"name": name, "count": len(points), "named": named, "svg": svg})
    return {
        "year": year, "file": path.name, "outcomes": [one.value for one in OUTCOMES], "charts": charts,
        "parts": parts(found), "whole": whole(found), "contradictions": contradictions_of(found),
        "kinds": list(Kind),
    }  # fmt: skip


def _chart(points: Sequence[Pair], named: Sequence[Pair], dimension: str, fonts: Path) -> str:
    """The SVG: published across, computed up; named by the id of the row."""
    order = list(_COLOURS)
    ordered = sorted(points, key=lambda one: order.index(one.kind))
    drawn = [
        ScatterPoint(one.published, one.computed, one.id if one in named else "", _COLOURS[one.kind][0])
        for one in ordered
    ]
    present = {one.kind for one in points}
    unit = UNITS_OF_CHARTS[dimension]
    canvas = Canvas(load_fonts(fonts), NARROW)
    draw_scatter(
        canvas,
        drawn,
        [Entry(*_COLOURS[kind]) for kind in order if kind in present],
        (f"已公布，{unit}", f"测算，{unit}"),
    )
    check_text(canvas)
    return paint(canvas)
