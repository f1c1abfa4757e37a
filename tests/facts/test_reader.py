"""Reading leaves a record: which fact, where, and what was printed for it."""

from __future__ import annotations

import pytest

from reportgen.errors import AddressError
from reportgen.facts.address import Address
from reportgen.facts.reader import Reader, Use
from reportgen.facts.status import Status
from tests.small_estimate import SmallRun


@pytest.fixture
def reader(small: SmallRun) -> Reader:
    return Reader(small.estimate.facts, small.calendar, "正文.md:3")


def test_a_reading_knows_its_fact(reader: Reader, small: SmallRun) -> None:
    reading = reader["增加值.制造业[本年]"]
    assert reading.value == small.estimate.results["value_added"].loc["sector.manufacturing", 2021]
    assert (reading.unit, reading.status, reading.year, reading.name) == ("亿元", Status.校准, 2021, "制造业")
    assert reading.address == Address("value_added", "sector.manufacturing", (2021,))


def test_year_of_a_range_is_its_last_and_of_no_year_none(reader: Reader) -> None:
    assert reader["年均复合增速.全国[2017-2021]"].year == 2021
    assert reader["资本产出弹性.全国"].year is None


def test_uses_are_recorded_with_their_places(reader: Reader) -> None:
    address = Address("value_added", "national", (2021,))
    reader["增加值.全国[2021]"]
    assert reader.at("图2").read(address).print("1487.21亿元") == "1487.21亿元"
    assert reader.uses == [Use(address, "正文.md:3"), Use(address, "图2"), Use(address, "图2", "1487.21亿元")]
    assert reader.place == "正文.md:3"


def test_series(reader: Reader) -> None:
    readings = reader.series("增加值.全国")
    assert [reading.year for reading in readings] == [2017, 2018, 2019, 2020, 2021, 2022]
    assert [one.fact.is_forecast for one in readings] == [False] * 5 + [True]
    assert [reading.year for reading in reader.series("增加值.全国", (2019, 2021))] == [2019, 2021]


def test_among_is_sorted_from_the_largest(reader: Reader) -> None:
    readings = reader.among("增加值", "sector", "本年")
    values = [reading.value for reading in readings]
    assert len(values) == 7
    assert values == sorted(values, reverse=True)
    ranks = [reader.read(Address("rank_value_added", one.address.scope, (2021,))).value for one in readings]
    assert ranks == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("增加值.制造[2021]", "正文.md:3：没有范围“制造”\n  怎么办：是否想写“制造业”？"),
        (
            "名义增速.全国[2017]",
            "正文.md:3：没有这个数：名义增速.全国[2017]\n  怎么办：该指标和范围现有年份：2018、2019、2020、2021、2022",
        ),
    ],
)
def test_errors_name_the_place(reader: Reader, text: str, message: str) -> None:
    with pytest.raises(AddressError) as caught:
        reader[text]
    assert str(caught.value) == message


def test_series_with_a_missing_year(reader: Reader) -> None:
    with pytest.raises(AddressError) as caught:
        reader.at("图3").series("名义增速.全国")
    assert str(caught.value).startswith("图3：没有这个数：名义增速.全国[2017]")


def test_a_failed_reading_is_no_use(reader: Reader) -> None:
    with pytest.raises(AddressError):
        reader["增加值.全国[2035]"]
    assert reader.uses == []
