from __future__ import annotations

from pathlib import Path

import pytest

from reportgen import pipeline
from reportgen.project.folders import Project
from tests.without_pages import leave_out_pages

ROOT = Path(__file__).parents[2]
YEAR = 2022


@pytest.fixture(scope="session")
def built_edition(tmp_path_factory: pytest.TempPathFactory) -> pipeline.BuildResult:
    """The real edition, built once and elsewhere: page, workbook and facts, without the PDF, which takes longest."""
    root = tmp_path_factory.mktemp("edition")
    for name in ("content", "figures", "templates"):
        (root / name).symlink_to(ROOT / name)
    with pytest.MonkeyPatch.context() as patch:
        leave_out_pages(patch)
        return pipeline.build(Project.open(root), YEAR, lambda *_: None)


@pytest.fixture(scope="session")
def edition_page(built_edition: pipeline.BuildResult) -> str:
    """The HTML of the real edition."""
    return built_edition.html.read_text(encoding="utf-8")
