"""The small project estimated once, and the real table of 2017."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.data.ingredients import load_ingredients
from reportgen.facts.ingredient import Ingredient
from reportgen.project.folders import Project
from tests.small_estimate import SmallRun, run_small_project

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> SmallRun:
    """The small project, loaded and estimated."""
    return run_small_project(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def repository() -> Project:
    """The project of this repository."""
    return Project.open(REPOSITORY)


@pytest.fixture(scope="session")
def real(repository: Project) -> dict[str, Ingredient]:
    """The inputs of the 2022 edition."""
    return load_ingredients(repository, repository.edition(2022))
