"""The contents of the generated tables, from the parts of an edition."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from reportgen.data.card import Card, Column
from reportgen.data.parameter import Parameter
from reportgen.document.appendix_data import AppendixData, DataSource, Segment, Zone
from reportgen.facts.address import Calendar
from reportgen.facts.fact import FactTable
from reportgen.facts.ingredient import Ingredient
from reportgen.facts.status import Status
from reportgen.review.appendix import appendix_data
from reportgen.review.deviation_kinds import judged
from reportgen.review.published import PublishedRow
from reportgen.review.reasons import DEFAULT_REASON
from reportgen.review.reconciliation import reconcile

CARD = Card(
    title="分行业增加值", publisher="国家统计局", publication="《中国统计年鉴2022》", table="表3-6",
    vintage="yearbook2022", unit="亿元", licence="公开", released="2022-09", use="各门类增加值",
    columns={}, checks={}, status_note="公布至2020年",
)  # fmt: skip
OTHER = CARD.model_copy(
    update={"publisher": "国家标准化管理委员会", "publication": "GB/T 4754—2017", "table": ""}
)


def parameter(name: str, value: object, unit: str = "1", **more: object) -> Parameter:
    return Parameter(name, f"参数{name}", value, unit, Status.校准, "依据", Path("p.yaml"), {(): 1}, **more)


PARAMETERS = {
    "growth": parameter("growth", 7.0, "%"),
    "keys": parameter("keys", {"sector.manufacturing": {"telecom_volume": 0.4}}),
    "direct_subsectors": parameter("direct_subsectors", {"39088": "计算机"}, ""),
    "subsectors_of_segment": parameter("subsectors_of_segment", {"工业传感": "39088"}, ""),
    "domains_of_segment": parameter("domains_of_segment", {"工业传感": "direct.platform direct.data"}, ""),
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
    reconciled = judged(reconcile(rows, facts, calendar), facts.vocabulary)
    return appendix_data(facts, INGREDIENTS, [CARD, OTHER, CARD], PARAMETERS, reconciled, (2021, 2022))


def test_indicators_are_the_metrics_with_facts_and_a_definition(data: AppendixData) -> None:
    assert [(one.metric, one.name, one.unit) for one in data.indicators] == [
        ("value_added", "增加值", "亿元"),
        ("nominal_growth", "名义增速", "%"),
    ]


def test_subsectors_with_their_section_and_shares_in_per_cent(data: AppendixData) -> None:
    (one,) = data.subsectors
    assert (one.code, one.name, one.section) == ("39088", "计算机", "制造业")
    assert one.shares == pytest.approx({"平台": 60, "网络": 40})


def test_segments_name_their_domains_and_subsectors(data: AppendixData) -> None:
    assert data.segments == (Segment("工业传感", ("平台", "数据"), ("计算机",)),)


def test_zones(data: AppendixData) -> None:
    assert data.zones == (Zone("成渝", ("重庆", "四川")),)


def test_the_most_frequent_publisher_is_named_once_and_the_others_at_their_sources(
    data: AppendixData,
) -> None:
    assert data.publisher == "国家统计局"
    own, other, _ = data.sources
    assert own == DataSource("分行业增加值", "《中国统计年鉴2022》表3-6", "各门类增加值", "公布至2020年")
    assert other.source == "国家标准化管理委员会GB/T 4754—2017"


def test_parameters_use_the_words_of_scopes_and_cards(
    table: Callable[..., FactTable], data: AppendixData
) -> None:
    column = Column(meaning="指标", values={"telecom_volume": "电信业务总量"})
    explained = CARD.model_copy(update={"columns": {"key": column}})
    made = appendix_data(table({}), INGREDIENTS, [explained], PARAMETERS, [], (2021, 2022))
    assert made.parameters[1].value == "制造业：电信业务总量0.4000"
    assert data.parameters[1].value == "制造业：telecom_volume0.4000"


def test_groups_count_verdicts_and_give_the_median(data: AppendixData) -> None:
    size, growth = data.groups
    assert (size.name, size.verdicts["一致"], size.verdicts["未核"], size.median) == ("规模", 1, 0, "0.00%")
    assert (growth.name, growth.verdicts["未核"], growth.median) == ("增速", 3, "7.14%")


def test_main_deviations_come_with_their_causes(data: AppendixData) -> None:
    assert [one.label for one in data.deviations] == ["全国名义增速，2020年", "全国名义增速，2021年"]
    assert data.causes == (DEFAULT_REASON,)


def test_nothing_published_leaves_the_reconciliation_empty(table: Callable[..., FactTable]) -> None:
    empty = appendix_data(table({}), INGREDIENTS, [], PARAMETERS, [], (2021, 2022))
    assert (empty.groups, empty.deviations, empty.causes, empty.publisher) == ((), (), (), "")
