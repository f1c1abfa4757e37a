"""The finished files of the small paper read back: clean as built, and every planted change found."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from typer.testing import CliRunner, Result

from reportgen import pipeline
from reportgen.cli.app import app
from reportgen.project.folders import Project
from reportgen.render.page_text import read_pages, squashed
from tests.small_paper import write_small_paper

CHAPTER = "content/chapters/10-overall.md"
MORE = """
第一、第二、第三产业增加值为{{ 数["增加值.第一产业[本年]"] | 亿元 }}、{{ 数["增加值.第二产业[本年]"] | 亿元 }}和
{{ 数["增加值.第三产业[本年]"] | 亿元 }}，第二产业占{{ 数["占总量比重.第二产业[本年]"] | 百分比 }}[^a]。

表题：直接产业与渗透产业（亿元）

| 部分 | 增加值 | 名义增速（%） |
|---|--:|--:|
| 直接产业 | {{ 数["增加值.直接产业[本年]"] | 数字 }} | {{ 数["名义增速.直接产业[本年]"] | 数字 }} |
| 渗透产业 | {{ 数["增加值.渗透产业[本年]"] | 数字 }} | {{ 数["名义增速.渗透产业[本年]"] | 数字 }} |

[^a]: 上年为{{ 数["占总量比重.第二产业[上年]"] | 百分比 }}。
"""
Change = Callable[[Path], None]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project") / "small"
    write_small_paper(folder)
    with (folder / CHAPTER).open("a", encoding="utf-8") as chapter:
        chapter.write(MORE)
    pipeline.build(Project.open(folder), 2022, lambda *step: None)
    return folder


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "small", symlinks=True))


def audit(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["--project", str(project), "audit", *arguments], prog_name="reportgen")


def page(project: Path) -> Path:
    return project / "build/2022/report.html"


def edited(pattern: str, digits: Callable[[str], str] = lambda found: other_digit(found)) -> Change:
    """The HTML with the first number after a pattern printed otherwise."""

    def change(project: Path) -> None:
        text = page(project).read_text(encoding="utf-8")
        found = re.search(f"({pattern})" + r"(-?\d+(?:\.\d+)?)", text, re.DOTALL)
        start, end = found.span(2)
        page(project).write_text(text[:start] + digits(found[2]) + text[end:], encoding="utf-8")

    return change


def other_digit(digits: str) -> str:
    """The same number with another first digit."""
    first = re.search(r"\d", digits)
    return digits.replace(first[0], "7" if first[0] != "7" else "3", 1)


def in_pdf(words: str, occurrence: int = 0) -> Change:
    """The PDF with two different digits of a number exchanged in the content of its page."""

    def change(project: Path) -> None:
        path = project / "build/2022/report.pdf"
        content = path.read_bytes()
        places = [
            (index, run)
            for index, one in enumerate(read_pages(content))
            for run in one.runs
            if squashed(run.text) == words
        ]
        index, run = places[occurrence]
        with pikepdf.open(io.BytesIO(content)) as pdf:
            before = pdf.pages[index].Contents.read_bytes()
            mark = re.compile(rb"<<[^>]*/MCID %d>>\nBDC.*?\nEMC" % run.content, re.DOTALL)
            after = mark.sub(lambda found: first_two_exchanged(found[0]), before)
            assert after != before
            pdf.pages[index].Contents = pdf.make_stream(after)
            pdf.save(path)

    return change


def first_two_exchanged(drawing: bytes) -> bytes:
    """Text drawn with its first glyph in the place of the next different one, and the other way round."""
    every = [glyph for run in re.findall(rb"<([0-9a-f]+)>", drawing) for glyph in re.findall(rb"....", run)]
    first = every[0]
    second = next(glyph for glyph in every if glyph != first)

    def exchange(run: re.Match[bytes]) -> bytes:
        swapped = {first: second, second: first}
        return b"<" + b"".join(swapped.get(one, one) for one in re.findall(rb"....", run[1])) + b">"

    return re.sub(rb"<([0-9a-f]+)>", exchange, drawing)


def number(project: Path, address: str) -> str:
    """The digits that the page prints for an address, the first time."""
    text = page(project).read_text(encoding="utf-8")
    return re.search(rf'data-address="{re.escape(address)}"[^>]*>(-?[\d.]+)', text)[1]


def test_the_paper_as_built_is_clean(project: Path) -> None:
    done = audit(project)
    assert done.exit_code == 0, done.output
    lines = done.stdout.splitlines()
    assert re.match(r"读回 report\.pdf [1-9]\d 个数、report\.html [1-9]\d 个数", lines[0])
    assert lines[1] == "没有发现矛盾"
    assert (project / "build/2022/audit.csv").read_text(encoding="utf-8") == "类别,规则,说明,编号,所在\n"
    assert "没有发现矛盾" in (project / "build/2022/audit.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (edited(r'data-address="增加值.全国\[2021\]"[^>]*>'), "同一数各处相同"),
        (edited(r'data-address="增加值.第二产业\[2021\]"[^>]*>'), "各部分之和等于总量"),
        (edited(r'data-address="占总量比重.第二产业\[2021\]"[^>]*>'), "占比等于部分除以总量"),
        (
            edited(r'<li id="note-1">.*?data-address="占总量比重.第二产业\[2020\]"[^>]*>'),
            "印出的数与记录相符",
        ),
        (edited(r'<td[^>]*><span[^>]*data-address="增加值.渗透产业\[2021\]"[^>]*>'), "各部分之和等于总量"),
        (
            edited(r'<svg class="chart wide".*?<text[^>]*>'),
            "各段都在文件中|印出的数与记录相符|同一数各处相同",
        ),
        (edited(r"<details>.*?<tbody>.*?data-address=[^>]*>"), "同一数各处相同"),
        (edited(r'number-tips.*?"增加值.全国\[2021\]":\["[^"]*","'), "同一数各处相同"),
    ],
    ids=["text", "part", "share", "note", "table", "picture", "data", "tip"],
)
def test_a_change_in_the_page_is_found(project: Path, change: Change, expected: str) -> None:
    change(project)
    done = audit(project)
    assert done.exit_code == 1, done.output
    assert re.search(f"】({expected})", done.stdout), done.stdout
    assert "印出的数与记录相符" in done.stdout or "各段都在文件中" in done.stdout


def test_a_number_that_names_another_fact_is_found(project: Path) -> None:
    text = page(project).read_text(encoding="utf-8")
    wrong = text.replace('data-address="增加值.第二产业[2021]"', 'data-address="增加值.第三产业[2021]"', 1)
    page(project).write_text(wrong, encoding="utf-8")
    assert "标明取自“增加值.第三产业[2021]”" in audit(project).stdout


def test_a_number_that_belongs_to_no_passage_is_found(project: Path) -> None:
    text = page(project).read_text(encoding="utf-8")
    page(project).write_text(text.replace("</main>", "<p>另有99.90亿元。</p></main>"), encoding="utf-8")
    assert "99.90亿元" in audit(project).stdout


@pytest.mark.parametrize(
    ("address", "expected"),
    [("增加值.全国[2021]", "同一数各处相同"), ("增加值.第三产业[2021]", "各部分之和等于总量")],
)
def test_digits_exchanged_in_the_pdf_are_found(project: Path, address: str, expected: str) -> None:
    in_pdf(number(project, address))(project)
    done = audit(project)
    assert done.exit_code == 1, done.output
    assert "【与记录不符】印出的数与记录相符" in done.stdout and expected in done.stdout, done.stdout
    assert "PDF-" in done.stdout and "第1页" in done.stdout


def test_digits_exchanged_in_a_table_of_the_pdf_are_found(project: Path) -> None:
    in_pdf(number(project, "增加值.直接产业[2021]"))(project)
    assert "【矛盾】各部分之和等于总量" in audit(project).stdout


def test_files_that_are_missing_or_of_other_numbers(project: Path) -> None:
    facts = project / "build/2022/facts.csv"
    facts.write_text(facts.read_text(encoding="utf-8").replace("1", "2", 1), encoding="utf-8")
    done = audit(project)
    assert done.exit_code == 1 and "生成之后数据、参数或程序又有改动" in done.output
    (project / "build/2022/report.pdf").unlink()
    done = audit(project)
    assert done.exit_code == 1 and "2022 年版还没有生成" in done.output
    assert "reportgen build --edition 2022" in done.output


HEADER = "id,metric,scope,year,relation,value,unit,precision,withheld"


def table(folder: Path, *rows: str) -> str:
    path = folder / "printed.csv"
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return str(path)


def test_a_table_lists_its_contradictions_and_ends_well(project: Path, tmp_path: Path) -> None:
    rows = [
        "A1,value_added,direct,2021,=,18.42,亿元,2,0",
        "A2,value_added,indirect,2021,=,22.58,亿元,2,0",
        "A3,value_added,national,2021,=,41.10,亿元,2,0",
    ]
    done = audit(project, table(tmp_path, *rows))
    assert done.exit_code == 0, done.output
    assert (
        "18.42亿元 + 22.58亿元 = 41.000亿元（40.990至41.010），而增加值.全国[2021]印作41.10亿元（A1、A2、A3）"
        in done.stdout
    )
    written = (project / "build/2022/audit-printed.csv").read_text(encoding="utf-8").splitlines()
    assert len(written) == 2 and written[1].startswith("矛盾,各部分之和等于总量,")
    assert "41.10" in (project / "build/2022/audit-printed.html").read_text(encoding="utf-8")


def test_a_table_with_unknown_names_is_refused(project: Path, tmp_path: Path) -> None:
    done = audit(
        project,
        table(tmp_path, "A1,value_aded,national,2021,=,1,亿元,0,0", "A2,gdp,nowhere,2021,=,1,亿元,0,0"),
    )
    assert done.exit_code == 1
    assert "没有指标“value_aded”" in done.output and "没有范围“nowhere”" in done.output
    assert not (project / "build/2022/audit-printed.csv").exists()


def test_a_table_that_is_not_there(project: Path) -> None:
    done = audit(project, "printed.csv")
    assert done.exit_code == 2 and "没有这个文件" in done.output
