"""The two CSV files of an input-output table, and its section by classification."""

from __future__ import annotations

import pytest

from reportgen.data.classification import read_classification
from reportgen.data.ingredients import load_ingredients
from reportgen.data.input_output import read_input_output
from reportgen.errors import ContentError, DataError
from reportgen.facts.address import Vocabulary
from reportgen.project.folders import Project
from tests.data.editing import replace_once


def message(project: Project) -> str:
    with pytest.raises(ContentError) as caught:
        read_input_output(project.data / "input_output", "small", project.root)
    return str(caught.value)


def test_table_already_in_yi_is_not_converted(project: Project) -> None:
    replace_once(project.data / "input_output/small.card.yaml", 'unit: "万元"', 'unit: "亿元"')
    table = read_input_output(project.data / "input_output", "small", project.root)
    assert table.in_yi().accounts["total_output"].sum() == table.accounts["total_output"].sum()


def test_unknown_unit(project: Project) -> None:
    card = project.data / "input_output/small.card.yaml"
    line = replace_once(card, 'unit: "万元"', 'unit: "万美元"')
    assert message(project) == (
        f"{card}:{line}：单位应为“亿元”或“万元”，现为“万美元”\n  怎么办：换算数值后改正单位"
    )


def test_missing_account(project: Project) -> None:
    path = project.data / "input_output/small.sectors.csv"
    replace_once(path, "value_added", "added_value")
    assert message(project).startswith(
        f"{path}:1：缺少列 value_added\n  怎么办：表头应为 code,name,total_output"
    )


def test_files_with_different_sectors(project: Project) -> None:
    path = project.data / "input_output/small.transactions.csv"
    line = replace_once(path, "\n34067,", "\n34068,") + 1
    assert message(project) == (
        f"{path}:{line}：部门代码应为 34067，现为 34068\n  怎么办：两个文件的部门代码和顺序须一致"
    )


def test_header_with_other_sectors(project: Project) -> None:
    path = project.data / "input_output/small.transactions.csv"
    replace_once(path, ",34067,", ",34068,")
    assert message(project).startswith(f"{path}:1：表头的部门代码与部门表不一致：34068")


def test_sector_outside_the_classification(project: Project) -> None:
    replace_once(project.data / "classification/small.csv", "83,P,教育\n", "")
    with pytest.raises(DataError) as caught:
        load_ingredients(project, project.edition(2022))
    assert "分类中没有部门 83140 的大类 83" in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("\n06,", "\n6,", "大类代码“6”不是两位数字\n  怎么办：如 01、39"),
        ("\n06,", "\n05,", "大类代码 05 重复\n  怎么办：删去多余的一行"),
        ("采矿业", "采矿", "没有门类“采矿”\n  怎么办：是否想写“采矿业”？"),
    ],
)
def test_mistakes_in_the_classification(
    project: Project, vocabulary: Vocabulary, old: str, new: str, expected: str
) -> None:
    path = project.data / "classification/small.csv"
    replace_once(path, old, new)
    with pytest.raises(DataError) as caught:
        read_classification(path.parent, "small", vocabulary)
    assert str(caught.value) == f"{path}:4：{expected}"
