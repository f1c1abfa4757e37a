"""Listing and signing the passages of the small paper, as the command does it."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from reportgen import pipeline
from reportgen.project.folders import Project
from reportgen.text.manuscript import Manuscript
from tests.commands import edit, run
from tests.small_paper import write_small_paper

CHAPTER = "content/chapters/10-overall.md"
FILE = "content/editions/2022/review.csv"
MORE = """
<!-- 段：结构 -->
第二产业增加值为{{ 数["增加值.第二产业[本年]"] | 亿元 }}。
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project") / "small"
    write_small_paper(folder)
    text = (folder / CHAPTER).read_text(encoding="utf-8")
    (folder / CHAPTER).write_text(text + MORE, encoding="utf-8")
    pipeline.check(Project.open(folder), 2022, lambda *step: None)
    return folder


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "small", symlinks=True))


def test_signing_a_chapter_then_rewording_a_passage_of_it(project: Path) -> None:
    assert run(project, "review").stdout == "章\t已签\t待复核\t未签\n10-overall.md\t0\t0\t2\n"
    done = run(project, "review", "--sign", "10-overall", "--by", "张三")
    assert done.stdout == f"已签 2 段\n已写入 {FILE}\n"
    edit(project / CHAPTER, "规模扩大", "规模再次扩大")
    listed = run(project, "review").stdout.splitlines()
    today = datetime.date.today().isoformat()
    assert listed[1] == "10-overall.md\t1\t1\t0"
    assert listed[2].startswith(f"10-overall.md:5　待复核，张三 {today} 签　规模再次扩大。2021年增加值为")
    assert listed[3:] == ["　　文字已改", "　　印出的文字已变"]


def test_one_passage_by_line_or_name_and_the_others_keep_their_signature(project: Path) -> None:
    assert run(project, "review", "--sign", "10-overall.md:6", "--by", "张三").stdout.startswith(
        "已签 1 段\n"
    )
    assert run(project, "review", "--sign", "结构", "--by", "李四").stdout.startswith("已签 1 段\n")
    again = run(project, "review", "--sign", "--all", "--by", "王五").stdout
    assert again.startswith("已签 0 段，2 段先前已签、没有变动，保留原签\n")
    listed = run(project, "review", "10-overall").stdout
    assert "已签，张三" in listed
    assert "已签，李四" in listed
    assert run(project, "review", "--sign", "结构", "--by", "王五").exit_code == 0
    assert "已签，王五" in run(project, "review", "结构").stdout


def test_a_deleted_passage_is_listed_until_the_next_signing(project: Path) -> None:
    run(project, "review", "--sign", "--all", "--by", "张三")
    text = (project / CHAPTER).read_text(encoding="utf-8")
    (project / CHAPTER).write_text(text.partition("<!-- 段：结构")[0], encoding="utf-8")
    assert "10-overall.md　已不存在，张三" in run(project, "review").stdout
    signed = run(project, "review", "--sign", "10-overall", "--by", "李四").stdout
    assert "段落已不存在的签核 1 条已移除" in signed
    assert len((project / FILE).read_text(encoding="utf-8").splitlines()) == 2
    assert "已不存在" not in run(project, "review").stdout


def test_check_reminds_and_passes(project: Path) -> None:
    run(project, "review", "--sign", "--all", "--by", "张三")
    assert "待复核" not in run(project, "check").stderr
    edit(project / CHAPTER, "规模扩大", "规模再次扩大")
    checked = run(project, "check")
    assert checked.exit_code == 0
    assert "提醒：待复核 1 段：10-overall.md:5；用 reportgen review 查看原因" in checked.stderr


def test_a_broken_file_of_signatures_fails_the_check_and_is_left_alone(project: Path) -> None:
    run(project, "review", "--sign", "--all", "--by", "张三")
    edit(project / FILE, ",张三,", ",,")
    before = (project / FILE).read_bytes()
    checked = run(project, "check")
    assert checked.exit_code == 1
    assert f"{FILE}:2：列“signer”是空的" in checked.stderr
    for arguments in (("review",), ("review", "--sign", "--all", "--by", "李四")):
        refused = run(project, *arguments)
        assert refused.exit_code == 1
        assert f"{FILE}:2：列“signer”是空的" in refused.stderr
    assert (project / FILE).read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--sign", "10-overall"], "没有写明由谁签\n  怎么办：加上 --by 姓名"),
        (["--sign", "10-overall", "--by", "　"], "没有写明由谁签"),
        (["--sign", "--by", "张三"], "没有写明签哪些段落"),
        (["--sign", "10-overall", "--all", "--by", "张三"], "既写了段落又写了 --all"),
        (["--by", "张三"], "--by 只与 --sign 同用"),
        (["--all"], "--all 只与 --sign 同用"),
        (["10-overal"], "没有名为“10-overal”的章或段\n  怎么办：是否想写“10-overall”？"),
        (["11-overall:3"], "本版没有章“11-overall”\n  怎么办：是否想写“10-overall.md”？"),
        (["10-overall:结够"], "10-overall.md 中没有段“结够”\n  怎么办：是否想写“结构”？"),
        (["10-overall：1"], "10-overall.md 第 1 行不在任何段落里\n  怎么办：附近的段落：10-overall.md:5"),
    ],
)
def test_what_is_refused(project: Path, arguments: list[str], said: str) -> None:
    refused = run(project, "review", *arguments)
    assert refused.exit_code == 2
    assert said in refused.stderr
    assert not (project / FILE).exists()


def test_nothing_is_signed_when_the_check_fails(project: Path) -> None:
    edit(project / CHAPTER, "| 增长 }}", "| 增涨 }}")
    refused = run(project, "review", "--sign", "--all", "--by", "张三")
    assert refused.exit_code == 1
    assert "10-overall.md:5：检查有 1 项不通过，没有签核：没有过滤器“增涨”" in refused.stderr
    assert not (project / FILE).exists()


def test_the_file_is_no_stray_chapter(project: Path) -> None:
    run(project, "review", "--sign", "--all", "--by", "张三")
    opened = Project.open(project)
    assert [*Manuscript(opened.chapters, opened.own_chapters(2022)).strays(["10-overall"])] == []
