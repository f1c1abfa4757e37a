"""A snapshot of a finished paper: what is printed where, in which words, from which parameters."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.data.parameter import Parameter
from reportgen.document.document import Document
from reportgen.facts.status import Status
from reportgen.review.snapshot import Snapshot
from reportgen.review.take_snapshot import parameter_texts, take_snapshot
from tests.document.papers import SVG, paper
from tests.text.facts import CALENDAR, reader

CHAPTER = "03-region.md"
TEXT = """# 区域发展篇

{% set 增速 = 数["名义增速.全国[2021]"] %}
<!-- 段：规模 -->
规模{{ 数["增加值.全国[本年]"] | 万亿元 }}，名义{{ 增速 | 增长 }}，比上年{{ 数["占GDP比重.全国[本年]"] | 升降(数["占GDP比重.全国[2020]"]) }}，
即{{ 数["增加值.全国[本年]"] | 亿元 }}，再说{{ 数["增加值.全国[本年]"] | 万亿元 }}。

带动{{ 数["带动就业.全国[本年]"] | 万人 }}。
"""


def document(folder: Path, **facts: float) -> Document:
    return paper(folder, {"03-region": TEXT}, facts=reader(**facts))


def snapshot(folder: Path, **facts: float) -> Snapshot:
    return take_snapshot("2022 年版", document(folder, **facts), CALENDAR, {"乙": "2", "甲": "1"}, [])


def printed(taken: Snapshot, passage: str) -> list[tuple[str, str]]:
    chinese = taken.facts.vocabulary.chinese
    return [(chinese(one.address), one.text) for one in taken.printed if one[1:3] == (CHAPTER, passage)]


def test_numbers_of_a_passage_by_address_each_text_once(tmp_path: Path) -> None:
    assert printed(snapshot(tmp_path), "规模") == [
        ("占GDP比重.全国[2020]", "提高0.06个百分点"),
        ("占GDP比重.全国[2021]", "提高0.06个百分点"),
        ("名义增速.全国[2021]", "增长14.53%"),
        ("增加值.全国[2021]", "4.10万亿元"),
        ("增加值.全国[2021]", "40983.21亿元"),
    ]


def test_a_growth_that_turns_is_printed_in_other_words(tmp_path: Path) -> None:
    turned = snapshot(tmp_path, **{"名义增速.全国[2021]": -14.525})
    assert ("名义增速.全国[2021]", "下降14.53%") in printed(turned, "规模")


def test_lines_are_those_an_editor_opens(tmp_path: Path) -> None:
    lines = {one.text: one.line for one in snapshot(tmp_path).printed if one.where == CHAPTER}
    assert (lines["4.10万亿元"], lines["40983.21亿元"]) == (f"{CHAPTER}:5", f"{CHAPTER}:6")
    assert lines["增长14.53%"] == f"{CHAPTER}:5"
    assert lines["2836.01万人"] == f"{CHAPTER}:8"


def test_what_a_figure_prints_stands_under_its_name(tmp_path: Path) -> None:
    facts = reader()
    figure = facts.at("scale_and_share")
    figure["增加值.全国[2022]"].print("44536E")
    figure["增加值.全国[2021]"].print("4.10")
    figure["增加值.全国[2021]"].print("全国")
    taken = take_snapshot("甲", paper(tmp_path, facts=facts), CALENDAR, {}, [])
    found = [one[1:] for one in taken.printed if one.where == "scale_and_share"]
    assert found == [("scale_and_share", "", "", "4.10"), ("scale_and_share", "", "", "44536E")]
    assert taken.figures == {"scale_and_share": SVG}


def test_words_inputs_and_twelve_digits(tmp_path: Path) -> None:
    taken = snapshot(tmp_path, **{"带动就业.全国[2021]": 2836.0050000000123})
    assert taken.words[CHAPTER, "带动"] == "带动2836.01万人。"
    assert list(taken.inputs) == ["乙", "甲"]
    assert {fact.value for fact in taken.facts if fact.label == "带动就业.全国[2021]"} == {2836.005}


@pytest.mark.parametrize(
    ("value", "unit", "texts"),
    [
        (7.0, "%", {"甲": "7%（校准）"}),
        ("all", "", {"甲": "all（校准）"}),
        ({"39088": 0.1 + 0.2}, "1", {"甲.39088": "0.3（校准）"}),
        ({2018: {"b": 2, "a": 1.5}}, "万人", {"甲.2018.a": "1.5万人（校准）", "甲.2018.b": "2万人（校准）"}),
    ],
)
def test_parameters_one_value_a_name(value: object, unit: str, texts: dict[str, str]) -> None:
    parameter = Parameter("甲", "某", value, unit, Status.校准, "", Path("甲.yaml"), {})
    assert parameter_texts([parameter]) == texts
    assert list(parameter_texts([parameter])) == sorted(texts)
