"""The page of what published editions said of the same years, with our own figures beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from reportgen import stages
from reportgen.charts.canvas import Canvas
from reportgen.charts.check import check_text
from reportgen.charts.edition_marks import EditionLine, EditionMark, draw_editions
from reportgen.charts.fonts import load_fonts
from reportgen.charts.svg import paint
from reportgen.charts.variant import NARROW
from reportgen.facts.address import Vocabulary
from reportgen.project.files import replace_files
from reportgen.project.folders import Project
from reportgen.project.outcomes import HistorySummary
from reportgen.render.review_page import review_page
from reportgen.review.history.collection import collected
from reportgen.review.history.lines import revision_lines, year_lines
from reportgen.review.history.quantities import OwnEdition, Quantity
from reportgen.review.history.revisions import revisions
from reportgen.review.history.statements import Statement
from reportgen.review.history.summary import summary

Progress = Callable[[int, int, str], None]
_LEAST_YEARS = 3  # fewer years are read sooner in the table than in a chart


def history(project: Project, year: int, progress: Progress) -> HistorySummary:
    """Set the published editions side by side and write ``history.html``.

    Our own editions up to `year` stand beside the published ones.

    Raises:
        ContentError: no file of headlines, a row of it is wrong, or an edition cannot be estimated.
    """
    project.edition(year)
    own_years = [edition for edition in project.editions() if edition <= year]
    own = {}
    for number, edition in enumerate(own_years, start=1):
        progress(number, len(own_years) + 1, f"测算 {edition} 年版")
        prepared = stages.prepare(project, edition)
        own[edition] = OwnEdition(prepared.facts, prepared.calendar)
    progress(len(own_years) + 1, len(own_years) + 1, "并列各版")
    found = collected(project.published, Vocabulary.read(project.names), own)
    path = project.build(year) / "history.html"
    page = review_page(project.templates, "history", **_values(found, own_years, project.templates / "fonts"))
    replace_files({path: page.encode()})
    return HistorySummary(summary(found), path)


def _values(found: Sequence[Quantity], own_years: Sequence[int], fonts: Path) -> dict[str, object]:
    tables = [
        {
            "quantity": one,
            "lines": year_lines(one, own_years),
            "chart": _chart(one, fonts),
        }
        for one in found
    ]
    lines = revision_lines(revision for one in found for revision in revisions(one))
    editions = sorted({edition for one in found for edition in one.editions})
    absent = [edition for edition in range(editions[0], editions[-1]) if edition not in editions]
    late = [(one.label, said) for one in found for said in one.stated.values() if _is_early(said)]
    return {
        "tables": tables, "revisions": lines, "editions": editions, "own_editions": own_years,
        "absent": absent, "early": late,
    }  # fmt: skip


def _is_early(said: Statement) -> bool:
    return said.year == said.edition and not said.is_forecast


def _chart(quantity: Quantity, fonts: Path) -> str:
    """The SVG of a quantity; ``""`` where published figures of too few years are known."""
    if len({one.year for one in quantity.stated.values() if one.has_size}) < _LEAST_YEARS:
        return ""
    canvas = Canvas(load_fonts(fonts), NARROW)
    lines = [line for line in (*_published(quantity), *_own(quantity)) if line.marks]
    draw_editions(canvas, lines, quantity.unit)
    check_text(canvas)
    return paint(canvas)


def _published(quantity: Quantity) -> list[EditionLine]:
    return [
        EditionLine(
            f"{edition}年版",
            tuple(
                EditionMark(
                    said.year, float(quantity.value(said)),
                    "" if said.implied else f"{said.value:.{said.precision}f}",
                    said.is_forecast, bool(said.implied),
                )
                for (own_edition, _), said in sorted(quantity.stated.items())
                if own_edition == edition and said.has_size
            ),
        )
        for edition in quantity.editions
    ]  # fmt: skip


def _own(quantity: Quantity) -> list[EditionLine]:
    return [
        EditionLine(
            f"本书{edition}年版",
            tuple(
                EditionMark(year, float(figure.value), forecast=figure.is_forecast)
                for (own_edition, year), figure in sorted(quantity.own.items())
                if own_edition == edition
            ),
            own=True,
        )
        for edition in quantity.own_editions
    ]
