"""Publishing the small paper, as the command does it, and what check says afterwards."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from reportgen import pipeline
from reportgen.cli.app import app
from reportgen.project.folders import Project
from reportgen.review.frozen_files import COLUMNS, EDITION
from tests.commands import edit, run
from tests.small_paper import write_small_paper

CHAPTER = "content/chapters/10-overall.md"
FOLDER = "content/editions/2022/published"
FILES = {*COLUMNS, EDITION}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project") / "small"
    write_small_paper(folder)
    assert run(folder, "publish").exit_code == 0
    return folder


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "small", symlinks=True))


def raise_a_statistic(project: Path) -> None:
    """Another growth for the forecast year; it moves every forecast."""
    (path,) = [
        one
        for one in (project / "content/parameters").iterdir()
        if "assumed_nominal_growth" in one.read_text("utf-8")
    ]
    text = path.read_text(encoding="utf-8")
    changed, count = re.subn(r"(?s)(assumed_nominal_growth:.*?value: )[\d.]+", r"\g<1>9.5", text, count=1)
    assert count == 1
    path.write_text(changed, encoding="utf-8")


def content(project: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (project / FOLDER).iterdir()}


def reminders(project: Path) -> list[str]:
    lines = pipeline.check(Project.open(project), 2022, lambda *step: None).lines
    return [line.text for line in lines if line.reminder and "公布" in line.text]


def test_what_is_written_and_said(project: Path) -> None:
    shutil.rmtree(project / FOLDER)
    done = run(project, "publish", "--edition", "2022")
    assert done.exit_code == 0, done.stderr
    assert set(content(project)) == FILES
    assert re.search(
        r"已公布 2022 年版：\d+ 个数，印出 \d+ 处，1 段文字，\d+ 个参数值，\d+ 个输入文件", done.stdout
    )
    assert {line.removeprefix(f"已写入 {FOLDER}/") for line in done.stdout.splitlines()[-6:]} == FILES
    assert not (project / "build/2022").exists()


def test_the_same_paper_is_frozen_to_the_same_bytes(project: Path) -> None:
    before = content(project)
    again = run(project, "publish", "--again")
    assert "与原发布稿相比：没有变动" in again.stdout
    assert content(project) == before
    assert reminders(project) == []


def test_published_once_is_not_overwritten(project: Path) -> None:
    edit(project / CHAPTER, "规模扩大", "规模继续扩大")
    before = content(project)
    refused = run(project, "publish")
    assert refused.exit_code == 2
    assert "2022 年版已经公布，没有覆盖；现在与发布稿相比，1 段文字变动" in refused.stderr
    assert "reportgen diff 2022@发布 2022" in refused.stderr and "--again" in refused.stderr
    assert content(project) == before
    done = run(project, "publish", "--again")
    assert "与原发布稿相比：1 段文字变动" in done.stdout
    assert content(project) != before


def test_check_reminds_of_numbers_that_moved(project: Path) -> None:
    raise_a_statistic(project)
    (reminder,) = reminders(project)
    assert re.fullmatch(
        r"与已公布的 2022 年版相比，\d+ 个数变动；用 reportgen diff 2022@发布 2022 查看", reminder
    )
    assert run(project, "check").exit_code == 0


def test_nothing_is_published_when_the_check_fails(project: Path) -> None:
    before = content(project)
    edit(project / CHAPTER, "| 增长 }}", "| 增涨 }}")
    refused = run(project, "publish", "--again")
    assert refused.exit_code == 1
    assert "10-overall.md:5：检查有 1 项不通过，没有公布：没有过滤器“增涨”" in refused.stderr
    assert content(project) == before


def test_a_broken_publication_is_replaced_only_again(project: Path) -> None:
    edit(project / FOLDER / "facts.csv", ",测算,", ",估计,")
    refused = run(project, "publish")
    assert refused.exit_code == 1
    assert "没有状态“估计”" in refused.stderr and "reportgen publish --again" in refused.stderr
    assert run(project, "check").exit_code == 0
    assert run(project, "publish", "--again").exit_code == 0
    assert reminders(project) == []


def test_an_option_of_publish_is_explained_in_chinese() -> None:
    shown = CliRunner().invoke(app, ["publish", "--help"], prog_name="reportgen").stdout
    assert "重新公布" in shown
    assert "snapshot" not in CliRunner().invoke(app, ["--help"], prog_name="reportgen").stdout
