"""The command sensitivity on the small paper: terminal, table, page, and what is refused."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from reportgen.cli.app import app
from tests.small_paper import write_small_paper

TABLE, PAGE = "build/2022/sensitivity.csv", "build/2022/sensitivity.html"
FEW = ("--draws", "300")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project") / "small"
    write_small_paper(folder)
    return folder


@pytest.fixture(scope="module")
def done(project: Path) -> Result:
    return run(project, *FEW)


def run(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(
        app, ["--project", str(project), "sensitivity", *arguments], prog_name="reportgen"
    )


def rows_of(project: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((project / TABLE).read_text(encoding="utf-8"))))


def test_the_terminal_lists_every_headline_and_what_was_not_moved(done: Result) -> None:
    assert done.exit_code == 0, done.output
    head, first, *_ = done.stdout.splitlines()
    assert head.startswith("指标\t所用值\t5%\t中位数\t95%\t影响最大的假定")
    assert first.startswith("增加值.全国[2021]\t")
    assert "同时抽取 300 次（种子 2022）" in done.stdout
    assert re.search("未设范围，没有变动：.*外推的年数", done.stdout)
    assert done.stdout.endswith(f"已写入 {PAGE}\n已写入 {TABLE}\n")


def test_the_table_adds_up(project: Path, done: Result) -> None:
    rows = rows_of(project)
    moved = [row for row in rows if row["change"]]
    assert len(moved) > 100
    for row in moved:
        assert float(row["value"]) - float(row["base"]) == pytest.approx(
            float(row["change"]), rel=1e-6, abs=1e-6
        )
    assert {row["kind"] for row in rows} == {"逐项", "读法", "同时", "未设范围"}
    names = {row["assumption_name"] for row in rows}
    assert {"相关系数：软件服务", "年度乘子：2021年", "四大领域分配：软件服务，平台"} & names


def test_what_moves_nothing_is_in_the_table_but_not_in_a_chart(project: Path, done: Result) -> None:
    idle = [row for row in rows_of(project) if row["assumption"] == "assumed_real_growth"]
    assert idle and all(row["change"] == "0" for row in idle)
    page = (project / PAGE).read_text(encoding="utf-8")
    assert all(
        "预测年GDP实际增速" not in picture for picture in re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    )
    assert '<td class="name">预测年GDP实际增速</td>' in page


def test_the_page_stands_alone_and_says_how(project: Path, done: Result) -> None:
    page = (project / PAGE).read_text(encoding="utf-8")
    assert not re.search(r'(?:src|href)="(?!#)', page)
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert "服从三角分布，峰在所用的值；离散范围只在" in page
    assert "抽取用闭式计算，与逐次重算核对相符" in page
    assert "用允许范围（range），偏宽" in page


def test_the_same_bytes_again_by_any_number_of_processes(project: Path, done: Result) -> None:
    before = [(project / name).read_bytes() for name in (TABLE, PAGE)]
    assert run(project, *FEW, "--processes", "1").exit_code == 0
    assert [(project / name).read_bytes() for name in (TABLE, PAGE)] == before
    assert run(project, *FEW, "--seed", "7").exit_code == 0
    assert (project / TABLE).read_bytes() != before[0]
    assert run(project, *FEW).exit_code == 0
    assert [(project / name).read_bytes() for name in (TABLE, PAGE)] == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--draws", "0"), "--draws 应为 1 至 1000000 的整数，现为 0"),
        (("--seed", "-1"), "--seed 应为 0 至"),
        (("--processes", "0"), "--processes 应为 1 至 64 的整数，现为 0"),
        (("--edition", "22年"), "--edition 应为年份"),
    ],
)
def test_what_is_refused(project: Path, arguments: tuple[str, ...], said: str) -> None:
    refused = run(project, *arguments)
    assert refused.exit_code == 2
    assert said in refused.stderr
