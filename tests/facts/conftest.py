"""The names of this repository, a calendar, and the small project estimated once."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.facts.address import Calendar, Vocabulary
from tests.small_estimate import SmallRun, run_small_project

NAMES = Path(__file__).parents[2] / "content/names.csv"


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return Vocabulary.read(NAMES)


@pytest.fixture(scope="session")
def calendar() -> Calendar:
    return Calendar(2017, 2021, 2022)


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> SmallRun:
    return run_small_project(tmp_path_factory.mktemp("small"))
