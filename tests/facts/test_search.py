"""Words find facts in any order, by parts, aliases, synonyms and near misses; the best come first."""

from __future__ import annotations

import pytest

from reportgen.facts.address import Address, Calendar, Vocabulary
from reportgen.facts.fact import Fact, FactTable
from reportgen.facts.search import search
from reportgen.facts.status import Status
from tests.facts.conftest import NAMES

VOCABULARY = Vocabulary.read(NAMES)
CALENDAR = Calendar(2017, 2021, 2022)
METRICS = ("value_added", "nominal_growth", "nominal_growth_direct", "share_of_total", "employment")
SCOPES = ("national", "direct", "sector.manufacturing", "province.guangdong", "zone.pearl_delta")


def fact(metric: str, scope: str, *years: int) -> Fact:
    address = Address(metric, scope, years)
    return Fact(address, 1.0, VOCABULARY.metrics[metric].unit, Status.测算, VOCABULARY.chinese(address))


@pytest.fixture(scope="module")
def table() -> FactTable:
    facts = [fact(m, s, y) for m in METRICS for s in SCOPES for y in (2017, 2020, 2021, 2022)]
    return FactTable([*facts, fact("cagr", "national", 2017, 2021)], VOCABULARY)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("制造业 增速", "名义增速.制造业[2021]"),
        ("增速 制造业", "名义增速.制造业[2021]"),
        ("制造业增速", "名义增速.制造业[2021]"),
        ("制造 直接产业名义", "直接产业名义增速.制造业[2021]"),
        ("增加值", "增加值.全国[2021]"),
        ("增加值规模 广东 2020", "增加值.广东[2020]"),
        ("产值 广东 去年", "增加值.广东[2020]"),
        ("占比 珠三角", "占总量比重.珠三角[2021]"),
        ("就业 2022年", "带动就业.全国[2022]"),
        ("value_added sector.manufacturing[2017]", "增加值.制造业[2017]"),
        ("增加值.制造业[预测年]", "增加值.制造业[2022]"),
        ("基年-本年", "年均复合增速.全国[2017-2021]"),
        ("2017至2021 全国", "年均复合增速.全国[2017-2021]"),
        ("", "增加值.全国[2021]"),
    ],
)
def test_the_best_comes_first(table: FactTable, query: str, first: str) -> None:
    assert search(table, CALENDAR, query).facts[0].label == first


def test_every_word_must_fit(table: FactTable) -> None:
    found = search(table, CALENDAR, ["增加值", "制造业"])
    assert {(one.address.metric, one.address.scope) for one in found.facts} == {
        ("value_added", "sector.manufacturing")
    }
    assert search(table, CALENDAR, "增加值 教育").facts == ()
    assert search(table, CALENDAR, "增加值 1999").facts == ()


def test_years_of_equal_distance_put_the_forecast_first(table: FactTable) -> None:
    years = [one.address.years[0] for one in search(table, CALENDAR, "增加值 全国").facts]
    assert years == [2021, 2022, 2020, 2017]


def test_a_slip_is_replaced_by_the_nearest_name_and_told(table: FactTable) -> None:
    found = search(table, CALENDAR, "制早业 增加直")
    assert found.facts[0].label == "增加值.制造业[2021]"
    assert found.replaced == (("制早业", "制造业"), ("增加直", "增加值"))


def test_what_is_near_nothing_finds_nothing(table: FactTable) -> None:
    found = search(table, CALENDAR, "甲乙丙")
    assert (found.facts, found.replaced) == ((), ())
