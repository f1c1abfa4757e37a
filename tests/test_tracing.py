"""Tracing up and down on the small paper, as the command does it."""

from __future__ import annotations

import csv
import html
import re
import shutil
from pathlib import Path

import pytest
from prov.model import ProvDocument
from typer.testing import CliRunner, Result

from reportgen import pipeline, tracing
from reportgen.cli.app import app
from reportgen.project.folders import Project
from reportgen.render.gate.finished import opened
from reportgen.render.page_text import text_of
from tests.small_paper import ROOT, write_small_paper

YEAR = 2022
CONTEXT = "name,value,unit,relation,as_of,kind,source,note\n5G基站数,220,万个,超过,2022-09,时点数,公开报道,\n"


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = write_small_paper(tmp_path_factory.mktemp("project") / "small")
    (project.content / "context").mkdir()
    shutil.copy(ROOT / "content/context/facts.card.yaml", project.content / "context")
    (project.content / "context/facts.csv").write_text(CONTEXT, encoding="utf-8")
    edit(project.chapters / "10-overall.md", "**规模扩大。**", '**规模扩大。**基站{{ 背景("5G基站数") }}。')
    pipeline.build(project, YEAR, lambda *step: None)
    return project


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def run(project: Project, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["--project", str(project.root), *arguments], prog_name="reportgen")


def test_trace_reaches_the_file_line_and_column(paper: Project) -> None:
    text = tracing.trace(paper, YEAR, "行业增加值.制造业[2020]")
    assert "content/data/section_value_added/small.csv:" in text


def test_trace_reads_relative_years(paper: Project) -> None:
    assert tracing.trace(paper, YEAR, "增加值.全国[本年]").startswith("增加值.全国[2021] = ")


def test_trace_names_the_source_of_a_context_fact_and_its_page(paper: Project) -> None:
    text = tracing.trace(paper, YEAR, "背景.5G基站数")
    assert "公开报道" in text and "content/context/facts.csv:2" in text
    assert "第 1 页　10-overall.md:5　印作“超过220万个”　工作簿 全部数字!B" in text


def test_trace_lists_every_place_of_a_printed_number(paper: Project) -> None:
    lines = tracing.trace(paper, YEAR, "增加值.全国[2021]").splitlines()
    places = [line.strip() for line in lines if line.strip().startswith("第 ")]
    assert any("10-overall.md:5" in place and "亿元" in place for place in places)
    assert any("图1（scale_and_share）" in place and "工作簿 图1!E" in place for place in places)
    assert tracing.NOT_PRINTED in tracing.trace(paper, YEAR, "增加值.采矿业[2018]")


