"""Words follow the numbers as they are printed."""

from __future__ import annotations

import pytest

from reportgen.charts import words
from reportgen.charts.format import 万亿元, 百分比
from tests.charts.made_up import facts_of


def rates(*values: float) -> list:
    filled = (*values, *(0.0,) * (5 - len(values)))
    return facts_of(growth={"direct": filled}).series("名义增速.直接产业", (2018, 2019, 2020, 2021, 2022))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [(2.83, 3.58, "由2.83%升至3.58%"), (3.58, 2.83, "由3.58%降至2.83%"), (3.581, 3.584, "保持在3.58%")],
)
def test_move(before: float, after: float, expected: str) -> None:
    one, other, *_ = rates(before, after)
    assert words.move(百分比, one, other, "升至 降至") == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [((1, 2, 3, 4, 5), "逐年上升"), ((5, 4, 3, 2, 1), "逐年下降"), ((1, 3, 2, 4, 5), "其间有升有降")],
)
def test_course(values: tuple[float, ...], expected: str) -> None:
    assert words.course(rates(*values)) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(14.534, "增长14.53%"), (-1.2, "下降1.20%"), (0.004, "零增长"), (-0.004, "零增长")],
)
def test_growth(value: float, expected: str) -> None:
    assert words.growth(百分比, rates(value)[0]) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (3.58, 3.64, "比上年提高0.06个百分点"),
        (3.64, 3.58, "比上年降低0.06个百分点"),
        (3.58, 3.583, "与上年持平"),
    ],
)
def test_since_last_year(before: float, after: float, expected: str) -> None:
    one, other, *_ = rates(before, after)
    assert words.since_last_year(百分比, one, other) == expected


def test_lead_and_growths_name_their_scopes() -> None:
    reader = facts_of(growth={"direct": (16.07,) * 5, "indirect": (-13.94,) * 5})
    pair = [reader["名义增速.直接产业[本年]"], reader["名义增速.渗透产业[本年]"]]
    assert words.growths(百分比, pair) == "直接产业名义增长16.07%，渗透产业名义下降13.94%"
    assert words.lead(百分比, *pair) == "直接产业增速高于渗透产业30.01个百分点"
    assert words.lead(百分比, pair[0], pair[0]) == "直接产业与直接产业增速相同"


@pytest.mark.parametrize(
    ("primary", "secondary", "expected"),
    [(1.0, 2.0, "第二产业增速最高"), (2.0, 2.001, "第一产业和第二产业增速最高"), (0.5, 0.5, "增速相同")],
)
def test_fastest_shares_the_place_among_equals(primary: float, secondary: float, expected: str) -> None:
    growth = {"primary": primary, "secondary": secondary, "tertiary": 0.5}
    reader = facts_of(growth={f"industry.{name}": (rate,) * 5 for name, rate in growth.items()})
    assert words.fastest(百分比, [reader[f"名义增速.industry.{name}[本年]"] for name in growth]) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [([], ""), (["甲"], "甲"), (["甲", "乙"], "甲和乙"), (["甲", "乙", "丙"], "甲、乙和丙")],
)
def test_listed(names: list[str], expected: str) -> None:
    assert words.listed(names) == expected


def test_rounding_is_remarked_only_when_it_shows() -> None:
    def remark(direct: float, indirect: float) -> str:
        reader = facts_of({"direct": (direct,) * 6, "indirect": (indirect,) * 6})
        parts = [reader.series(f"增加值.{name}") for name in ("全国", "直接产业", "渗透产业")]
        return words.rounding(万亿元, *parts)

    assert remark(10000.0, 20000.0) == ""
    assert remark(10040.0, 20040.0) == "因四舍五入，分项之和与总计可能略有出入。"
