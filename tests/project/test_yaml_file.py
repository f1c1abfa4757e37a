"""YAML files: every mistake is told with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from reportgen.errors import ContentError, EditionError, ManyErrors
from reportgen.project.yaml_file import line_of, plain, read_model, read_yaml


class Imprint(BaseModel):
    model_config = ConfigDict(extra="forbid")

    title: str


class Page(BaseModel):
    model_config = ConfigDict(extra="forbid")

    number: int
    width: float = 210.0
    imprint: Imprint
    parts: list[str]


GOOD = """# 一页
number: 3
imprint:
  title: 标题
parts:
  - 甲
  - 乙
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "page.yaml"
    path.write_text(GOOD, encoding="utf-8")
    return path


def message(path: Path, old: str, new: str) -> str:
    assert old in GOOD
    path.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_model(path, Page)
    return str(caught.value)


SYNTAX = "  怎么办：检查该行的缩进、冒号和引号"


def test_a_good_file(path: Path) -> None:
    page = read_model(path, Page)
    assert (page.number, page.width, page.imprint.title, page.parts) == (3, 210.0, "标题", ["甲", "乙"])


def test_a_file_with_a_byte_order_mark(path: Path) -> None:
    path.write_text("\ufeff" + GOOD, encoding="utf-8")
    assert read_model(path, Page).number == 3


TAB = "  怎么办：把制表符改为空格"


def test_tab(path: Path) -> None:
    assert message(path, "  title", "\ttitle") == f"{path}:4：缩进不能用制表符\n{TAB}"


def test_tab_behind_a_colon(path: Path) -> None:
    assert message(path, "number: 3", "number:\t3") == f"{path}:2：这里不能用制表符\n{TAB}"


def test_a_tab_elsewhere_is_not_blamed(path: Path) -> None:
    text = message(path, "# 一页\nnumber: 3", "# 一\t页\nnumber: [3")
    assert text == f"{path}:3：不是合法的 YAML（方括号没有成对，或缺少逗号）\n{SYNTAX}"


def test_duplicate_key(path: Path) -> None:
    assert message(path, "parts:", "number: 4\nparts:") == f"{path}:5：同一项写了两次\n  怎么办：删去其中一处"


@pytest.mark.parametrize(
    ("old", "new", "line"), [("imprint:", "imprint", 4), ("  - 乙", "  - [乙", 8), ("标题", "*标题", 4)]
)
def test_bad_yaml(path: Path, old: str, new: str, line: int) -> None:
    text = message(path, old, new)
    assert text.startswith(f"{path}:{line}：不是合法的 YAML（")
    assert text.endswith(SYNTAX)


def test_not_utf_8(path: Path) -> None:
    path.write_bytes(GOOD.encode("gbk"))
    with pytest.raises(ContentError) as caught:
        read_model(path, Page)
    assert str(caught.value) == f"{path}：文件不是 UTF-8 编码\n  怎么办：用编辑器另存为 UTF-8"


def test_missing_file(path: Path) -> None:
    wrong = path.with_name("pages.yaml")
    with pytest.raises(EditionError) as caught:
        read_yaml(wrong, EditionError)
    assert str(caught.value) == f"{wrong}：没有这个文件\n  怎么办：是否想写“page.yaml”？"


def test_missing_folder(path: Path) -> None:
    wrong = path.parent / "elsewhere" / "x.yaml"
    with pytest.raises(ContentError) as caught:
        read_yaml(wrong)
    assert str(caught.value) == f"{wrong}：没有这个文件\n  怎么办：检查文件名和所在文件夹"


@pytest.mark.parametrize("text", ["", "- 甲\n", "一句话\n"])
def test_not_a_mapping(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_model(path, Page)
    assert str(caught.value) == f"{path}:1：文件应为“键: 值”的映射\n  怎么办：参照同一文件夹中的其他文件"


def test_missing_item(path: Path) -> None:
    assert message(path, "number: 3\n", "") == f"{path}:1：“number”缺少必填项\n  怎么办：改正该项后重试"


def test_missing_item_inside_another(path: Path) -> None:
    assert (
        message(path, "  title: 标题", "  {}")
        == f"{path}:3：“imprint.title”缺少必填项\n  怎么办：改正该项后重试"
    )


def test_unknown_item_with_its_nearest(path: Path) -> None:
    text = message(path, "parts:", "widht: 3\nparts:")
    assert text == f"{path}:5：“widht”没有这一项\n  怎么办：是否想写“width”？"


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("number: 3", "number: 三", 2, "“number”应为整数"),
        ("number: 3", "number: [3]", 2, "“number”应为整数"),
        ("number: 3", "number: 3\nwidth: 宽", 3, "“width”应为数字"),
        ("  title: 标题", "  title: 2022-12-01", 4, "“imprint.title”应为文字（必要时加引号）"),
        ("  title: 标题", "  title: 12", 4, "“imprint.title”应为文字（必要时加引号）"),
        ("  - 乙", "  - 2", 7, "“parts.1”应为文字（必要时加引号）"),
        ("parts:\n  - 甲\n  - 乙", "parts: 甲", 5, "“parts”应为列表"),
    ],
)
def test_wrong_types(path: Path, old: str, new: str, line: int, problem: str) -> None:
    assert message(path, old, new) == f"{path}:{line}：{problem}\n  怎么办：改正该项后重试"


def test_all_mistakes_of_a_file_come_together(path: Path) -> None:
    path.write_text(GOOD.replace("number: 3", "number: 三").replace("parts:", "part:"), encoding="utf-8")
    with pytest.raises(ManyErrors) as caught:
        read_model(path, Page, EditionError)
    assert {error.problem for error in caught.value.errors} == {
        "“number”应为整数",
        "“parts”缺少必填项",
        "“part”没有这一项",
    }
    assert all(isinstance(error, EditionError) for error in caught.value.errors)


def test_line_of_items_and_of_their_nearest_parents(path: Path) -> None:
    content = read_yaml(path)
    assert line_of(content, ("imprint", "title")) == 4
    assert line_of(content, ("parts", 1)) == 7
    assert line_of(content, ("imprint", "subtitle")) == 3
    assert line_of(content, ("absent",)) == 1


def test_plain_values(path: Path) -> None:
    value = plain(read_yaml(path))
    assert value == {"number": 3, "imprint": {"title": "标题"}, "parts": ["甲", "乙"]}
    assert type(value) is dict and type(value["imprint"]) is dict and type(value["parts"]) is list
