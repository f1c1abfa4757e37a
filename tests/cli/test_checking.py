"""The command check: for people, as JSON, as SARIF, and after every change."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from typer.testing import CliRunner, Result

from reportgen.cli.app import app
from reportgen.cli.check_report import ReportLine
from reportgen.cli.watching import keep_checking, watched
from reportgen.errors import DataError
from reportgen.linting import Checked
from reportgen.project.folders import Project
from reportgen.review.check_lines import CheckLine, reminder_lines
from reportgen.text.lint.finding import RULES, TYPED_NUMBER, UNSUPPORTED, Finding

GOOD, BAD = CheckLine("甲.csv", "列和为一", True), CheckLine("20-overall.md:7", "没有范围“全过”", False)
TYPED = Finding(TYPED_NUMBER, "20-overall.md", 12, 5, "三成", "统计数是手写的", "改为按地址读取")
ALONE = Finding(UNSUPPORTED, "2022/chapters/20-overall.md", 3, 1, "1.2", "图和表中都没有", "配图或列表")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name in ("content/chapters", "content/editions/2022/chapters", "figures", "templates"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("editions/2022.yaml", "chapters/20-overall.md", "editions/2022/chapters/20-overall.md"):
        (tmp_path / "content" / name).touch()
    return Project.open(tmp_path)


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> list:
    """Put into it what the pipeline answers, or raises."""
    answers: list = []

    def check(*_: object) -> Checked:
        if isinstance(answers[-1], Exception):
            raise answers[-1]
        return answers[-1]

    module = ModuleType("reportgen.pipeline")
    module.check = check
    monkeypatch.setitem(sys.modules, "reportgen.pipeline", module)
    monkeypatch.setattr(sys.modules["reportgen"], "pipeline", module, raising=False)
    return answers


def run(project: Project, *options: str) -> Result:
    return CliRunner().invoke(app, ["--project", str(project.root), "check", *options], prog_name="reportgen")


def test_only_what_is_wrong_is_printed_and_the_command_ends_with_one(project: Project, answer: list) -> None:
    answer.append(Checked([GOOD, BAD], [TYPED]))
    result = run(project)
    assert result.exit_code == 1
    assert result.stderr == (
        "不通过  20-overall.md:7：没有范围“全过”\n"
        "错误  20-overall.md:12:5：手写统计数“三成”，统计数是手写的　怎么办：改为按地址读取\n"
    )
    assert result.stdout == "检查 2 项，1 项不通过；文字有 1 处错误\n"


def test_nothing_wrong_prints_the_verdict_alone(project: Project, answer: list) -> None:
    answer.append(Checked([GOOD], []))
    result = run(project)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "检查 1 项，全部通过\n", "")


def test_reminders_do_not_fail(project: Project, answer: list) -> None:
    answer.append(Checked([GOOD, *reminder_lines(["数已旧"])], [ALONE]))
    result = run(project)
    assert result.exit_code == 0
    assert result.stderr.splitlines()[0] == "提醒：数已旧"
    assert result.stderr.splitlines()[1].startswith(
        "提醒：2022/chapters/20-overall.md:3:1：没有图表支撑“1.2”"
    )
    assert result.stdout == "检查 1 项，全部通过，提醒 2 条\n"


def test_one_error_of_the_text_fails(project: Project, answer: list) -> None:
    answer.append(Checked([GOOD], [TYPED]))
    assert run(project).exit_code == run(project, "--format", "json").exit_code == 1


def test_json_holds_everything_and_nothing_else_is_printed(project: Project, answer: list) -> None:
    answer.append(Checked([GOOD], [TYPED]))
    content = json.loads(run(project, "--format", "json").stdout)
    assert content["edition"] == 2022
    assert content["passed"] is False
    assert content["checks"] == [{"place": "甲.csv", "text": "列和为一", "passed": True, "reminder": False}]
    assert content["findings"][0] == {
        "rule": "typed-number",
        "name": "手写统计数",
        "severity": "错误",
        "file": "20-overall.md",
        "line": 12,
        "column": 5,
        "words": "三成",
        "problem": "统计数是手写的",
        "proposal": "改为按地址读取",
    }


def test_sarif_names_rules_levels_and_files(project: Project, answer: list) -> None:
    answer.append(Checked([GOOD, BAD], [TYPED, ALONE]))
    log = json.loads(run(project, "--format", "sarif").stdout)
    assert log["version"] == "2.1.0"
    (sarif,) = log["runs"]
    rules = sarif["tool"]["driver"]["rules"]
    assert {rule.id for rule in RULES} < {rule["id"] for rule in rules}
    levels = [(rules[one["ruleIndex"]]["id"], one["ruleId"], one["level"]) for one in sarif["results"]]
    assert levels == [
        ("check", "check", "error"),
        ("typed-number", "typed-number", "error"),
        ("unsupported", "unsupported", "warning"),
    ]
    places = [one["locations"][0]["physicalLocation"] for one in sarif["results"]]
    assert [place["artifactLocation"]["uri"] for place in places] == [
        "content/chapters/20-overall.md",
        "content/chapters/20-overall.md",
        "content/editions/2022/chapters/20-overall.md",
    ]
    assert [place["region"] for place in places] == [
        {"startLine": 7},
        {"startLine": 12, "startColumn": 5},
        {"startLine": 3, "startColumn": 1},
    ]


def test_sarif_doubles_braces_and_escapes_paths(project: Project, answer: list) -> None:
    (project.chapters / "20-总体.md").touch()
    finding = replace(TYPED, file="20-总体.md", proposal='改为 {{ 数["甲"] | 亿元 }}')
    answer.append(Checked([], [finding]))
    (result,) = json.loads(run(project, "--format", "sarif").stdout)["runs"][0]["results"]
    assert '{{{{ 数["甲"] | 亿元 }}}}' in result["message"]["text"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "content/chapters/20-%E6%80%BB%E4%BD%93.md"


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_a_file_that_cannot_be_read_is_one_more_check_that_fails(
    project: Project, answer: list, form: str
) -> None:
    answer.append(DataError("缺一列", place="content/data/甲.csv:2", remedy="补上"))
    result = run(project, "--format", form)
    assert result.exit_code == 1
    assert "缺一列" in json.dumps(json.loads(result.stdout), ensure_ascii=False)


@pytest.mark.parametrize(
    ("options", "said"),
    [(("--format", "jsn"), "是否想写“json”？"), (("--watch", "--format", "json"), "去掉 --format")],
)
def test_options_that_do_not_fit(project: Project, options: tuple[str, ...], said: str) -> None:
    result = run(project, *options)
    assert result.exit_code == 2
    assert said in result.stderr


def lines(*keys: str) -> tuple[list[ReportLine], str]:
    """A report; what stands behind @ is the line number, which may move."""
    found = [ReportLine(key, True, (key.partition("@")[0],)) for key in keys]
    return found, f"{len(keys)} 处"


def test_watching_shows_what_is_new_and_what_is_gone() -> None:
    reports = iter([lines("甲@1", "乙@2"), lines("甲@5", "丙@6"), lines("甲@5", "甲@9", "丙@6"), lines()])
    shown: list[str] = []
    keep_checking(lambda: next(reports), range(3), shown.append)
    assert shown == [
        "甲@1",
        "乙@2",
        "2 处。正在等待改动，按 Ctrl+C 结束",
        "新增  丙@6",
        "消失  乙@2",
        "2 处",
        "新增  甲@9",
        "3 处",
        "消失  甲@5",
        "消失  甲@9",
        "消失  丙@6",
        "0 处",
    ]


def test_watching_goes_on_after_a_file_that_cannot_be_read(
    project: Project, answer: list, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer.append(Checked([GOOD], []))

    def changes(_: Project):
        answer.append(DataError("缺一列", place="甲.csv:2"))
        yield 1
        answer.append(Checked([GOOD], [TYPED]))
        yield 2

    monkeypatch.setattr("reportgen.cli.watching.watched", changes)
    shown = run(project, "--watch").stdout
    assert shown.index("新增  不通过  甲.csv:2：缺一列") < shown.index("消失  不通过  甲.csv:2：缺一列")
    assert "新增  错误  20-overall.md:12:5" in shown


def test_a_saved_chapter_is_a_change(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    import watchfiles

    seen: list[tuple] = []
    monkeypatch.setattr(watchfiles, "watch", lambda *paths, **_: seen.append(paths) or iter([{"甲"}]))
    assert list(watched(project)) == [{"甲"}]
    assert seen == [(project.content, project.figures, project.templates)]
