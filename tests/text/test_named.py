import pytest

from reportgen.errors import ChapterError
from reportgen.text.named import named_paragraphs, without_names
from reportgen.text.source import Line, Source


def source(text: str) -> Source:
    return Source("02.md", tuple(Line(line, "02.md", n) for n, line in enumerate(text.split("\n"), start=1)))


def named(text: str) -> str:
    """The lines that the name 甲 covers."""
    chapter = source(text)
    paragraph = named_paragraphs(chapter)["甲"]
    return chapter.part(paragraph.start + 1, paragraph.end).text


@pytest.mark.parametrize(
    ("below", "rest"),
    [
        ("一句，\n又一句。", "\n\n乙。"),
        ("一句。", ""),
        ("一句。", "\n　\n乙。"),
        ("## 标题", "\n\n乙。"),
        ("- 一\n- 二\n\n- 三", "\n\n乙。"),
        ("1. 一\n\n2. 二", "\n\n一、乙。"),
        ("表题：丙\n\n| 名 |\n|---|\n| 丁 |", "\n\n| 名 |\n|---|\n| 戊 |"),
        ("$a$\n: 一\n\n$b$\n: 二", "\n\n乙。\n又乙。"),
        ("{% if 子 %}\n一句。\n{% else %}\n二句。\n{% endif %}", "\n\n乙。"),
    ],
)
def test_a_name_reaches_to_the_end_of_its_paragraph(below, rest):
    assert named(f"# 题\n\n<!-- 段：甲 -->\n{below}{rest}\n") == below


@pytest.mark.parametrize(
    "above",
    ["", "\n", "<!-- 附录一 -->\n", "\n{% set 子 = 1 %}\n", "\n{# 注 #}\n{% if 子 %}{% endif %}\n", "　\n"],
)
def test_tags_may_stand_between_a_name_and_the_blank_line_above(above):
    assert named(f"{above}<!-- 段：甲 -->\n一句。\n") == "一句。"


def test_lines_keep_the_name_of_their_paragraph():
    lines = without_names(source("# 题\n\n<!-- 段：甲 -->\n- 一\n\n- 二\n\n乙。")).lines
    assert [line.paragraph for line in lines if not line.blank] == ["", "甲", "甲", ""]


def test_names_are_not_printed():
    assert without_names(source("# 题\n\n<!-- 段：甲 -->\n一句。")).text == "# 题\n\n一句。"


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("<!-- 段：甲 -->\n\n一句。", 1, "下面没有段落"),
        ("一句。\n\n<!-- 段：甲 -->", 3, "下面没有段落"),
        ("<!-- 段：甲 -->\n<!-- 段：乙 -->\n一句。", 1, "下面没有段落"),
        ("一句。\n<!-- 段：甲 -->\n又一句。", 2, "写在一段的中间"),
        ("一句。\n{% if 子 %}{% endif %}\n<!-- 段：甲 -->\n又一句。", 3, "写在一段的中间"),
        ("{% if 子 %}一句。{% endif %}\n<!-- 段：甲 -->\n又一句。", 2, "写在一段的中间"),
        ("<!-- 段：甲 -->\n一句。\n\n<!-- 段：甲 -->\n二句。", 4, "写了两次"),
        ("<!-- 删段：甲 -->\n一句。", 1, "只写在版本自己的章节文件里"),
        ("甲。\n\n<!-- 题：甲 -->\n一句。", 3, "没有“题：甲”这种注释"),
        ("<!-- 段：甲 -->\n{% if 子 %}\n一句。\n\n又一句。\n{% endif %}", 1, "只含起止标签的一半"),
        ("{% if 子 %}\n<!-- 段：甲 -->\n一句。\n{% endif %}", 2, "只含起止标签的一半"),
        ("<!-- 段：甲 -->\n一句。\n{% set 子 = 1 %}\n又一句。", 3, "设了名称“子”"),
        ("<!-- 段：甲 -->\n一句。\n{% set 子.丑 = 1 %}", 3, "设了名称“子”"),
        ("<!-- 段：甲 -->\n{% macro 子() %}{% endmacro %}\n一句。", 2, "{% macro %}"),
        ("<!-- 段：甲 -->\n一句。\n\n{% if 子 %}\n又一句。\n", 4, "没有结束"),
    ],
)  # fmt: skip
def test_a_name_that_could_not_be_replaced_is_refused(text, line, problem):
    with pytest.raises(ChapterError) as caught:
        named_paragraphs(source(text))
    assert caught.value.place == f"02.md:{line}"
    assert problem in caught.value.problem
    assert caught.value.remedy
