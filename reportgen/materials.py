"""What an edition is made from, read and checked, and the run of the method on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.facts.address import Calendar, Vocabulary
from reportgen.facts.context import Context
from reportgen.facts.fact import FactTable
from reportgen.project.edition import Edition
from reportgen.project.folders import Project

if TYPE_CHECKING:
    import numpy as np

    from reportgen.estimation.estimate import Estimate
    from reportgen.facts.ingredient import Ingredient


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


def estimate(
    materials: Materials,
    firmness: Mapping[str, np.ndarray] | None = None,
    known: Mapping[str, object] | None = None,
) -> Estimate:
    """Run the method: its facts, results and the identities that were checked.

    Args:
        materials: what the edition is made from.
        firmness, known: statuses and values of an earlier run that still hold.
    """
    from reportgen.estimation.estimate import estimate as estimated

    return estimated(materials.ingredients, materials.vocabulary, firmness, known)
