"""The contents of the generated tables, from the parts of an edition."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from reportgen.data.card import Card
from reportgen.data.parameter import Parameter
from reportgen.document.appendix_data import AppendixData, DataSource, ParameterLine, Zone
from reportgen.facts.address import Calendar
from reportgen.facts.fact import FactTable
from reportgen.facts.ingredient import Ingredient
from reportgen.facts.status import Status
from reportgen.review.appendix import appendix_data
from reportgen.review.published import PublishedRow
from reportgen.review.reconciliation import reconcile

CARD = Card(
    title="分行业增加值", publisher="国家统计局", publication="《中国统计年鉴2022》", table="表3-6",
    vintage="yearbook2022", unit="亿元", licence="公开", released="2022-09", use="各门类增加值",
    columns={}, checks={},
)  # fmt: skip


def parameter(name: str, value: object, unit: str = "1", **more: object) -> Parameter:
    return Parameter(name, f"参数{name}", value, unit, Status.校准, "依据", Path("p.yaml"), {(): 1}, **more)


PARAMETERS = {
    "growth": parameter("growth", 7.0, "%"),
    "share": parameter("share", {"39088": 0.4}),
    "scope": parameter("scope", "all", "", choices=("all",), words={"all": "全部贡献率"}),
    "provinces_of_zone": parameter(
        "provinces_of_zone", {"zone.cheng_yu": "province.chongqing province.sichuan"}, ""
    ),
}
INGREDIENTS = {
    name: Ingredient(name, value, name)
    for name, value in {
        "direct_subsectors": pd.Series({"39088": "计算机"}),
        "sector_section": pd.Series({"39088": "sector.manufacturing", "01001": "sector.agriculture"}),
        "domain_allocation": pd.DataFrame(
            {"direct.platform": [0.6], "direct.network": [0.4]}, index=["39088"]
        ),
    }.items()
}


@pytest.fixture
def data(
    table: Callable[..., FactTable], stated: Callable[..., PublishedRow], calendar: Calendar
) -> AppendixData:
    facts = table(
        {
            ("value_added", "national", "2021"): (41000.0, "亿元"),
            ("nominal_growth", "national", "2021"): (15.0, "%"),
            ("nominal_growth", "national", "2020"): (9.0, "%"),
        }
    )
    rows = [
        stated("value_added", "national", "4.10", "万亿元", id="P1"),
        stated("nominal_growth", "national", "14.5", "%", id="P2"),
        stated("nominal_growth", "national", "14.00", "%", id="P3"),
        stated("nominal_growth", "national", "10.00", "%", year="2020", id="P4"),
    ]
    reconciled = reconcile(rows, facts, calendar)
    return appendix_data(facts, INGREDIENTS, [CARD], PARAMETERS, reconciled, 2021)


def test_indicators_are_the_metrics_with_facts_and_a_definition(data: AppendixData) -> None:
    assert [(one.metric, one.name, one.unit) for one in data.indicators] == [
        ("value_added", "增加值", "亿元"),
        ("nominal_growth", "名义增速", "%"),
    ]


def test_subsectors_with_their_section_and_shares_in_per_cent(data: AppendixData) -> None:
    (one,) = data.subsectors
    assert (one.code, one.name, one.section) == ("39088", "计算机", "制造业")
    assert one.shares == pytest.approx({"平台": 60, "网络": 40})


def test_zones_and_sources(data: AppendixData) -> None:
    assert data.zones == (Zone("成渝", ("重庆", "四川")),)
    source = "国家统计局《中国统计年鉴2022》表3-6"
    assert data.sources == (DataSource("分行业增加值", source, "2022-09", "亿元", "各门类增加值"),)


def test_parameters_with_one_value_or_none_and_words_for_switches(data: AppendixData) -> None:
    assert data.parameters[:3] == (
        ParameterLine("参数growth", "7", "%", "校准", "依据"),
        ParameterLine("参数share", "", "1", "校准", "依据"),
        ParameterLine("参数scope", "全部贡献率", "", "校准", "依据"),
    )


def test_groups_count_verdicts_and_give_the_median(data: AppendixData) -> None:
    size, growth = data.groups
    assert (size.name, size.verdicts["一致"], size.verdicts["偏差"], size.median) == ("规模", 1, 0, "0.00%")
    assert (growth.name, growth.verdicts["偏差"], growth.median) == ("增速", 3, "7.14%")


def test_headline_deviations_of_the_year_once_each(data: AppendixData) -> None:
    (one,) = data.deviations
    assert (one.label, one.published, one.computed, one.deviation) == (
        "名义增速.全国[2021]", "14.00%", "15.00%", "+7.14%",
    )  # fmt: skip


def test_nothing_published_leaves_the_two_tables_empty(table: Callable[..., FactTable]) -> None:
    empty = appendix_data(table({}), INGREDIENTS, [], PARAMETERS, [], 2021)
    assert (empty.groups, empty.deviations) == ((), ())