def test_each_printed_number_stands_on_the_page_that_the_table_names(paper: Project) -> None:
    folder = paper.build(YEAR)
    with (folder / "places.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with opened((folder / "report.pdf").read_bytes()) as finished:
        texts = [text_of(page.runs) for page in finished.pages]
        pages = dict(zip(finished.labels, texts, strict=True))
    assert {row["address"] for row in rows} >= {"context.5G基站数", "value_added.national[2021]"}
    assert [row for row in rows if row["printed"] not in pages[row["page"]]] == []


def test_places_of_another_build_are_not_shown(paper: Project, tmp_path: Path) -> None:
    project = Project.open(Path(shutil.copytree(paper.root, tmp_path / "small", symlinks=True)))
    assert tracing.traces(project, YEAR).places  # the copy lies elsewhere, but its content is the same
    edit(project.chapters / "10-overall.md", "规模扩大", "规模增长")
    assert "先运行 make report" in tracing.trace(project, YEAR, "增加值.全国[2021]")


def test_a_row_of_a_table_tells_what_moves(paper: Project) -> None:
    done = run(paper, "trace", "--from", "section_first_release/small.csv#制造业")
    lines = done.stdout.splitlines()
    assert lines[1] == (
        "　行业增加值[制造业，2021]（content/data/section_first_release/small.csv:2 列 value）"
    )
    assert any(line.startswith("　增加值.全国[2021] = ") and line.endswith("%") for line in lines)
    assert any("10-overall.md:5" in line for line in lines)
    assert any(line.startswith("由变动的数比较而得") and "增加值排名" in line for line in lines)
    assert not any("渗透与直接之比.全国[2019]" in line for line in lines)


def test_a_parameter_tells_what_moves_by_name_and_by_key(paper: Project) -> None:
    whole = run(paper, "trace", "--from", "content/parameters/calibrated.yaml#年度乘子").stdout
    one = run(paper, "trace", "--from", "calibrated.yaml#calibrated_annual_multiplier.2021").stdout
    assert "年度乘子[2018]" in whole and "年度乘子[2018]" not in one
    assert "增加值.全国[2018]" not in one


def test_a_switch_tells_what_it_may_change(paper: Project) -> None:
    text = run(paper, "trace", "--from", "method.yaml#multiplier_scope").stdout
    assert "不是可以微动的数" in text and "增加值" in text


def test_a_row_of_context_facts_tells_where_it_is_printed(paper: Project) -> None:
    text = run(paper, "trace", "--from", "content/context/facts.csv#2").stdout
    assert "照录的数，不进入测算" in text and "10-overall.md:5" in text


@pytest.mark.parametrize(
    ("row", "problem", "remedy"),
    [
        ("smal.csv#2", "本版的输入不在这个文件中", "small.csv"),
        ("small.csv#2", "有几个文件都叫这个名字", "写全路径：content/data/"),
        ("section_first_release/small.csv#99", "没有这一行，或本版没有用到：99", "写行号（如 2、3）"),
        ("calibrated.yaml#anual_multiplier", "没有这一行", "calibrated_annual_multiplier"),
        ("section_first_release/small.csv#制造", "没有这一行", "是否想写“制造业”？"),
        ("content/context/facts.csv#5G基站", "不是本版所用的背景事实", "是否想写“5G基站数”？"),
    ],
)
def test_a_row_that_is_not_there(paper: Project, row: str, problem: str, remedy: str) -> None:
    done = run(paper, "trace", "--from", row)
    assert done.exit_code == 2
    assert problem in done.stderr and remedy in done.stderr


def test_trace_wants_one_question(paper: Project) -> None:
    assert "没有写追溯哪个数" in run(paper, "trace").stderr
    assert "地址、--from 只能写一项" in run(paper, "trace", "增加值.全国[2021]", "--from", "a#1").stderr
    assert "没有年份" in run(paper, "trace", "增加值.全国").stderr


def test_every_number_of_the_edition_has_a_trace(paper: Project) -> None:
    """Of every metric the first and the last fact, those of the context too."""
    known = tracing.traces(paper, YEAR)
    tracer = tracing.tracer(known.run)
    facts = {}
    for fact in known.run.facts:
        facts.setdefault(fact.address.metric, []).append(fact)
    for metric, own in facts.items():
        for fact in (own[0], own[-1]):
            step = tracer.trace(fact)
            assert step.value == fact.value and step.status is fact.status, metric
            assert step.inputs or step.compared or step.remark, metric


def test_a_picture_and_the_provenance_are_written(paper: Project, tmp_path: Path) -> None:
    picture, provenance = tmp_path / "由来.svg", tmp_path / "prov.json"
    done = run(paper, "trace", "增加值.全国[2021]", "--graph", str(picture), "--prov", str(provenance))
    assert done.stdout.splitlines()[-2:] == [f"已写入 {picture}", f"已写入 {provenance}"]
    assert "增加值.全国[2021] 的由来" in picture.read_text(encoding="utf-8")
    assert len(ProvDocument.deserialize(content=provenance.read_text(encoding="utf-8"), format="json").records) > 9
    first = picture.read_bytes(), provenance.read_bytes()
    run(paper, "trace", "增加值.全国[2021]", "--graph", str(picture), "--prov", str(provenance))
    assert (picture.read_bytes(), provenance.read_bytes()) == first


def test_files_are_asked_for_with_an_address_and_their_suffix(paper: Project, tmp_path: Path) -> None:
    for arguments, problem in (
        (["增加值.全国[2021]", "--graph", "a.png"], "--graph 的文件名应以 .svg 结尾"),
        (["--html", "--prov", "a.json"], "--prov 只与地址同用"),
        (["背景.5G基站数", "--graph", str(tmp_path / "a.svg")], "照录的数，没有测算过程可画"),
    ):
        done = run(paper, "trace", *arguments)
        assert done.exit_code != 0 and problem in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_page_leads_from_every_number_to_a_file(paper: Project) -> None:
    path = paper.build(YEAR) / "trace.html"
    assert "reportgen trace --html --edition 2022" in path.read_text(encoding="utf-8")
    assert run(paper, "trace", "--html").stdout == "已生成 build/2022/trace.html\n"
    page = html.unescape(path.read_text(encoding="utf-8"))
    anchors = re.findall(r'<article id="([^"]+)"', page)
    assert len(anchors) == len(set(anchors))
    assert {link for link in re.findall(r'href="#([^"]+)"', page)} - set(anchors) <= {
        "main", *re.findall(r'<h2 id="([^"]+)"', page),
    }  # fmt: skip
    printed = {place.label for places in tracing.traces(paper, YEAR).places.values() for place in places}
    assert printed <= set(anchors)
    assert "content/data/section_value_added/small.csv:" in page and "第 1 页" in page
    report = (paper.build(YEAR) / "report.html").read_text(encoding="utf-8")
    assert 'data-traces="trace.html"' in report


def test_a_build_keeps_a_page_of_its_own_content_and_replaces_another(paper: Project) -> None:
    run(paper, "trace", "--html")
    path = paper.build(YEAR) / "trace.html"
    known = tracing.paper_key(paper, YEAR)
    assert tracing.waiting_page(paper, YEAR, known) == {}
    (text,) = tracing.waiting_page(paper, YEAR, "other").values()
    assert list(tracing.waiting_page(paper, YEAR, "other")) == [path]
    assert "这一页还没有做" in text.decode()


def test_the_page_waits_for_a_build(paper: Project, tmp_path: Path) -> None:
    project = Project.open(Path(shutil.copytree(paper.root, tmp_path / "small", symlinks=True)))
    edit(project.chapters / "10-overall.md", "规模扩大", "规模增长")
    done = run(project, "trace", "--html")
    assert done.exit_code == 1 and "没有与当前内容相符的成书" in done.stderr
