"""The command line from outside: what is printed where, and the exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from typer.testing import CliRunner, Result

from reportgen import reference
from reportgen.cli.app import app
from reportgen.errors import DataError, ManyErrors
from reportgen.facts.address import Address, Calendar, Vocabulary
from reportgen.facts.fact import Fact, FactTable
from reportgen.facts.status import Status
from reportgen.text.pasting import find

NAMES = Path(__file__).parents[2] / "content" / "names.csv"


@dataclass
class Pipeline:
    """What stands in for the pipeline: its answers, and the calls it got."""

    answers: dict[str, object] = field(default_factory=dict)
    calls: list[tuple] = field(default_factory=list)

    def function(self, name: str) -> Callable[..., object]:
        def answer(*arguments: object) -> object:
            self.calls.append((name, *arguments))
            if callable(arguments[-1]):
                arguments[-1](1, 2, "读取数据")
                arguments[-1](2, 2, "测算")
            if isinstance(self.answers[name], BaseException):
                raise self.answers[name]
            return self.answers[name]

        return answer


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> Pipeline:
    stand_in = Pipeline()
    module = ModuleType("reportgen.pipeline")
    for name in ("build", "check", "facts", "docx", "calibrate"):
        setattr(module, name, stand_in.function(name))
    monkeypatch.setitem(sys.modules, "reportgen.pipeline", module)
    monkeypatch.setattr(sys.modules["reportgen"], "pipeline", module, raising=False)
    return stand_in


@pytest.fixture
def reconciling(monkeypatch: pytest.MonkeyPatch) -> Pipeline:
    stand_in = Pipeline()
    module = ModuleType("reportgen.reconciling")
    module.reconcile = stand_in.function("reconcile")
    monkeypatch.setitem(sys.modules, "reportgen.reconciling", module)
    monkeypatch.setattr(sys.modules["reportgen"], "reconciling", module, raising=False)
    return stand_in


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("content/editions", "figures", "templates"):
        (tmp_path / name).mkdir(parents=True)
    for year in (2021, 2022):
        (tmp_path / f"content/editions/{year}.yaml").touch()
    return tmp_path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], prog_name="reportgen")


def built(project: Path, **changed: object) -> SimpleNamespace:
    folder = project / "build" / "2022"
    names = {"pdf": "report.pdf", "html": "report.html", "workbook": "report.xlsx"}
    names |= {"facts": "facts.csv", "places": "places.csv"}
    paths = {part: folder / name for part, name in names.items()}
    return SimpleNamespace(**{**paths, "warnings": [], "seconds": 3.14, "made": True, **changed})


def test_build_names_what_it_made_and_shows_no_steps_off_a_terminal(
    pipeline: Pipeline, project: Path
) -> None:
    pipeline.answers["build"] = built(project, warnings=["字体缺一字"])
    result = run("--project", project, "build", "--edition", "2021")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "已生成 build/2022/report.pdf",
        "已生成 build/2022/report.html",
        "已生成 build/2022/report.xlsx",
        "已生成 build/2022/facts.csv",
        "已生成 build/2022/places.csv",
        "用时 3.1 秒",
    ]
    assert result.stderr == "提醒：字体缺一字\n"
    name, opened, edition, _ = pipeline.calls[0]
    assert (name, opened.root, edition) == ("build", project.resolve(), 2021)


def test_build_says_that_nothing_has_changed_and_reminds_all_the_same(
    pipeline: Pipeline, project: Path
) -> None:
    pipeline.answers["build"] = built(project, warnings=["字体缺一字"], made=False, seconds=0.04)
    result = run("--project", project, "build")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "没有变动 build/2022/report.pdf"
    assert "已生成" not in result.stdout
    assert result.stderr == "提醒：字体缺一字\n"


def test_the_newest_edition_is_taken_when_none_is_named(pipeline: Pipeline, project: Path) -> None:
    pipeline.answers["build"] = built(project)
    assert run("--project", project, "build").exit_code == 0
    assert pipeline.calls[0][2] == 2022


def test_the_current_folder_is_the_project_when_none_is_named(
    pipeline: Pipeline, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    pipeline.answers["build"] = built(project)
    assert run("build").exit_code == 0
    assert pipeline.calls[0][1].root == project.resolve()


@pytest.fixture
def facts() -> FactTable:
    vocabulary = Vocabulary.read(NAMES)
    values = {
        ("value_added", "national", 2021): (41034.123456789, "亿元"),
        ("value_added", "national", 2020): (36000.5, "亿元"),
        ("nominal_growth", "national", 2021): (13.5, "%"),
        ("ratio_indirect_to_direct", "national", 2021): (1.2, "倍"),
    }
    return FactTable(
        (
            Fact(address, value, unit, Status.校准, vocabulary.chinese(address))
            for (metric, scope, year), (value, unit) in values.items()
            for address in [Address(metric, scope, (year,))]
        ),
        vocabulary,
    )


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch, facts: FactTable) -> None:
    """The search of the editors, over these facts."""
    calendar = Calendar(2017, 2021, 2022)
    monkeypatch.setattr(reference, "find", lambda project, year, words: find(facts, calendar, words))


def test_facts_lists_the_text_to_paste(pipeline: Pipeline, project: Path, found: None) -> None:
    result = run("--project", project, "facts", "全国", "2021")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "地址\t值\t单位\t状态\t写进正文",
        '增加值.全国[2021]\t4.10万亿元\t亿元\t校准\t{{ 数["增加值.全国[本年]"] | 万亿元 }}',
        '名义增速.全国[2021]\t13.50%\t%\t校准\t{{ 数["名义增速.全国[本年]"] | 百分比 }}',
        '渗透与直接之比.全国[2021]\t1.2倍\t倍\t校准\t{{ 数["渗透与直接之比.全国[本年]"] | 倍 }}',
    ]


def test_facts_without_a_word_lists_the_metrics(pipeline: Pipeline, project: Path, facts: FactTable) -> None:
    pipeline.answers["facts"] = facts
    lines = run("--project", project, "facts").stdout.splitlines()
    assert lines[0] == "指标\t个数\t单位\t地址示例"
    assert "增加值\t2\t亿元\t增加值.全国[2020]" in lines


def test_facts_that_do_not_exist_are_an_error(pipeline: Pipeline, project: Path, found: None) -> None:
    result = run("--project", project, "facts", "甲乙丙", "全国")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "没有同时含“甲乙丙”“全国”的地址" in result.stderr


def test_docx_names_the_file_and_says_how_the_contents_get_their_pages(
    pipeline: Pipeline, project: Path
) -> None:
    pipeline.answers["docx"] = project / "build/2022/report.docx"
    result = run("--project", project, "docx")
    assert result.stdout.splitlines() == [
        "已生成 build/2022/report.docx",
        "目录的页码由 Word 计算：打开后按 Ctrl+A，再按 F9",
    ]
    assert run("--project", project, "docx", "--edition", "2022", "--since", "2021").exit_code == 0
    assert [call[2:4] for call in pipeline.calls] == [(2022, None), (2022, 2021)]


def test_calibrate_and_reconcile_print_their_summaries(
    pipeline: Pipeline, reconciling: Pipeline, project: Path
) -> None:
    written = project / "content/parameters/calibrated.yaml"
    pipeline.answers["calibrate"] = SimpleNamespace(text="残差 0.3%", files=[written])
    result = run("--project", project, "calibrate")
    assert result.stdout == "残差 0.3%\n已写入 content/parameters/calibrated.yaml\n"
    files = [Path("/elsewhere/reconcile.csv"), project / "build/2022/reconcile.html"]
    reconciling.answers["reconcile"] = SimpleNamespace(text="一致 9 项", files=files)
    published = project / "公布.csv"
    published.touch()
    result = run("--project", project, "reconcile", "--published", published, "--edition", "2022")
    assert result.stdout == "一致 9 项\n已写入 /elsewhere/reconcile.csv\n已写入 build/2022/reconcile.html\n"
    assert reconciling.calls[-1][3] == published
    run("--project", project, "reconcile")
    assert reconciling.calls[-1][3] is None


def test_wrong_content_ends_with_one_and_says_everything(pipeline: Pipeline, project: Path) -> None:
    first = DataError("不是数字", place="甲.csv:3", remedy="改为数字")
    pipeline.answers["build"] = ManyErrors([first, DataError("缺一省", place="乙.csv")])
    result = run("--project", project, "build")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "错误：共 2 处错误\n甲.csv:3：不是数字\n  怎么办：改为数字\n乙.csv：缺一省\n"


def test_an_unreadable_file_is_named(pipeline: Pipeline, project: Path) -> None:
    pipeline.answers["build"] = PermissionError(13, "Permission denied", "build/2022")
    result = run("--project", project, "build")
    assert result.exit_code == 1
    assert result.stderr.startswith("错误：build/2022：文件无法读写（没有权限）\n  怎么办：")


def test_a_failure_of_the_program_shows_its_type_and_the_traceback_only_on_demand(
    pipeline: Pipeline, project: Path
) -> None:
    pipeline.answers["build"] = ZeroDivisionError("除以零")
    result = run("--project", project, "build")
    assert result.exit_code == 3
    assert result.stderr.count("\n") == 1
    assert "ZeroDivisionError" in result.stderr and "--debug" in result.stderr
    result = run("--debug", "--project", project, "build")
    assert result.exit_code == 3
    assert "Traceback" in result.stderr and "除以零" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["biuld"], "没有命令 biuld\n  怎么办：是否想写“build”？"),
        (["绘图"], "没有命令 绘图\n  怎么办：现有命令：build、check"),
        (["build", "--editon", "2022"], "没有选项 --editon\n  怎么办：是否想写“--edition”？"),
        (["build", "--edition"], "选项 --edition 后面要有一个值"),
        (["--debug=3", "build"], "选项 --debug 不带值"),
        (["build", "甲", "乙"], "多余的参数：甲 乙\n  怎么办：用 reportgen build --help 查看用法"),
        (["trace"], "没有写追溯哪个数\n  怎么办：写一个地址，如 增加值.制造业[2021]；或写 --from 文件#行"),
        (["build", "--edition", "二〇二二"], "--edition 应为年份，现为“二〇二二”"),
        (["docx", "--since", "去年"], "--since 应为年份，现为“去年”\n  怎么办：如 --since 2022"),
        (["reconcile", "--published", "没有.csv"], "没有.csv：没有这个文件"),
    ],
)
def test_wrong_usage_ends_with_two_in_chinese(
    pipeline: Pipeline, project: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(project)
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert message in result.stderr
    assert pipeline.calls == []


def test_a_folder_that_is_no_project_is_wrong_usage(pipeline: Pipeline, tmp_path: Path) -> None:
    result = run("--project", tmp_path, "build")
    assert result.exit_code == 2
    assert f"{tmp_path}：缺少文件夹 content、figures、templates" in result.stderr


def test_a_project_without_editions_is_wrong_content(pipeline: Pipeline, tmp_path: Path) -> None:
    for name in ("content", "figures", "templates"):
        (tmp_path / name).mkdir()
    result = run("--project", tmp_path, "build")
    assert result.exit_code == 1
    assert "没有任何版本" in result.stderr


def test_help_is_chinese() -> None:
    result = run("--help")
    assert result.exit_code == 0
    for word in ("用法：", "选项", "命令", "显示这些说明", "生成一版报告", "追溯一个数"):
        assert word in result.stdout
    for word in ("Usage", "Options", "Commands", "Show this message"):
        assert word not in result.stdout
    assert run().exit_code == 2
    assert "命令" in run().stdout
