from __future__ import annotations

import pytest

from reportgen.text.lint.nearest_fact import Edition
from tests.text.facts import CALENDAR, reader
from tests.text.lint.chapters import known, linted


def only(text: str, before: Edition | None = None):
    (finding,) = linted(text, known(before)).findings
    return finding


@pytest.mark.parametrize(
    ("text", "paste"),
    [
        ("全国增加值为4.10万亿元。", '改为 {{ 数["增加值.全国[本年]"] | 万亿元 }}'),
        ("全国增加值为40983.2亿元。", '改为 {{ 数["增加值.全国[本年]"] | 亿元(1) }}'),
        ("第二产业增加值为1.99万亿元。", '改为 {{ 数["增加值.第二产业[本年]"] | 万亿元 }}'),
        ("全国占GDP比重上年为3.52%。", '改为 {{ 数["占GDP比重.全国[上年]"] | 百分比 }}'),
        ("超千亿个数为13个。", '改为 {{ 数["超千亿个数.各省[本年]"] | 整数("个") }}'),
    ],
)
def test_the_fact_that_rounds_to_the_number_is_proposed(text: str, paste: str) -> None:
    assert only(text).proposal.startswith(paste)


def test_a_near_fact_is_proposed_with_its_value() -> None:
    finding = only("全国增加值为4.12万亿元。")
    assert finding.proposal.startswith("最接近的数是 4.10万亿元，如是此数，改为 {{ 数[")


@pytest.mark.parametrize("text", ["全国增加值为7.77万亿元。", "某处为4.10万亿元。", "全国增加值为4.10%。"])
def test_far_numbers_other_units_and_unnamed_facts_are_not_proposed(text: str) -> None:
    assert "{{" not in only(text).proposal.partition("；")[0]


def earlier() -> Edition:
    facts = reader(**{"增加值.全国[2021]": 35784.0, "增加值.全国[2020]": 35784.0}).facts
    return Edition(2021, facts, CALENDAR)


def test_a_number_of_the_edition_before_is_warned_of() -> None:
    finding = only("全国增加值为3.58万亿元。", earlier())
    assert finding.rule.id == "stale-number"
    assert "与 2021 年版的 增加值.全国[本年] 相同（3.58万亿元）" in finding.problem
    assert finding.proposal == '本版为 4.10万亿元，改为 {{ 数["增加值.全国[本年]"] | 万亿元 }}'


@pytest.mark.parametrize("text", ["全国增加值为4万亿元。", "全国增加值为3.59万亿元。"])
def test_a_round_or_another_number_is_not_taken_for_an_old_one(text: str) -> None:
    assert only(text, earlier()).rule.id == "typed-number"


def test_the_edition_before_is_asked_only_for_numbers_that_nobody_allowed() -> None:
    def fail() -> Edition:
        raise AssertionError

    facts = known()
    asking = type(facts)(facts.now, fail)
    assert linted("{# 准：3.58万亿元（举例） #}\n全国增加值为3.58万亿元。", asking).findings == ()
    with pytest.raises(AssertionError):
        linted("全国增加值为3.58万亿元。", asking)
