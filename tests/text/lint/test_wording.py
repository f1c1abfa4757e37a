"""Units, punctuation, spaces and repeated words: each planted defect is found, each look-alike passes."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.project.folders import Project
from reportgen.text.lint.chapter import lint_chapter
from reportgen.text.lint.punctuation import unpaired
from reportgen.text.manuscript import Manuscript
from tests.text.lint.chapters import found

PROJECT = Project.open(Path(__file__).parents[3])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("为{{ x | 万亿元 }}亿元。", ("doubled-unit", "{{…}}亿元")),
        ("为{{ x | 百分比(0) }}%。", ("doubled-unit", "{{…}}%")),
        ("差{{ x | 个百分点(y) }}个百分点。", ("doubled-unit", "{{…}}个百分点")),
        ('有{{ x | 整数("个") }}名。', ("doubled-unit", "{{…}}名")),
        ("为4亿圆。", ("wrong-unit", "亿圆")),
        ("比重提高{{ x | 百分比 }}。", ("percent-points", "提高{{…}}")),
        ("比全国高{{ x | 百分比 }}。", ("percent-points", "比全国高{{…}}")),
        ("规模扩大,就业增加。", ("half-width", ",")),
        ("规模(含税)扩大。", ("half-width", "(")),
        ("如下:直接产业。", ("half-width", ":")),
        ("达到{{ x | 百分比 }},增加。", ("half-width", ",")),
        ("规模扩大.就业增加。", ("half-width", ".")),
        ("真的！！", ("doubled-punctuation", "！！")),
        ("诸如此类...还有。", ("half-width", "...")),
        ("规模扩大。。就业增加。", ("doubled-punctuation", "。。")),
        ("规模扩大，。就业增加。", ("doubled-punctuation", "，。")),
        ("规模（，含税）扩大。", ("doubled-punctuation", "（，")),
        ("５Ｇ基站", ("full-width", "５Ｇ")),
        ('他说"好"。', ("quotes", '"')),
        ("称为「平台」。", ("quotes", "「")),
        ("规模 扩大。", ("space", " ")),
        ("为 {{ x | 亿元 }}。", ("space", " ")),
        ("在 2021年。", ("space", " ")),
        ("推广 5G 应用。", ("space", " ")),
        ("规模扩大。 ", ("space", " ")),
        ("规模\u3000扩大。", ("space", "\u3000")),
        ("工业的的发展", ("repeated-words", "的的")),
        ("带动产业产业升级", ("repeated-words", "产业产业")),
    ],
)
def test_a_defect_is_found(text: str, expected: tuple[str, str]) -> None:
    assert expected in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "为{{ x | 数字 }}亿元，{{ n }}个，{{ 名单 | 个数 }}个。",
        "{{ 本年 }}年，第{{ x | 整数 }}位。",
        "比重提高到{{ x | 百分比 }}，比重提高{{ x | 个百分点(y) }}。",
        "最高，为{{ x | 百分比 }}；{{ x | 升降(y) }}。",
        "采用分布式控制系统（DCS）和IT/OT融合，版本1.2.3、v2.0。",
        "产品（Product Lifecycle Management, PLM）改进。",
        "**规模扩大。**就业增加，“平台+园区”推广；（见附录二）。",
        "他称之为‘新底座’……仍需努力——这是共识。",
        "真的！真的？！",
        "| 甲 | 乙 |\n|:---|---:|\n| 甲 | 乙 |",
        "> 导语。\n\n- 第一\n- 第二\n\n[^a]: 脚注。\n\n$i$\n: 部门",
        "目的的确明确，对对标企业，在在建项目，重重困难，一个一个解决，逐步逐步推进，天天向上。",
        "{% if 甲 %}高{% else %}高{% endif %}，{% if 乙 %}，{% endif %}",
    ],
)
def test_what_is_right_passes(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "signs"),
    [("规模（甲", "（"), ("规模甲）", "）"), ("《甲“乙》”", "》"), ("（甲）《乙“丙‘丁’”》", "")],
)
def test_brackets_without_their_other_half(text: str, signs: str) -> None:
    assert sorted(text[match.start] for match in unpaired(text)) == sorted(signs)


@pytest.mark.parametrize("year", PROJECT.editions())
def test_the_real_chapters_are_clean(year: int) -> None:
    manuscript = Manuscript(PROJECT.chapters, PROJECT.own_chapters(year))
    for name in PROJECT.edition(year).chapters:
        result = lint_chapter(manuscript.source(name), None)
        assert [f"{one.place} {one.words}" for one in result.findings] == []
