"""The small project, loaded and estimated, for tests of everything that works on a finished run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from reportgen.data.ingredients import load_ingredients
from reportgen.estimation.estimate import Estimate, estimate
from reportgen.facts.address import Calendar, Vocabulary
from reportgen.facts.ingredient import Ingredient
from reportgen.project.folders import Project
from tests.small_parameters import write_small_parameters
from tests.small_project import write_small_project


@dataclass(frozen=True)
class SmallRun:
    """One run of the method on the small project."""

    project: Project
    vocabulary: Vocabulary
    calendar: Calendar
    ingredients: dict[str, Ingredient]
    estimate: Estimate


def open_small_project(folder: Path) -> Project:
    """The small project with its parameters, written into a folder."""
    return Project.open(write_small_parameters(write_small_project(folder)))


def run_small_project(folder: Path) -> SmallRun:
    """Write, load and estimate the small project."""
    project = open_small_project(folder)
    edition = project.edition(2022)
    vocabulary = Vocabulary.read(project.names)
    ingredients = load_ingredients(project, edition)
    return SmallRun(project, vocabulary, Calendar.of(edition), ingredients, estimate(ingredients, vocabulary))


def changed(ingredients: Mapping[str, Ingredient], **values: object) -> dict[str, Ingredient]:
    """The same inputs with other values for some of them."""
    return dict(ingredients) | {
        name: replace(ingredients[name], value=value) for name, value in values.items()
    }
