"""``reportgen diff``: what it prints and writes, and the real editions."""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from reportgen import stages
from reportgen.cli.app import app
from reportgen.errors import EditionError
from reportgen.facts.reader import Reader
from reportgen.project.folders import Project
from reportgen.review.change import Kind, View
from reportgen.review.changes import Comparison, compare
from reportgen.review.take_snapshot import take_snapshot
from tests.review.sides import NEW, OLD, fact, printed, side
from tests.small_paper import write_small_paper

ROOT = Path(__file__).parents[1]
SCALE = "增加值.全国[2021]"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """The small paper; its sides are made up."""

    def made(project, text):
        found = {
            "2021": side(
                [fact(SCALE, 38644)], [printed(SCALE, "scale_and_share", "", "3.86", "")], OLD, "2021 年版"
            ),
            "2022": side([fact(SCALE, 40959)], [printed(SCALE, "scale_and_share", "", "4.10", "")], NEW),
        }
        if text not in found:
            raise EditionError(f"{text} 年版还没有公布")
        return found[text]

    monkeypatch.setitem(sys.modules, "reportgen.sides", SimpleNamespace(side=made))
    return write_small_paper(tmp_path / "small")


def run(project, *arguments):
    return CliRunner().invoke(app, ["--project", str(project.root), "diff", *arguments])


def test_the_command_prints_the_top_and_writes_three_files(project):
    done = run(project, "2021", "2022")
    assert done.exit_code == 0, done.output
    assert "2021 年版 → 2022 年版" in done.output
    assert f"{SCALE}\t38644.00亿元\t40959.00亿元\t+2315.00亿元\t升破4万亿元\t图1" in done.output
    folder = project.build(2022)
    assert {path.name for path in folder.iterdir()} == {"changes.html", "changes.md", "changes.csv"}
    with (folder / "changes.csv").open(encoding="utf-8", newline="") as file:
        assert next(row["地址"] for row in csv.DictReader(file)) == SCALE


def test_a_side_with_itself_is_refused(project):
    done = run(project, "2022", "2022")
    assert done.exit_code == 2
    assert "两边都是“2022”" in done.output
    assert "reportgen diff 2022@发布 2022" in done.output


def test_a_side_that_cannot_be_made_leaves_no_file(project):
    done = run(project, "2021@发布", "2022")
    assert done.exit_code == 1
    assert "还没有公布" in done.output
    assert not project.build(2022).exists()


@pytest.fixture(scope="module")
def real() -> Comparison:
    """2021 and 2022 as they stand."""
    project = Project.open(ROOT)
    found = []
    for year in (2021, 2022):
        prepared = stages.prepare(project, year)
        reader = Reader(prepared.facts, prepared.calendar)
        document = stages.write(project, prepared, reader, stages.draw(project, prepared, reader))
        found.append(take_snapshot(f"{year} 年版", document, prepared.calendar, {}, []))
    return compare(*found)


def test_what_both_editions_computed_from_the_same_statistics_is_the_same(real):
    assert {year for one in real.revisions for year in one.fact.address.years} <= {2021}


def test_each_headline_is_found_with_its_print(real):
    found = {one.fact.label: one for one in real.revisions}[SCALE]
    assert [alert.words for alert in found.alerts] == ["升破4万亿元"]
    texts = (
        {text for one in found.printings for text in one.before},
        {text for one in found.printings for text in one.after},
    )
    assert "3.86万亿元" in texts[0]
    assert "4.10万亿元" in texts[1]


def test_the_next_year_sets_last_years_numbers_beside_this_years(real):
    both = [one for one in real.later if one.before and one.after]
    assert {(one.before.address.years, one.after.address.years) for one in both} == {
        ((2020,), (2021,)),
        ((2021,), (2022,)),
        ((2017, 2020), (2017, 2021)),
        ((2019, 2020), (2020, 2021)),
    }


def test_what_is_printed_otherwise_stands_first(real):
    for changes in real.by_view.values():
        told = [change for change in changes if change.kind is not Kind.状态]
        otherwise = [any(one.changed for one in change.printings) for change in told]
        assert otherwise[0]
        assert otherwise == sorted(otherwise, reverse=True)


def test_every_province_that_passed_the_mark_is_told(real):
    found = {one.name: one.new for one in real.lists if one.view is View.顺延}
    assert found["增加值超过1000亿元的省份（2020年→2021年）"] == ("陕西",)


def test_lists_passages_and_figures_of_the_papers_differ(real):
    named = [one for one in real.lists if one.view is None]
    assert named
    assert {one.chapter for one in real.passages} >= {"10-preface.md", "20-overall.md", "30-regions.md"}
    assert {one.name for one in real.figures} >= {"scale_and_share", "employment"}
