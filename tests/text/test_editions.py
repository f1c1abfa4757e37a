"""The chapters of the real editions: every named paragraph and every override fits."""

from pathlib import Path

import pytest

from reportgen.project.folders import Project
from reportgen.text.manuscript import Manuscript

PROJECT = Project.open(Path(__file__).parents[2])
YEARS = PROJECT.editions()


def manuscript(year: int) -> Manuscript:
    return Manuscript(PROJECT.chapters, PROJECT.own_chapters(year))


@pytest.mark.parametrize("year", YEARS)
def test_every_file_of_an_edition_is_used(year):
    chapters = PROJECT.edition(year).chapters
    assert [*manuscript(year).strays(chapters)] == []
    for name in chapters:
        assert manuscript(year).source(name).lines


def test_the_edition_of_2021_has_its_own_paragraph_without_the_facts_of_2022():
    shared, own = (manuscript(year).source("20-overall") for year in (2022, 2021))
    replaced = [line for line in own.lines if line.file == "2021/chapters/20-overall.md"]
    assert replaced[0].text == "**设施建设与融合应用取得积极进展。**"
    assert not any("背景" in line.text for line in replaced)
    assert "外网覆盖地级市数" in shared.text and "外网覆盖地级市数" not in own.text
    assert {line for line in own.lines if line not in replaced} < set(shared.lines)
