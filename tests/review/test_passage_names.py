"""Names of passages: the same over editions whose numbers differ, never the same twice in a chapter."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.document.passages import passages
from reportgen.review.passage_names import first_words, passage_names
from tests.document.papers import paper
from tests.text.facts import reader

TEXT = """# 区域发展篇

{% set 增速 = 数["名义增速.全国[2021]"] %}
## （一）{{ 数["超千亿个数.各省[本年]"] | 整数("个") }}省过千亿

{{ 本年 }}年{% if 增速 is 正数 %}规模扩大{% else %}规模缩小{% endif %}，为{{ 数["增加值.全国[本年]"] | 亿元 }}。其余从略。

同样的话。

同样的话。

<!-- 段：结语 -->
全书完。
"""


def names(folder: Path, text: str = TEXT, **facts: float) -> list[str]:
    found = passages(paper(folder, {"03-region": text}, facts=reader(**facts)))
    pairs = zip(found, passage_names(found), strict=True)
    return [name for one, name in pairs if one.chapter == "03-region.md"]


def test_names_of_a_chapter(tmp_path: Path) -> None:
    assert names(tmp_path) == ["省过千亿", "其余从略", "同样的话", "同样的话（2）", "结语"]


def test_a_name_that_looks_like_a_second(tmp_path: Path) -> None:
    text = "# 篇\n\n同样的话。\n\n<!-- 段：同样的话（2） -->\n甲。\n\n同样的话。\n"
    assert names(tmp_path, text) == ["同样的话", "同样的话（2）", "同样的话（3）"]


def test_numbers_that_turn_change_no_name(tmp_path: Path) -> None:
    turned = {"名义增速.全国[2021]": -3.0, "增加值.全国[2021]": 9.5, "超千亿个数.各省[2021]": 7.0}
    assert names(tmp_path, **turned) == names(tmp_path)


def test_the_same_words_in_another_chapter_are_no_second(tmp_path: Path) -> None:
    chapters = {
        "03-region": "# 甲\n\n同样的话。\n",
        "02-overall": '# 乙\n\n同样的话。\n\n{{ 图表("scale_and_share") }}\n',
    }
    found = passages(paper(tmp_path, chapters))
    assert passage_names(found).count("同样的话") == 2


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("**规模迈上新台阶。**2021年", "规模迈上新台阶"),
        ("- 第一产业：农林牧渔业", "第一产业：农林牧渔业"),
        ("表题：{{ 本年 }}年度乘子| 年份 | 值 ||---|--:|", "年度乘子年份值"),
        ("一二三四五六七八九十一二三四五六七八九十", "一二三四五六七八九十一二三四五六"),
        ("## 附录二", "（无文字）"),
        (
            "**{% if 甲 %}规模扩大{% if 乙 %}，{% else %}。{% endif %}{% else %}规模缩小。{% endif %}**各地均有增长。",
            "各地均有增长",
        ),
        ("{% if 甲 %}规模扩大{% else %}规模缩小{% endif %}。", "规模扩大…规模缩小"),
        ("{% for 省 in 省份 %}{{ 省 | 名称 }}的规模居前。{% endfor %}", "的规模居前"),
        ("{{ 甲 | 亿元 }}{{ 乙 | 亿元 }}", "（无文字）"),
        ("随着发展[^gdp]，规模", "随着发展，规模"),
    ],
)
def test_first_words(written: str, name: str) -> None:
    assert first_words(written) == name
