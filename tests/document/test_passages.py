"""The passages of a paper, the lines they are written in and the numbers behind them."""

from reportgen.document.document import Document
from reportgen.document.passages import Passage, passages
from tests.document.papers import paper

OVERALL = "02-overall"
FIGURE = '{{ 图表("scale_and_share") }}'
CHAPTER = f"""# 总体态势篇

> 导语。

- {{{{ 数["增加值.全国[本年]"] | 万亿元 }}}} 规模

{{% set 增速 = 数["名义增速.全国[本年]"] %}}
{{% set 去年 = 数["占GDP比重.全国[2020]"] %}}
<!-- 段：规模 -->
{{% if 增速 is 高于(0) %}}
规模{{{{ 数["增加值.全国[本年]"] | 亿元 }}}}，
增长较快[^a]，如{{{{ 图("scale_and_share") }}}}所示。
{{% else %}}
规模平稳。
{{% endif %}}

## 带动{{{{ 数["超千亿个数.各省[本年]"] | 整数("个") }}}}省

## 没有数的标题

- 一

- 二{{{{ 去年 | 百分比 }}}}

{FIGURE}

表题：甲

| 名 | 值 |
|---|--:|
| 甲 | {{{{ 数["增加值.第一产业[本年]"] | 数字 }}}} |

{{% for 业 in 排行("增加值", "产业", 本年) %}}
{{{{ 业 | 名称 }}}}{{{{ 业 | 亿元 }}}}。

{{% endfor %}}

[^a]: 注中有{{{{ 数["增加值.第二产业[本年]"] | 亿元 }}}}。
"""


def overall(folder, text: str = CHAPTER, own: dict[str, str] | None = None) -> list[Passage]:
    return [one for one in passages(written(folder, text, own)) if one.chapter == f"{OVERALL}.md"]


def written(folder, text: str, own: dict[str, str] | None = None) -> Document:
    return paper(folder, {OVERALL: text}, own=own)


def labels(passage: Passage) -> list[str]:
    return sorted(fact.label for fact in passage.facts)


def test_each_passage_with_the_line_of_its_block(tmp_path):
    assert [(one.place, one.printed) for one in overall(tmp_path)] == [
        ("02-overall.md:3", "导语。"),
        ("02-overall.md:5", "4.10万亿元 规模"),
        ("02-overall.md:11", "规模40983.21亿元，增长较快注中有19900.00亿元。，如图（scale_and_share）所示。"),
        ("02-overall.md:17", "带动13个省"),
        ("02-overall.md:21", "一二3.52%"),
        ("02-overall.md:29", "甲名值甲490.00"),
        ("02-overall.md:34", "第三产业20593.21亿元。第二产业19900.00亿元。第一产业490.00亿元。"),
    ]


def test_the_lines_of_a_passage_reach_from_its_tags_to_its_notes(tmp_path):
    found = {one.line: [line.number for line in one.lines] for one in overall(tmp_path)}
    assert list(found.values()) == [
        [3],
        [5],
        [10, 11, 12, 13, 14, 15, 38],
        [17],
        [21, 22, 23],
        [27, 28, 29, 30, 31],
        [33, 34],
    ]


def test_printed_and_compared_numbers_of_a_passage(tmp_path):
    of_line = {one.place.partition(":")[2]: labels(one) for one in overall(tmp_path)}
    assert of_line["3"] == []
    assert of_line["11"] == [
        "名义增速.全国[2021]",
        "增加值.全国[2021]",
        "增加值.第二产业[2021]",
    ]
    assert of_line["21"] == ["占GDP比重.全国[2020]"]
    assert of_line["34"] == [f"增加值.第{one}产业[2021]" for one in "一三二"]


def test_names_and_an_override(tmp_path):
    own = {OVERALL: "<!-- 段：规模 -->\n甲{{ 增速 | 百分比 }}。\n\n乙。\n"}
    found = [one for one in overall(tmp_path, CHAPTER.partition("[^a]: ")[0], own) if one.name]
    assert [(one.name, one.place) for one in found] == [
        ("规模", "2022/chapters/02-overall.md:2"),
        ("规模", "2022/chapters/02-overall.md:4"),
    ]
    assert labels(found[0]) == ["名义增速.全国[2021]"]


def test_remarks_and_line_breaks_are_no_text(tmp_path):
    before = overall(tmp_path)[2].written
    text = CHAPTER.replace("，\n增长", "，{# 记 #}增长")
    assert overall(tmp_path, text)[2].written == before
    assert overall(tmp_path, text.replace("较快", "很快"))[2].written != before


def test_the_printed_numbers_of_a_passage_in_their_order(tmp_path):
    of_line = {
        one.place.partition(":")[2]: [number.text for number in one.numbers] for one in overall(tmp_path)
    }
    assert of_line["11"] == ["40983.21亿元", "19900.00亿元"]
    assert of_line["34"] == ["20593.21亿元", "19900.00亿元", "490.00亿元"]
