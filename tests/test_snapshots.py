"""The snapshot of an edition: the small paper, and the real one once."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from reportgen.cli.app import app
from reportgen.project.folders import Project
from reportgen.review.frozen_files import COLUMNS, EDITION
from reportgen.review.read_frozen import read_frozen
from reportgen.review.same_value import same_value
from reportgen.snapshots import edition_snapshot, write_snapshot
from tests.small_paper import FIGURE, ROOT, write_small_paper


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return write_small_paper(tmp_path_factory.mktemp("project") / "small")


def test_the_small_paper(small: Project) -> None:
    taken = edition_snapshot(small, 2022)
    assert (taken.name, taken.calendar.reference_year) == ("2022 年版", 2021)
    assert {one.where for one in taken.printed} == {"10-overall.md", FIGURE}
    assert list(taken.words) == [("10-overall.md", "规模扩大")]
    assert {"reportgen/estimation", "content/chapters/10-overall.md"} <= taken.inputs.keys()
    assert "assumed_nominal_growth" in taken.parameters
    assert taken.figures[FIGURE].endswith("</svg>\n")


def test_the_hidden_command_writes_figures_too(small: Project, tmp_path: Path) -> None:
    arguments = ["--project", str(small.root), "snapshot", "--to", str(tmp_path / "甲")]
    assert CliRunner().invoke(app, arguments, prog_name="reportgen").exit_code == 0
    assert {path.name for path in (tmp_path / "甲").iterdir()} == {*COLUMNS, EDITION, "figures"}
    now = edition_snapshot(small, 2022)
    read = read_frozen(tmp_path / "甲", now.name, now.facts.vocabulary)
    assert read.figures == now.figures
    assert list(read.facts) == list(now.facts)


def test_the_real_edition_comes_back_from_its_files(tmp_path: Path) -> None:
    project = Project.open(ROOT)
    taken = edition_snapshot(project, 2022)
    write_snapshot(project, 2022, tmp_path)
    read = read_frozen(tmp_path, taken.name, taken.facts.vocabulary)
    assert list(read.facts) == list(taken.facts)
    assert (read.words, read.inputs, read.parameters) == (taken.words, taken.inputs, taken.parameters)
    assert [one._replace(line="") for one in taken.printed] == [one._replace(line="") for one in read.printed]
    assert len(read.figures) == len(project.edition(2022).figures)
    chapters = {f"{name}.md" for name in project.edition(2022).chapters}
    assert {where for where, _ in taken.words} == chapters
    named = [passage for _, passage in taken.words if passage.endswith("）") and passage[-2].isdecimal()]
    assert named == [], "passages of one chapter that begin alike should get a name"
    (headline,) = [one for one in taken.facts if one.label == "增加值.全国[2021]"]
    printed = {one.text for one in taken.printed if one.address == headline.address}
    assert f"{headline.value / 10000:.2f}万亿元" in printed
    assert same_value(headline.value, float(f"{headline.value:.12g}"))
