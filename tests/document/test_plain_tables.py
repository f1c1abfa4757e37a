import dataclasses

import pytest

from reportgen.document.plain_tables import PrintedNumber, plain_tables
from reportgen.text.blocks import Table, Text
from tests.document.papers import paper

TEXT = """# 甲

表题：各年{{ 本年 }}

| 名 | 值 | 带单位 |
|---|--:|---|
| 甲 | {{ 数["增加值.全国[本年]"] | 数字(2) }} | {{ 数["增加值.全国[本年]"] | 万亿元 }} |

| 无题 |
|---|
| 乙 |
"""


def test_numbered_tables_with_their_chapter(tmp_path):
    first, second = plain_tables(paper(tmp_path, {"03-region": TEXT}))
    assert (first.number, first.title, first.rows) == (1, "甲", (("甲", "乙"),))
    assert (second.number, second.title, second.head) == (2, "各年2021", ("名", "值", "带单位"))
    assert second.chapter == "二、甲"
    assert second.numeric == (False, True, False)


def test_a_number_read_from_a_fact_keeps_its_print_and_its_address(tmp_path):
    made = paper(tmp_path, {"03-region": TEXT})
    _, table = plain_tables(made)
    address = next(fact.address for fact in made.facts if fact.label == "增加值.全国[2021]")
    assert table.rows[0] == (
        "甲",
        PrintedNumber(40983.21, 2, "", False, address),
        PrintedNumber(4.10, 2, "万亿元", False, address),
    )


def cell(folder, text, alignment):
    """A cell of words as a generated table has it."""
    made = paper(folder)
    table = Table((Text("表"),), ((Text("列"),),), (((Text(text),),),), (alignment,), 1, number=1)
    chapter = dataclasses.replace(made.chapters[0], blocks=(table,))
    return plain_tables(dataclasses.replace(made, chapters=(chapter,)))[0].rows[0][0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("55%", PrintedNumber(55, 0, "%", False, None)),
        ("+0.23%", PrintedNumber(0.23, 2, "%", True, None)),
        ("-4932.92亿元", PrintedNumber(-4932.92, 2, "亿元", False, None)),
        ("94", PrintedNumber(94, 0, "", False, None)),
        ("—", "—"),
        ("2017—2021", "2017—2021"),
        ("=1+1", "=1+1"),
        ('1"', '1"'),
    ],
)
def test_digits_in_a_column_of_numbers_are_numbers(tmp_path, text, expected):
    assert cell(tmp_path, text, "right") == expected


def test_codes_in_a_column_of_words_stay_words(tmp_path):
    assert cell(tmp_path, "39088", "left") == "39088"
