"""The lint of one edition of a whole project: chapters, files, the paper, and the edition before."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reportgen import pipeline
from reportgen.errors import ChapterError
from reportgen.project.folders import Project
from tests.small_paper import write_small_paper

YEAR = 2022


def silent(step: int, total: int, name: str) -> None:
    """No progress."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project") / "small"
    pipeline.check(write_small_paper(folder), YEAR, silent)
    return folder


def copied(small: Path, folder: Path) -> Project:
    """The small paper with everything computed; the links of its templates stay."""
    shutil.copytree(small, folder, symlinks=True)
    return Project.open(folder)


def found(project: Project, old: str, new: str) -> list[tuple[str, str]]:
    """Rule and place of each finding after a change of the chapter."""
    path = project.chapters / "10-overall.md"
    path.write_bytes(path.read_text(encoding="utf-8").replace(old, new).encode())
    return [(one.rule.id, one.place) for one in pipeline.check(project, YEAR, silent).findings]


def test_a_sound_paper_has_no_findings(small: Path) -> None:
    assert pipeline.check(Project.open(small), YEAR, silent).findings == []


def test_findings_of_text_and_print_are_in_order(small: Path, tmp_path: Path) -> None:
    project = copied(small, tmp_path / "small")
    text = "**规模扩大。**占三成。{% if true %}，{% endif %}，"
    assert found(project, "**规模扩大。**", text) == [
        ("doubled-punctuation", "10-overall.md:5:1"),
        ("typed-number", "10-overall.md:5:11"),
    ]


def test_the_text_is_linted_though_the_paper_cannot_be_written(small: Path, tmp_path: Path) -> None:
    project = copied(small, tmp_path / "small")
    text = '占三成{{ 数["增加值.全过[本年]"] | 亿元 }}。'
    assert found(project, "**规模扩大。**", text) == [("typed-number", "10-overall.md:5:2")]
    assert len(pipeline.check(project, YEAR, silent).failures) == 1


def test_an_allowance_for_nothing_is_reported_once_the_paper_is_written(small: Path, tmp_path: Path) -> None:
    project = copied(small, tmp_path / "small")
    text = "{# 准：三成（政策文件原文） #}\n**规模扩大。**"
    assert found(project, "**规模扩大。**", text) == [("unused-allowance", "10-overall.md:5:1")]


def test_a_typed_statistic_stops_the_build_before_anything_is_written(small: Path, tmp_path: Path) -> None:
    project = copied(small, tmp_path / "small")
    path = project.chapters / "10-overall.md"
    path.write_text(path.read_text(encoding="utf-8").replace("**规模", "占三成。**规模"), encoding="utf-8")
    with pytest.raises(ChapterError, match=r"10-overall\.md:5:2.*手写统计数“三成”"):
        pipeline.build(project, YEAR, silent)
    assert not list(project.build(YEAR).glob("*"))
