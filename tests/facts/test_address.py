"""Addresses in both languages: reading, writing, and what is said about wrong ones."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.errors import AddressError
from reportgen.facts.address import Address, Calendar, Vocabulary
from tests.facts.conftest import NAMES
from tests.small_estimate import SmallRun

VOCABULARY = Vocabulary.read(NAMES)
CALENDAR = Calendar(2017, 2021, 2022)
INDUSTRIES = ("primary", "secondary", "tertiary")


@st.composite
def addresses(draw: st.DrawFn) -> Address:
    """Any metric with any scope, written or made: 河北.第二产业, 部门.34067."""
    provinces = VOCABULARY.scopes_of_kind("province")
    scope = st.one_of(
        st.sampled_from(sorted(VOCABULARY.scopes)),
        st.builds("{}.{}".format, st.sampled_from(provinces), st.sampled_from(INDUSTRIES)),
        st.integers(0, 99999).map("io.{:05d}".format),
        st.integers(0, 99999).map("subsector.{:05d}".format),
    )
    years = st.lists(st.integers(1990, 2050), max_size=2, unique=True).map(lambda found: tuple(sorted(found)))
    return Address(draw(st.sampled_from(sorted(VOCABULARY.metrics))), draw(scope), draw(years))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(addresses())
def test_what_is_written_is_read_again(address: Address) -> None:
    assert VOCABULARY.parse(VOCABULARY.chinese(address), CALENDAR) == address
    assert VOCABULARY.parse(address.english, CALENDAR) == address


def test_every_fact_of_the_small_project_is_found_by_both_names(small: SmallRun) -> None:
    for fact in small.estimate.facts:
        assert small.vocabulary.parse(fact.label, small.calendar) == fact.address
        assert small.vocabulary.parse(fact.address.english, small.calendar) == fact.address


@pytest.mark.parametrize(
    ("text", "metric", "scope", "years"),
    [
        ("增加值.制造业[2021]", "value_added", "sector.manufacturing", (2021,)),
        ("value_added.sector.manufacturing[2021]", "value_added", "sector.manufacturing", (2021,)),
        ("增加值.sector.manufacturing[2021]", "value_added", "sector.manufacturing", (2021,)),
        ("增加值规模.农、林、牧、渔业[2021]", "value_added", "sector.agriculture", (2021,)),
        ("  增加值.全国[2021]  ", "value_added", "national", (2021,)),
        ("增加值.全国 [2021]", "value_added", "national", (2021,)),
        ("增加值.全国[ 2021 ]", "value_added", "national", (2021,)),
        ("增加值.全国[2021年]", "value_added", "national", (2021,)),
        ("增加值.全国[基年]", "value_added", "national", (2017,)),
        ("增加值.全国[上年]", "value_added", "national", (2020,)),
        ("增加值.全国[本年]", "value_added", "national", (2021,)),
        ("增加值.全国[预测年]", "value_added", "national", (2022,)),
        ("累计增幅.全国[2017-2021]", "cumulative_growth", "national", (2017, 2021)),
        ("累计增幅.全国[2017—2021]", "cumulative_growth", "national", (2017, 2021)),
        ("累计增幅.全国[2017–2021年]", "cumulative_growth", "national", (2017, 2021)),
        ("累计增幅.全国[2017至2021]", "cumulative_growth", "national", (2017, 2021)),
        ("累计增幅.全国[2017～2021]", "cumulative_growth", "national", (2017, 2021)),
        ("累计增幅.全国[基年 - 本年]", "cumulative_growth", "national", (2017, 2021)),
        ("相关系数.子行业.计算机", "correlation_coefficient", "subsector.39088", ()),
        ("相关系数.子行业.39088", "correlation_coefficient", "subsector.39088", ()),
        ("关联产出.部门.01001", "linked_output", "io.01001", ()),
        ("资本产出弹性.全国[]", "capital_elasticity", "national", ()),
        ("带动就业.广东.第二产业[2021]", "employment", "province.guangdong.secondary", (2021,)),
        (
            "employment.province.guangdong.secondary[2021]",
            "employment",
            "province.guangdong.secondary",
            (2021,),
        ),
    ],
)
def test_reading(
    vocabulary: Vocabulary, calendar: Calendar, text: str, metric: str, scope: str, years: tuple
) -> None:
    assert vocabulary.parse(text, calendar) == Address(metric, scope, years)


SHAPE = "不合格式\n  怎么办：写成 指标.范围[年]，如 增加值.制造业[2021]"
WORDS = "无法识别\n  怎么办：写四位年份，或基年、上年、本年、预测年之一"
RANGE = "的年份不合格式\n  怎么办：写一年或起止两年，如 [2021]、[2017-2021]"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("增加值", f"地址“增加值”{SHAPE}"),
        ("", f"地址“”{SHAPE}"),
        ("增加值.全国[2021", f"地址“增加值.全国[2021”{SHAPE}"),
        ("增加值.全国[2021]年", f"地址“增加值.全国[2021]年”{SHAPE}"),
        (
            "增加直.全国[2021]",
            "地址“增加直.全国[2021]”：没有指标“增加直”\n  怎么办：是否想写“增加值”、“行业增加值”、“增加值规模”？",
        ),
        ("喜悦.全国[2021]", "地址“喜悦.全国[2021]”：没有指标“喜悦”\n  怎么办：用 reportgen facts 查询指标"),
        ("增加值.制早业[2021]", "没有范围“制早业”\n  怎么办：是否想写“制造业”？"),
        ("增加值.桃花源[2021]", "没有范围“桃花源”\n  怎么办：用 reportgen facts 查询范围"),
        ("增加值.全国[今年]", f"地址“增加值.全国[今年]”的年份“今年”{WORDS}"),
        ("增加值.全国[21]", f"地址“增加值.全国[21]”的年份“21”{WORDS}"),
        ("增加值.全国[2017-]", f"地址“增加值.全国[2017-]”的年份“”{WORDS}"),
        ("累计增幅.全国[2021-2017]", f"地址“累计增幅.全国[2021-2017]”{RANGE}"),
        ("累计增幅.全国[2017-2017]", f"地址“累计增幅.全国[2017-2017]”{RANGE}"),
        ("累计增幅.全国[2017-2019-2021]", f"地址“累计增幅.全国[2017-2019-2021]”{RANGE}"),
    ],
)
def test_wrong_addresses(vocabulary: Vocabulary, calendar: Calendar, text: str, message: str) -> None:
    with pytest.raises(AddressError) as caught:
        vocabulary.parse(text, calendar)
    assert str(caught.value) == message


def test_calendar(calendar: Calendar) -> None:
    assert calendar.actual_years == (2017, 2018, 2019, 2020, 2021)
    assert calendar.years == (2017, 2018, 2019, 2020, 2021, 2022)


def test_year_text_and_back() -> None:
    for years in ((), (2021,), (2017, 2021)):
        assert Address.read_years(Address("gdp", "national", years).year_text) == years
