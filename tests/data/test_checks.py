"""The named checks: what they measure, and what they say."""

from __future__ import annotations

import pytest

from reportgen.data.checks import CheckResult, run_checks
from reportgen.data.shape import SHAPES
from reportgen.data.table import read_table
from reportgen.errors import DataError
from reportgen.facts.address import Vocabulary
from reportgen.project.folders import Project
from tests.data.editing import replace_once
from tests.small_economy import section_values


def check(project: Project, vocabulary: Vocabulary, statistic: str, name: str) -> CheckResult:
    table = read_table(project.data / statistic, "small", SHAPES[statistic], vocabulary, project.root)
    return next(result for result in run_checks(table) if result.name.startswith(name))


def test_negative_value(project: Project, vocabulary: Vocabulary) -> None:
    path = project.data / "section_value_added/small.csv"
    line = replace_once(path, "2018,教育,", "2018,教育,-")
    result = check(project, vocabulary, "section_value_added", "没有负值")
    assert result.residual == section_values(2018)[-1]
    (error,) = result.errors
    assert str(error).startswith(f"{path}:{line} 列 value：出现负值 -")


def test_value_out_of_range(project: Project, vocabulary: Vocabulary) -> None:
    path = project.data / "gdp_index/small.csv"
    line = replace_once(path, "2012,全国,106.5", "2012,全国,1065")
    result = check(project, vocabulary, "gdp_index", "数值范围")
    assert result.residual == 865
    assert [str(error) for error in result.errors] == [
        f"{path}:{line} 列 value：数值 1065 不在 50 至 200 之间\n  怎么办：核对原表和单位"
    ]


def test_gap_in_the_years(project: Project, vocabulary: Vocabulary) -> None:
    path = project.data / "national_employment/small.csv"
    rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(row for row in rows if not row.startswith("2013,第二产业")), encoding="utf-8")
    result = check(project, vocabulary, "national_employment", "年份连续")
    assert [str(error) for error in result.errors] == [
        f"{path}：年份不连续，缺少 2013、第二产业\n  怎么办：补上这一行"
    ]


def test_parts_of_a_total_within_other_labels(project: Project, vocabulary: Vocabulary) -> None:
    path = project.data / "province_gdp/small.csv"
    replace_once(path, "2014,河北,第二产业,", "2014,河北,第二产业,1")
    result = check(project, vocabulary, "province_gdp", "3项合计等于合计")
    assert result.residual == 10000
    assert "2014、河北：分项之和" in str(result.errors[0])


@pytest.mark.parametrize(
    ("line_of_check", "problem"),
    [
        ("no_gap: {}", "没有检查“no_gap”\n  怎么办：是否想写“no_gaps”、“no_negative”？"),
        ("no_gaps: {years: 3}", "检查“no_gaps”的参数不对：{'years': 3}\n  怎么办：参照其他卡片"),
        ("complete: {years: 7}", "检查“complete”的参数不对：{'years': 7}\n  怎么办：参照其他卡片"),
        (
            "complete: {years: [2007, 2008], only: {sector: [教育]}}",
            "检查“complete”的参数不对：{'years': [2007, 2008], 'only': {'sector': ['教育']}}\n  怎么办：参照其他卡片",
        ),
        (
            "sums_to_total: {dimension: sector, tolerance: 1}",
            "检查“sums_to_total”的参数不对：{'dimension': 'sector', 'tolerance': 1}\n  怎么办：参照其他卡片",
        ),
    ],
)
def test_card_that_names_a_check_wrongly(
    project: Project, vocabulary: Vocabulary, line_of_check: str, problem: str
) -> None:
    card = project.data / "national_employment/small.card.yaml"
    line = replace_once(card, "no_gaps: {}", line_of_check)
    with pytest.raises(DataError) as caught:
        check(project, vocabulary, "national_employment", "年份连续")
    assert str(caught.value) == f"{card}:{line}：{problem}"
