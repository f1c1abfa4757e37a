"""The small project estimated once."""

from __future__ import annotations

import pytest

from tests.small_estimate import SmallRun, run_small_project


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> SmallRun:
    return run_small_project(tmp_path_factory.mktemp("small"))
