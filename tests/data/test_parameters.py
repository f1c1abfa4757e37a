"""Parameter files: values with their lines, and every mistake by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.data.parameters import load_parameters, override
from reportgen.errors import ContentError, ManyErrors
from reportgen.facts.status import Status
from tests.data.conftest import PARAMETERS
from tests.data.editing import replace_once


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "base.yaml"
    path.write_text(PARAMETERS, encoding="utf-8")
    return path


def message(*paths: Path) -> str:
    with pytest.raises(ContentError) as caught:
        load_parameters(paths)
    return str(caught.value)


def test_values_and_lines(path: Path) -> None:
    found = load_parameters([path])
    coefficient = found["correlation_coefficient"]
    assert coefficient.value == {"39088": 0.4, "63121": 0.7}
    assert (coefficient.unit, coefficient.status, coefficient.range) == ("1", Status.校准, (0, 1))
    assert coefficient.place("63121") == f"{path}:9"
    assert found["two_way_table"].place("39088", "network") == f"{path}:24"
    assert found["multiplier_scope"].choices == ("all", "indirect")


def test_choices_may_have_words(path: Path) -> None:
    worded = PARAMETERS.replace("[all, indirect]", "{all: 全部, indirect: 只作用于渗透}")
    path.write_text(worded, encoding="utf-8")
    found = load_parameters([path])["multiplier_scope"]
    assert found.choices == ("all", "indirect")
    assert found.words == {"all": "全部", "indirect": "只作用于渗透"}


def test_spread_is_written_like_the_value(path: Path) -> None:
    replace_once(
        path, "  reference: 第（1）式\n", '  reference: 第（1）式\n  spread: {"63121": [0.6, 0.9]}\n'
    )
    replace_once(path, "  value: 7", "  spread: [5, 9.5]\n  value: 7")
    found = load_parameters([path])
    assert found["correlation_coefficient"].spread == {("63121",): (0.6, 0.9)}
    assert found["assumed_growth"].spread == {(): (5, 9.5)}
    assert found["two_way_table"].spread == {}


def test_one_spread_may_hold_for_all_numbers(path: Path) -> None:
    replace_once(path, "  reference: 专家判断\n", "  reference: 专家判断\n  spread: [0, 1]\n")
    spread = load_parameters([path])["two_way_table"].spread
    assert spread["39088", "network"] == (0, 1)
    assert len(spread) == 4


@pytest.mark.parametrize(
    ("spread", "expected"),
    [
        ("[8, 9]", "“assumed_growth”的 spread [8, 9] 不含所用的值 7\n  怎么办：放宽 spread，或改正该值"),
        (
            "[5, 31]",
            "“assumed_growth”的 spread [5, 31] 超出 range [-20, 30]\n  怎么办：spread 应在 range 之内",
        ),
        ("[5]", "“assumed_growth”的 spread 不对\n  怎么办：写 [最小值, 最大值]"),
        ("[低, 高]", "“assumed_growth”的 spread 不对\n  怎么办：写 [最小值, 最大值]"),
        ("5", "“assumed_growth”的 spread 不对\n  怎么办：写 [最小值, 最大值]"),
        (
            "{2022: [5, 9]}",
            "“assumed_growth”的 spread 中 2022 在 value 中没有对应的数\n  怎么办：只写 value 中有的项",
        ),
    ],
)
def test_mistakes_in_a_spread(path: Path, spread: str, expected: str) -> None:
    line = replace_once(path, "  value: 7", f"  spread: {spread}\n  value: 7")
    assert message(path) == f"{path}:{line}：{expected}"


def test_a_switch_has_no_spread(path: Path) -> None:
    replace_once(path, "  value: all", "  spread: [0, 1]\n  value: all")
    assert "“multiplier_scope”的 spread 用于文字\n  怎么办：只有数字可写 spread" in message(path)


def test_about_is_no_parameter(path: Path) -> None:
    path.write_text("about:\n  method: 最小二乘\n  date: 2022-12-01\n" + PARAMETERS, encoding="utf-8")
    assert "about" not in load_parameters([path])


@pytest.mark.parametrize(
    ("old", "new", "offset", "expected"),
    [
        (
            "  reference: 第（1）式\n",
            "",
            -5,
            "参数“correlation_coefficient”缺少 reference\n  怎么办：补上 reference",
        ),
        (
            "  status: 校准",
            "  status: 校正",
            0,
            "没有状态“校正”\n  怎么办：写 实际、测算、校准、推算、预测 之一",
        ),
        (
            "  range: [0, 1]",
            "  ranges: [0, 1]",
            0,
            "参数“correlation_coefficient”没有“ranges”这一项\n  怎么办：是否想写“range”？",
        ),
        (
            "  range: [0, 1]",
            "  range: [1]",
            0,
            "参数“correlation_coefficient”的 range 不对\n  怎么办：写 [最小值, 最大值]",
        ),
        (
            '"39088": 0.4',
            '"39088": 1.4',
            0,
            "“correlation_coefficient”中 39088 的值 1.4 超出范围 [0, 1]\n  怎么办：改正该值；允许的范围写在 range",
        ),
        (
            '"39088": 0.4',
            '"39088": 高',
            0,
            "“correlation_coefficient”中 39088 的值“高”不是数字\n  怎么办：只写数字",
        ),
        ('"39088": 0.4', '"39088":', 0, "“correlation_coefficient”中 39088 的值是空的\n  怎么办：只写数字"),
        (
            '"39088": 0.4',
            "01001: 0.4",
            0,
            '“correlation_coefficient”的键 1001 应为文本\n  怎么办：代码加引号，如 "01001"',
        ),
        ("  value: all", "  value: al", 0, "“multiplier_scope”没有选项“al”\n  怎么办：是否想写“all”？"),
        (
            "  choices: [all, indirect]\n",
            "",
            0,
            "开关“multiplier_scope”缺少 choices\n  怎么办：可用：在 choices 中列出各选项",
        ),
        (
            "value: 7",
            "value: 77",
            0,
            "“assumed_growth”的值 77 超出范围 [-20, 30]\n  怎么办：改正该值；允许的范围写在 range",
        ),
        (
            '"39088": {platform: 0.6, network: 0.4}',
            '"39088": 0.5',
            -1,
            "“two_way_table”的值应为数字、映射，或各项都是映射的映射\n  怎么办：参照其他参数的形式",
        ),
    ],
)
def test_mistakes(path: Path, old: str, new: str, offset: int, expected: str) -> None:
    line = replace_once(path, old, new)
    assert message(path) == f"{path}:{line + offset}：{expected}"


def test_parameter_in_two_files(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(PARAMETERS.partition("two_way_table")[0].partition("multiplier")[0], encoding="utf-8")
    assert message(path, other) == (
        f"{other}:7：参数“correlation_coefficient”重复，先见于 {path}:7\n  怎么办：删去其一"
    )


def test_key_twice_in_a_file(path: Path) -> None:
    line = replace_once(path, '    "63121": 0.7', '    "39088": 0.7')
    assert message(path).startswith(f"{path}:{line}：")


def test_missing_file(path: Path) -> None:
    wrong = path.with_name("bases.yaml")
    assert message(wrong) == f"{wrong}：没有这个文件\n  怎么办：是否想写“base.yaml”？"


def test_mistakes_come_together(path: Path) -> None:
    replace_once(path, '"39088": 0.4', '"39088": 1.4')
    replace_once(path, "value: 7", "value: 77")
    with pytest.raises(ManyErrors, match="共 2 处错误"):
        load_parameters([path])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("assumed_grow: 8", "没有参数“assumed_grow”\n  怎么办：是否想写“assumed_growth”？"),
        (
            "assumed_growth: 80",
            "“assumed_growth”的值 80 超出范围 [-20, 30]\n  怎么办：改正该值；允许的范围写在 range",
        ),
        ("assumed_growth: 高", "参数“assumed_growth”应为数字\n  怎么办：按原参数的形式写"),
        ("multiplier_scope: direct", "“multiplier_scope”没有选项“direct”\n  怎么办：是否想写“indirect”？"),
    ],
)
def test_overrides_that_do_not_fit(path: Path, tmp_path: Path, text: str, expected: str) -> None:
    edition = tmp_path / "2022.yaml"
    edition.write_text(f"edition: 2022\noverrides:\n  {text}\n", encoding="utf-8")
    name, _, value = text.partition(": ")
    with pytest.raises(ContentError) as caught:
        override(
            load_parameters([path]), {name: int(value) if value.isdigit() else value}, edition, ("overrides",)
        )
    assert str(caught.value) == f"{edition}:3：{expected}"


def test_override_leaves_the_others(path: Path, tmp_path: Path) -> None:
    edition = tmp_path / "2022.yaml"
    edition.write_text("edition: 2022\noverrides:\n  multiplier_scope: indirect\n", encoding="utf-8")
    before = load_parameters([path])
    after = override(before, {"multiplier_scope": "indirect"}, edition, ("overrides",))
    assert after["multiplier_scope"].value == "indirect"
    assert after["multiplier_scope"].place() == f"{edition}:3"
    assert before["multiplier_scope"].value == "all"
    assert after["assumed_growth"] is before["assumed_growth"]
