"""The stages that commands of the pipeline have in common: load, estimate, draw, write, reconcile, remind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.facts.address import Calendar, Vocabulary
from reportgen.facts.context import Context
from reportgen.facts.fact import FactTable
from reportgen.facts.ingredient import Ingredient
from reportgen.facts.reader import Reader
from reportgen.project.edition import Edition
from reportgen.project.folders import Project

if TYPE_CHECKING:
    from reportgen.charts.figure import Drawing
    from reportgen.document.assemble import Supplements
    from reportgen.document.document import Document
    from reportgen.document.drawings import Drawings
    from reportgen.estimation.estimate import Estimate
    from reportgen.review.reconciliation import ReconciledRow


@dataclass(frozen=True)
class Materials:
    """What an edition is made from: its file, the inputs of the method, the names and the context facts."""

    edition: Edition
    ingredients: Mapping[str, Ingredient]
    vocabulary: Vocabulary
    context: Context

    @property
    def calendar(self) -> Calendar:
        """The years of the edition."""
        return Calendar.of(self.edition)

    def with_context(self, facts: FactTable) -> FactTable:
        """The estimated facts together with the context facts."""
        return self.context.added_to(facts)


def load(project: Project, year: int) -> Materials:
    """Read and check everything that the estimation of an edition needs.

    Raises:
        ContentError: a file is missing or wrong.
    """
    from reportgen.data.context import load_context
    from reportgen.data.ingredients import load_ingredients

    edition = project.edition(year)
    vocabulary = Vocabulary.read(project.names)
    ingredients = load_ingredients(project, edition)
    return Materials(edition, ingredients, vocabulary, load_context(project, edition, vocabulary))


def estimate(materials: Materials) -> Estimate:
    """Run the method: its facts, results and the identities that were checked."""
    from reportgen.estimation.estimate import estimate as estimated

    return estimated(materials.ingredients, materials.vocabulary)


def draw(project: Project, edition: Edition, reader: Reader, only: str = "") -> Drawings:
    """All figures of the edition, or only one, wide and narrow; their uses are added to those of the reader."""
    from reportgen.document.drawings import draw_figures

    place, fonts = f"{edition.edition}.yaml", project.templates / "fonts"
    return draw_figures(edition.figures, place, project.figures, fonts, reader, only)


def write(project: Project, materials: Materials, reader: Reader, drawings: Drawings) -> Document:
    """The document: chapters written, figures placed, generated tables filled in."""
    from reportgen.document.assemble import assemble
    from reportgen.text.beside import Beside

    supplements = _supplements(project, materials, reader.facts, drawings.narrow)
    beside = Beside.of(materials.ingredients, materials.context)
    return assemble(materials.edition, project.chapters, drawings.wide, reader, beside, supplements)


def reconcile(project: Project, edition: Edition, facts: FactTable, published: Path) -> list[ReconciledRow]:
    """Every published figure beside the computed one."""
    from reportgen.review.published import read_published
    from reportgen.review.reasons import read_reasons
    from reportgen.review.reconciliation import reconcile as compared

    reasons = read_reasons(project.published / "reasons.csv")
    return compared(read_published(published), facts, Calendar.of(edition), reasons)


def reminders(document: Document, context: Context) -> list[str]:
    """What people should know though nothing failed: context facts that have aged, choices of the method."""
    from reportgen.review.check_lines import remarks

    return [*context.old(use.address for use in document.uses), *remarks(document.facts)]


def _supplements(
    project: Project, materials: Materials, facts: FactTable, narrow: Mapping[str, Drawing]
) -> Supplements:
    """Narrow drawings, the contents of generated tables, and the origins of the numbers."""
    from reportgen.data.ingredients import edition_parameters
    from reportgen.data.sources import edition_cards
    from reportgen.document.assemble import Supplements
    from reportgen.estimation.estimate import method
    from reportgen.review.appendix import appendix_data
    from reportgen.review.origins import origins

    edition, ingredients = materials.edition, materials.ingredients
    published = project.published / f"{edition.edition}.csv"
    rows = reconcile(project, edition, facts, published) if published.is_file() else []
    cards, parameters = edition_cards(project, edition), edition_parameters(project, edition)
    data = appendix_data(facts, ingredients, cards, parameters, rows, edition.reference_year)
    return Supplements(narrow, data, origins(method(), ingredients))
