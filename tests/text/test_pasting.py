"""The text to paste prints what is shown beside it."""

from __future__ import annotations

import pytest

from reportgen.facts.fact import Fact, FactTable
from reportgen.facts.status import Status
from reportgen.text.pasting import find, hit
from tests.text.facts import CALENDAR, VOCABULARY, reader, sentence

FACTS = reader().facts


@pytest.mark.parametrize("fact", [*FACTS], ids=lambda fact: fact.label)
def test_every_pasted_text_prints_the_value(tmp_path, fact):
    shown = hit(fact, FACTS, CALENDAR)
    assert sentence(tmp_path, shown.paste) == shown.value


@pytest.mark.parametrize(
    ("address", "value", "paste"),
    [
        ("增加值.全国[2021]", "4.10万亿元", '数["增加值.全国[本年]"] | 万亿元'),
        ("增加值.第一产业[2021]", "490.00亿元", '数["增加值.第一产业[本年]"] | 亿元'),
        ("占GDP比重.全国[2019]", "3.40%", '数["占GDP比重.全国[2019]"] | 百分比'),
        ("增加值.全国[2022]", "4.45万亿元", '数["增加值.全国[预测年]"] | 万亿元'),
        ("增加值排名.广东[2021]", "第1位", '数["增加值排名.广东[本年]"] | 排名'),
        ("超千亿个数.各省[2021]", "13个", '数["超千亿个数.各省[本年]"] | 整数("个")'),
        ("资本产出弹性.全国", "0.413", '数["资本产出弹性.全国"] | 系数'),
    ],
)
def test_the_usual_form_of_each_unit(address, value, paste):
    shown = hit(FACTS.get(VOCABULARY.parse(address, CALENDAR)), FACTS, CALENDAR)
    assert (shown.address, shown.value, shown.paste) == (address, value, f"{{{{ {paste} }}}}")


def test_the_decimals_of_the_vocabulary_are_kept(tmp_path):
    address = VOCABULARY.parse("占总量比重.广东[2017-2021]", CALENDAR)
    facts = FactTable([Fact(address, 12.46, "%", Status.测算, "占总量比重.广东[2017-2021]")], VOCABULARY)
    (shown,) = find(facts, CALENDAR, "广东").hits
    assert (shown.value, shown.paste) == ("12%", '{{ 数["占总量比重.广东[基年-本年]"] | 百分比(0) }}')


def test_only_the_first_hits_are_made():
    found = find(FACTS, CALENDAR, "全国", 3)
    assert len(found.hits) == 3
    assert found.count == sum("全国" in fact.label for fact in FACTS)


def test_a_context_fact_is_pasted_by_its_name():
    address = VOCABULARY.parse("增加值.全国", CALENDAR)._replace(metric="context", scope="5G基站数")
    facts = FactTable([Fact(address, 220.0, "万个", Status.实际, "背景.5G基站数")], VOCABULARY)
    (shown,) = find(facts, CALENDAR, "基站").hits
    assert (shown.value, shown.paste) == ("220万个", '{{ 背景("5G基站数") }}')
