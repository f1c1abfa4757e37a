from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.facts.address import Vocabulary


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return Vocabulary.read(Path(__file__).parents[3] / "content/names.csv")
