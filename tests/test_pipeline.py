"""The whole program on the small paper: what it writes, and that bad input leaves the last build as it was."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from typer.testing import CliRunner

from reportgen import pipeline
from reportgen.cli.app import app
from reportgen.project.folders import Project
from tests.render.word.reading import body_lines
from tests.small_paper import ROOT, write_small_paper

YEAR = 2022


def silent(step: int, total: int, name: str) -> None:
    """No progress."""


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return write_small_paper(tmp_path_factory.mktemp("project") / "small")


@pytest.fixture(scope="module")
def built(paper: Project) -> pipeline.BuildResult:
    return pipeline.build(paper, YEAR, silent)


def test_build_writes_a_pdf_a_page_and_the_facts(built: pipeline.BuildResult) -> None:
    text = "".join(page.extract_text() for page in PdfReader(built.pdf).pages)
    assert "规模扩大" in text
    assert "图目录" in text
    assert built.html.read_text(encoding="utf-8").startswith("<!doctype html>")
    with built.facts.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["address", "metric", "scope", "year", "value", "unit", "status", "label"]
    assert "value_added.national[2022]" in {row["address"] for row in rows}


def test_the_printed_number_is_the_computed_one(paper: Project, built: pipeline.BuildResult) -> None:
    rows = {fact.label: fact.value for fact in pipeline.facts(paper, YEAR)}
    assert f"{rows['增加值.全国[2021]']:.2f}亿元" in built.html.read_text(encoding="utf-8")


def test_steps_are_numbered_to_the_end(paper: Project) -> None:
    steps: list[tuple[int, int, str]] = []
    pipeline.check(paper, YEAR, lambda *step: steps.append(step))
    assert [step for step, _, _ in steps] == list(range(1, steps[-1][1] + 1))


def test_check_passes_on_sound_content(paper: Project) -> None:
    lines = pipeline.check(paper, YEAR, silent).lines
    assert [line for line in lines if not line.passed] == []
    assert any("三次产业之和" in line.text for line in lines)


def test_check_names_chapter_and_line_of_an_unknown_address(tmp_path: Path) -> None:
    project = write_small_paper(tmp_path / "small")
    replace(project.chapters / "10-overall.md", '"增加值.全国[本年]"', '"增加值.全过[本年]"')
    (failed,) = [line for line in pipeline.check(project, YEAR, silent).lines if not line.passed]
    assert failed.place.endswith("10-overall.md:5")
    assert "没有范围“全过”" in failed.text and "全国" in failed.text


def test_an_edition_prints_its_own_paragraph(tmp_path: Path) -> None:
    project = write_small_paper(tmp_path / "small")
    replace(project.chapters / "10-overall.md", "**规模扩大。**", "<!-- 段：规模 -->\n**规模扩大。**")
    own = project.own_chapters(YEAR) / "10-overall.md"
    own.parent.mkdir(parents=True)
    text = '<!-- 段：规模 -->\n规模{{ 数["增加值.全过[本年]"] | 亿元 }}，见{{ 图("scale_and_share") }}。\n'
    own.write_text(text, encoding="utf-8")
    (failed,) = [line for line in pipeline.check(project, YEAR, silent).lines if not line.passed]
    assert failed.place == "2022/chapters/10-overall.md:2"
    replace(own, "全过", "全国")
    assert all(line.passed for line in pipeline.check(project, YEAR, silent).lines)


def with_context(folder: Path, date: str) -> Project:
    """The small paper of a date, with a fact as of September 2022 printed in its chapter."""
    project = write_small_paper(folder)
    (project.content / "context").mkdir()
    shutil.copy(ROOT / "content/context/facts.card.yaml", project.content / "context")
    (project.content / "context/facts.csv").write_text(
        "name,value,unit,relation,as_of,kind,source,note\n5G基站数,220,万个,超过,2022-09,时点数,公开报道,\n",
        encoding="utf-8",
    )
    replace(
        project.chapters / "10-overall.md", "**规模扩大。**", '**规模扩大。**基站{{ 背景("5G基站数") }}。'
    )
    replace(project.content / "editions/2022.yaml", "  title: 小版\n", f"  title: 小版\n  date: {date}\n")
    return project


def test_build_warns_of_a_printed_context_fact_that_has_aged(tmp_path: Path) -> None:
    result = pipeline.build(with_context(tmp_path / "small", "2023年10月"), YEAR, silent)
    (warning,) = result.warnings
    assert warning.startswith("content/context/facts.csv:2：背景事实“5G基站数”截至2022年9月")
    assert "背景.5G基站数" in result.facts.read_text(encoding="utf-8")


def test_check_reminds_of_what_build_warns_of(tmp_path: Path) -> None:
    project = with_context(tmp_path / "small", "2023年10月")
    lines = pipeline.check(project, YEAR, silent).lines
    assert all(line.passed for line in lines)
    assert [line.text for line in lines if line.reminder] == pipeline.build(project, YEAR, silent).warnings
    replace(project.content / "editions/2022.yaml", "date: 2023年10月", "date: 2023年9月")
    assert not any(line.reminder for line in pipeline.check(project, YEAR, silent).lines)


def test_a_context_fact_newer_than_the_edition_stops_the_check(tmp_path: Path) -> None:
    project = with_context(tmp_path / "small", "2022年8月")
    (failed,) = [line for line in pipeline.check(project, YEAR, silent).lines if not line.passed]
    assert failed.place == "10-overall.md:5"
    assert "晚于本版日期" in failed.text
    assert "背景.5G基站数" not in {fact.label for fact in pipeline.facts(project, YEAR)}


def test_calibration_needs_a_plan(paper: Project) -> None:
    outcome = run(paper, "calibrate")
    assert outcome.exit_code == 1
    assert "2022 年版没有校准方案" in outcome.output


def second_edition(project: Project) -> None:
    """An edition 2021 beside the small paper, one year earlier."""
    editions = project.content / "editions"
    text = (editions / "2022.yaml").read_text(encoding="utf-8")
    for year in (2021, 2022):
        text = re.sub(rf"\b{year}\b", str(year - 1), text)
    (editions / "2021.yaml").write_text(text, encoding="utf-8")


def test_docx_writes_the_paper_and_what_changed_in_it(tmp_path: Path) -> None:
    project = write_small_paper(tmp_path / "small")
    second_edition(project)
    plain, marked = pipeline.docx(project, YEAR, None, silent), pipeline.docx(project, YEAR, 2021, silent)
    earlier = pipeline.docx(project, 2021, None, silent)
    assert [path.name for path in (plain, marked)] == ["report.docx", "report-since-2021.docx"]
    assert sorted(path.name for path in project.build(YEAR).iterdir()) == [marked.name, plain.name]
    assert body_lines(marked.read_bytes(), "accept") == body_lines(plain.read_bytes())
    assert body_lines(marked.read_bytes(), "reject") == body_lines(earlier.read_bytes())
    assert body_lines(plain.read_bytes()) != body_lines(earlier.read_bytes())


@pytest.mark.parametrize(
    ("since", "code", "message"),
    [("2022", 2, "--since 与本版同为 2022 年版"), ("1999", 1, "没有 1999 年版\n  怎么办：现有版本：2022")],
)
def test_docx_since_an_edition_that_cannot_be_writes_nothing(
    paper: Project, since: str, code: int, message: str
) -> None:
    outcome = run(paper, "docx", "--edition", "2022", "--since", since)
    assert outcome.exit_code == code
    assert message in outcome.output
    assert not list(paper.build(YEAR).glob("*.docx"))


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path} has no {old}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def without_province(project: Project) -> None:
    path = project.data / "province_gdp/small.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if ",河北," not in line), encoding="utf-8")


def unbalanced(project: Project) -> None:
    path = project.data / "input_output/small.sectors.csv"
    header, first, *rest = path.read_text(encoding="utf-8").splitlines()
    cells = first.split(",")
    cells[header.split(",").index("value_added")] += "9"
    path.write_text("\n".join([header, ",".join(cells), *rest]) + "\n", encoding="utf-8")


BROKEN: dict[str, tuple[Callable[[Project], None], str]] = {
    "missing file": (lambda p: (p.data / "national_employment/small.csv").unlink(), "small.csv"),
    "wrong unit": (
        lambda p: replace(p.data / "section_value_added/small.card.yaml", 'unit: "亿元"', 'unit: "斤"'),
        "斤",
    ),
    "text in a number column": (
        lambda p: replace(p.data / "section_value_added/small.csv", "2017,农林牧渔业,", "2017,农林牧渔业,x"),
        "section_value_added/small.csv:",
    ),
    "missing province": (without_province, "河北"),
    "unbalanced column": (unbalanced, "small.sectors.csv"),
    "coefficient outside its range": (
        lambda p: replace(p.parameters / "calibrated.yaml", '"39088": ', '"39088": 9'),
        "超出范围 [0, 1]",
    ),
    "unknown address": (
        lambda p: replace(p.chapters / "10-overall.md", "名义增速.全国", "名义曾速.全国"),
        "10-overall.md:5",
    ),
    "unknown figure": (
        lambda p: replace(p.chapters / "10-overall.md", '图("scale_and_share")', '图("scale_and_shore")'),
        "scale_and_share",
    ),
    "no such edition part": (
        lambda p: replace(p.content / "editions/2022.yaml", "chapters:", "chaptres:"),
        "chapters",
    ),
}


@pytest.mark.parametrize(("spoil", "message"), BROKEN.values(), ids=BROKEN)
def test_bad_input_leaves_the_last_build(
    tmp_path: Path, spoil: Callable[[Project], None], message: str
) -> None:
    project = write_small_paper(tmp_path / "small")
    folder = project.build(YEAR)
    folder.mkdir(parents=True)
    (folder / "report.pdf").write_bytes(b"last good report")
    spoil(project)
    outcome = run(project, "build", "--edition", str(YEAR))
    assert outcome.exit_code == 1, outcome.output
    assert message in outcome.output
    assert "Traceback" not in outcome.output
    assert [path.name for path in folder.iterdir()] == ["report.pdf"]
    assert (folder / "report.pdf").read_bytes() == b"last good report"


def run(project: Project, *arguments: str):
    return CliRunner().invoke(app, ["--project", str(project.root), *arguments])
