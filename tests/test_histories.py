"""The command ``history`` on the small paper."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from reportgen.cli.app import app
from tests.small_paper import write_small_paper

HEAD = "edition,metric,scope,year,relation,value,unit,is_forecast,source\n"
HEADLINES = """2020,value_added,national,2019,=,3.41,万亿元,0,报道
2020,value_added,national,2020,=,3.78,万亿元,1,报道
2023,value_added,national,2020,=,3.57,万亿元,0,报道
2023,value_added,national,2023,=,4.69,万亿元,1,报道
2023,gdp_share,national,2023,=,3.72,%,1,报道
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project") / "small"
    write_small_paper(folder)
    (folder / "content/published").mkdir()
    return folder


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "small", symlinks=True))


def run(project: Path, rows: str = HEADLINES) -> Result:
    (project / "content/published/history.csv").write_text(HEAD + rows, encoding="utf-8")
    return CliRunner().invoke(app, ["--project", str(project), "history"], prog_name="reportgen")


def test_the_page_and_the_summary(project: Path) -> None:
    result = run(project)
    assert result.exit_code == 0, result.stderr
    assert "2 个指标，2020、2023 年版共印出 5 个数，另由增速、增量推得 0 个" in result.stdout
    assert "  全国增加值 2020年：2020年版预测3.78万亿元 → 2023年版3.57万亿元，-5.56%\n" in result.stdout
    page = (project / "build/2022/history.html").read_text(encoding="utf-8")
    assert page.count("<svg") == 1  # the share is known of one year only
    assert "没有收集到2021、2022年版的任何数" in page and "未见" in page
    assert not re.search(r"(src|href)=\"(?!#)", page)


def test_a_wrong_row_ends_with_its_line_and_writes_nothing(project: Path) -> None:
    result = run(project, "2020,value_added,national,2019,=,3.41,万亿,0,报道\n")
    assert result.exit_code == 1 and "history.csv:2：单位“万亿”无法识别" in result.stderr
    assert not (project / "build/2022/history.html").exists()


def test_no_file_is_said(project: Path) -> None:
    result = CliRunner().invoke(app, ["--project", str(project), "history"], prog_name="reportgen")
    assert result.exit_code == 1 and "history.csv：没有这个文件" in result.stderr
