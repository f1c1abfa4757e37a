"""The stages that commands of the pipeline have in common; those that take long are kept until an input changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.facts.address import Calendar
from reportgen.facts.fact import FactTable
from reportgen.facts.reader import Reader
from reportgen.materials import Materials, estimate, load
from reportgen.project.cache import key_of
from reportgen.project.folders import Project

if TYPE_CHECKING:
    from reportgen.document.appendix_data import AppendixData
    from reportgen.document.document import Document, Origin
    from reportgen.document.drawings import Drawings
    from reportgen.document.keeper import Keeper
    from reportgen.document.kept_chapters import KeptChapters
    from reportgen.document.kept_drawings import KeptDrawings
    from reportgen.estimation.estimate import Estimate
    from reportgen.facts.context import Context
    from reportgen.facts.run import Run
    from reportgen.project.edition import Edition
    from reportgen.review.check_lines import CheckLine
    from reportgen.review.deviation_kinds import JudgedRow
    from reportgen.text.beside import Beside

PROGRAM = Path(__file__).parent
_MOST_KEPT = {"facts": 4, "run": 4, "checks": 4, "drawing": 300, "chapter": 100}


@dataclass(frozen=True)
class Prepared:
    """What an edition is written from, once everything is computed.

    Attributes:
        edition: its file.
        facts: the estimated facts together with the context facts.
        beside: what chapters read beside the facts.
        appendix, origins: what generated tables hold, and where the facts of a metric come from.
        identities: the identities that were checked, in words.
        key: differs when anything these are made from does.
    """

    edition: Edition
    facts: FactTable
    beside: Beside
    appendix: AppendixData
    origins: Mapping[str, Origin]
    identities: tuple[str, ...]
    key: str

    @property
    def calendar(self) -> Calendar:
        """The years of the edition."""
        return Calendar.of(self.edition)


def prepare(project: Project, year: int) -> Prepared:
    """Everything computed and checked for an edition, kept until data, parameters or the program change.

    Raises:
        ContentError: a file is missing or wrong, or a table or identity fails its check.
    """
    key = prepared_key(project, year)
    prepared = project.cache.get("facts", key, lambda: _prepared(project, year, key))
    for kind in ("facts", "run"):
        project.cache.keep_newest(kind, _MOST_KEPT[kind])
    return prepared


def prepared_key(project: Project, year: int) -> str:
    """The key under which `prepare` keeps what it makes."""
    return key_of([PROGRAM, *project.inputs], project.edition(year))


def run_of(materials: Materials, estimated: Estimate) -> Run:
    """A run of the method in a form that can be kept."""
    from reportgen.facts.run import Run, kept

    names, inputs = materials.vocabulary, kept(materials.ingredients)
    found, calendar, context = estimated, materials.calendar, materials.context
    return Run(inputs, found.results, found.firmness, found.facts, names, calendar, context)


def verify(project: Project, year: int) -> list[CheckLine]:
    """A line for each check of each table of an edition, failed ones included.

    Raises:
        ContentError: a file cannot be read at all.
    """
    edition = project.edition(year)
    key = key_of([PROGRAM, project.data, project.names], edition)

    def lines() -> list[CheckLine]:
        from reportgen.data.ingredients import verify_data
        from reportgen.review.check_lines import measured_lines

        return measured_lines(verify_data(project, edition))

    found = project.cache.get("checks", key, lines)
    project.cache.keep_newest("checks", _MOST_KEPT["checks"])
    return found


def _prepared(project: Project, year: int, key: str) -> Prepared:
    from reportgen.data.ingredients import edition_parameters, letter_of_the_text
    from reportgen.data.sources import edition_cards
    from reportgen.estimation.estimate import method
    from reportgen.review.appendix import appendix_data
    from reportgen.review.check_lines import identity_words
    from reportgen.review.origins import origins
    from reportgen.review.readings import Readings
    from reportgen.text.beside import Beside

    materials = load(project, year)
    edition, ingredients = materials.edition, materials.ingredients
    estimated = estimate(materials)
    project.cache.keep("run", key, run_of(materials, estimated))
    facts = materials.with_context(estimated.facts)
    published = project.published / f"{year}.csv"
    rows = reconcile(project, edition, facts, published) if published.is_file() else []
    cards, parameters = edition_cards(project, edition), edition_parameters(project, edition)
    years = edition.reference_year, edition.forecast_year
    readings = Readings(method(), ingredients, facts.vocabulary.scope_name, years)
    other = readings.alternatives(parameters, letter_of_the_text(project, edition))
    appendix = appendix_data(facts, ingredients, cards, parameters, rows, years, other)
    return Prepared(
        edition=edition,
        facts=facts,
        beside=Beside.of(ingredients, materials.context),
        appendix=appendix,
        origins=origins(method(), ingredients, materials.context.usable.values()),
        identities=identity_words(estimated.checks),
        key=key,
    )


def draw(project: Project, prepared: Prepared, reader: Reader, only: str = "") -> Drawings:
    """All figures of the edition, or only one, wide and narrow; their uses are added to those of the reader."""
    from reportgen.document.drawings import draw_figures

    edition, fonts = prepared.edition, project.templates / "fonts"
    kept = kept_drawings(project, prepared, project.cache)
    place = f"{edition.edition}.yaml"
    drawings = draw_figures(edition.figures, place, project.figures, fonts, reader, kept, only)
    project.cache.keep_newest("drawing", _MOST_KEPT["drawing"])
    return drawings


def kept_drawings(project: Project, prepared: Prepared, keeper: Keeper) -> KeptDrawings:
    """The figures drawn before that are still right for these facts, where the keeper has them."""
    from reportgen.document.kept_drawings import KeptDrawings

    around = [PROGRAM, project.templates / "fonts", project.maps, project.names]
    return KeptDrawings(keeper, key_of(around, prepared.calendar), project.figures, prepared.facts)


def write(
    project: Project,
    prepared: Prepared,
    reader: Reader,
    drawings: Drawings,
    kept: KeptChapters | None = None,
) -> Document:
    """The document: chapters written, figures placed, generated tables filled in.

    Args:
        project, prepared, reader: what it is written from.
        drawings: of all figures of the edition.
        kept: the chapters written before; by default those in the cache of the project.
    """
    from reportgen.document.assemble import Supplements, assemble
    from reportgen.document.kept_chapters import KeptChapters
    from reportgen.text.manuscript import Manuscript

    edition = prepared.edition
    manuscript = Manuscript(project.chapters, project.own_chapters(edition.edition))
    supplements = Supplements(drawings.narrow, prepared.appendix, prepared.origins)
    kept = kept or KeptChapters(project.cache, prepared.key)
    document = assemble(edition, manuscript, drawings.wide, reader, prepared.beside, supplements, kept)
    project.cache.keep_newest("chapter", _MOST_KEPT["chapter"])
    return document


def reconcile(project: Project, edition: Edition, facts: FactTable, published: Path) -> list[JudgedRow]:
    """Every published figure beside the computed one, deviations with where they come from."""
    from reportgen.review.deviation_kinds import judged
    from reportgen.review.published import read_published
    from reportgen.review.reasons import read_reasons
    from reportgen.review.reconciliation import reconcile as compared

    reasons = read_reasons(project.published / "reasons.csv")
    rows = compared(read_published(published), facts, Calendar.of(edition), reasons)
    return judged(rows, facts.vocabulary)


def reminders(document: Document, context: Context) -> list[str]:
    """What people should know though nothing failed: context facts that have aged, choices of the method."""
    from reportgen.review.check_lines import remarks

    return [*context.old(use.address for use in document.uses), *remarks(document.facts)]
