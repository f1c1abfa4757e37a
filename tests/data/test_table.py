"""Reading a tidy table: header, lines, labels, units, duplicates."""

from __future__ import annotations

import pytest

from reportgen.data.shape import SHAPES
from reportgen.data.table import Table, read_table
from reportgen.errors import ContentError
from reportgen.facts.address import Vocabulary
from reportgen.facts.status import Status
from reportgen.project.folders import Project
from tests.data.editing import replace_once

STATISTIC = "national_employment"


def read(project: Project, vocabulary: Vocabulary) -> Table:
    return read_table(project.data / STATISTIC, "small", SHAPES[STATISTIC], vocabulary, project.root)


def test_types_and_lines(project: Project, vocabulary: Vocabulary) -> None:
    table = read(project, vocabulary)
    assert [str(kind) for kind in table.rows.dtypes] == ["int64", "str", "float64", "int64", "str"]
    assert list(table.rows.index[:3]) == [2, 3, 4]
    assert set(table.rows["status"]) == {Status.实际}
    assert table.name == "content/data/national_employment/small.csv"


def test_blank_lines_do_not_shift_the_numbers(project: Project, vocabulary: Vocabulary) -> None:
    replace_once(project.data / STATISTIC / "small.csv", "2007,第一产业", "\n2007,第一产业")
    assert list(read(project, vocabulary).rows.index[:2]) == [2, 4]


def test_cut_off_by_year(project: Project, vocabulary: Vocabulary) -> None:
    assert read(project, vocabulary).until(2015).rows["year"].max() == 2015


@pytest.mark.parametrize(
    ("file", "old", "new", "offset", "expected"),
    [
        (
            "small.csv",
            "year,industry",
            "year,sector",
            0,
            "：缺少列 industry；多出列 sector\n  怎么办：表头应为 year,industry,value,status,note",
        ),
        ("small.csv", "2008,第一产业", "08,第一产业", 0, " 列 year：“08”不是年份\n  怎么办：写四位年份"),
        (
            "small.csv",
            "2008,第一产业",
            "2007,第一产业",
            0,
            "：重复的行：2007、第一产业\n  怎么办：删去多余的一行",
        ),
        (
            "small.csv",
            "2008,第一产业",
            "2008,第1产业",
            0,
            " 列 industry：不认识“第1产业”\n  怎么办：是否想写“第二产业”、“第三产业”、“第一产业”？",
        ),
        (
            "small.csv",
            "实际",
            "真实",
            0,
            " 列 status：没有状态“真实”\n  怎么办：写 实际、测算、校准、推算、预测 之一",
        ),
        ("small.csv", "实际,", "实际", 0, "：应有 5 列，现有 4 列\n  怎么办：检查该行的逗号和引号"),
        (
            "small.card.yaml",
            "publisher: 某统计局\n",
            "",
            -1,
            "：“publisher”缺少必填项\n  怎么办：改正该项后重试",
        ),
        (
            "small.card.yaml",
            "vintage: small",
            "vintage: large",
            0,
            "：vintage 为“large”，与文件名不符\n  怎么办：改为 small",
        ),
        (
            "small.card.yaml",
            "  industry: {",
            "  industries: {",
            -1,
            "：columns 缺少对列 industry 的说明\n  怎么办：补上这些列的 meaning",
        ),
    ],
)
def test_mistakes(
    project: Project, vocabulary: Vocabulary, file: str, old: str, new: str, offset: int, expected: str
) -> None:
    path = project.data / STATISTIC / file
    line = replace_once(path, old, new)
    with pytest.raises(ContentError) as caught:
        read(project, vocabulary)
    text = str(caught.value)
    assert text.endswith(expected)
    assert f"{path}:" in text
    if "缺少必填项" not in expected and "说明" not in expected:
        assert text == f"{path}:{line + offset}{expected}"


def test_file_that_is_not_utf8(project: Project, vocabulary: Vocabulary) -> None:
    path = project.data / STATISTIC / "small.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode("gbk"))
    with pytest.raises(ContentError) as caught:
        read(project, vocabulary)
    assert str(caught.value) == f"{path}：文件不是 UTF-8 编码\n  怎么办：另存为 UTF-8 的 CSV"


def test_empty_file(project: Project, vocabulary: Vocabulary) -> None:
    path = project.data / STATISTIC / "small.csv"
    path.write_text("", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read(project, vocabulary)
    assert str(caught.value) == f"{path}：文件是空的\n  怎么办：补上表头和数据"
