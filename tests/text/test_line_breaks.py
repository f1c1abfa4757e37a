"""Which line breaks of a chapter with tags part paragraphs: those of blank lines, and no others."""

import pytest

from reportgen.errors import ChapterError
from reportgen.text.blocks import Number, plain
from tests.text.facts import write


def blocks(folder, text):
    return [
        (type(block).__name__, plain(block.content), block.line)
        for block in write(folder, f"# 甲\n\n{text}\n").blocks[1:]
    ]


@pytest.mark.parametrize("year", [2021, 1])
def test_a_paragraph_that_ends_with_a_tag_is_not_joined_to_the_next(tmp_path, year):
    shown = "乙。" if year == 2021 else ""
    assert blocks(tmp_path, f"子{{% if 本年 == {year} %}}乙。{{% endif %}}\n\n丙。") == [
        ("Paragraph", "子" + shown, 3),
        ("Paragraph", "丙。", 5),
    ]


def test_a_heading_that_ends_with_a_tag_needs_one_blank_line(tmp_path):
    text = "## 标题{% if 本年 == 2021 %}一{% else %}二{% endif %}\n\n正文。"
    assert blocks(tmp_path, text) == [("Heading", "标题一", 3), ("Paragraph", "正文。", 5)]


def test_a_heading_that_ends_with_a_tag_keeps_even_its_line_break(tmp_path):
    text = "## 标题{% if 本年 == 2021 %}一{% endif %}\n正文。"
    assert blocks(tmp_path, text) == [("Heading", "标题一", 3), ("Paragraph", "正文。", 4)]


def test_a_line_that_prints_nothing_does_not_part_a_paragraph(tmp_path):
    text = '子，\n{% if 本年 == 1 %}乙，{% endif %}\n{% set 丑 = 1 %}\n{# 注 #}\n{{ "" }}\n丙。\n\n丁。'
    assert blocks(tmp_path, text) == [("Paragraph", "子，丙。", 3), ("Paragraph", "丁。", 10)]


def test_blank_lines_within_tags_part_paragraphs(tmp_path):
    text = (
        "{% for 年 in [基年, 本年] %}\n{{ 年 }}年。\n\n{% endfor %}\n{% if 本年 %}\n丁。\n\n戊。\n{% endif %}"
    )
    assert blocks(tmp_path, text) == [
        ("Paragraph", "2017年。", 4), ("Paragraph", "2021年。", 4), ("Paragraph", "丁。", 8), ("Paragraph", "戊。", 10)
    ]  # fmt: skip


def test_blank_lines_of_a_branch_not_taken_do_not_part_a_paragraph(tmp_path):
    text = "甲，\n{% if 本年 == 1 %}\n乙。\n\n丙。\n{% endif %}\n丁。"
    assert blocks(tmp_path, text) == [("Paragraph", "甲，丁。", 3)]


def test_a_line_with_a_wide_space_is_blank(tmp_path):
    assert blocks(tmp_path, "甲。\n　\n乙。") == [("Paragraph", "甲。", 3), ("Paragraph", "乙。", 5)]


def test_rows_of_a_table_may_be_chosen(tmp_path):
    text = "| 年 | 数 |\n|---|---|\n{% for 年 in [2019, 2020] %}\n{% if 年 == 2020 %}\n| {{ 年 }} | 甲 |\n{% endif %}\n{% endfor %}\n| 末 | 乙 |"
    (_, table) = write(tmp_path, f"# 甲\n\n{text}\n").blocks
    assert [[plain(cell) for cell in row] for row in table.rows] == [["2020", "甲"], ["末", "乙"]]


def test_numbers_on_two_lines_have_nothing_between_them(tmp_path):
    number = '{{ 数["增加值.全国[本年]"] | 亿元 }}'
    (_, paragraph) = write(tmp_path, f"# 甲\n\n{number}\n{number}\n").blocks
    assert [type(part) for part in paragraph.content] == [Number, Number]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{% set 子 = [\n  1,\n  2,\n] %}\n正文{{ 丑 }}", 7),
        ("{# 一\n\n二 #}\n{% if 本年 %}\n正文。\n{% endif %}\n\n乙[^a]。", 10),
        ("子{% if 本年 %}乙{% endif %}\n{% if 本年 == 1 %}\n丙\n{% endif %}\n**丁", 3),
    ],
)
def test_errors_below_tags_name_their_line(tmp_path, text, line):
    with pytest.raises(ChapterError) as caught:
        blocks(tmp_path, text)
    assert caught.value.place == f"02-overall.md:{line}"
