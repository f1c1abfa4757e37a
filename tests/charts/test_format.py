"""Numbers are rounded once, half up, from the unrounded value, and only in their own unit."""

from __future__ import annotations

import pytest

from reportgen.charts.format import 万亿元, 万亿元三位, 个, 亿元, 百分比
from reportgen.errors import FigureError
from reportgen.facts.reader import Reading
from tests.charts.made_up import facts_of


def national(value: float, unit: str = "亿元") -> Reading:
    reader = facts_of({"direct": (value,) * 6, "indirect": (0.0,) * 6}, growth={
        scope: (1.0,) * 5 for scope in ("national", "direct", "indirect")
    }, units={"value_added": unit})  # fmt: skip
    return reader["增加值.直接产业[2021]"]


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (41050.0, "4.11"),
        (41049.999, "4.10"),
        (-41050.0, "-4.11"),
        (-20.0, "0.00"),
        (0.0, "0.00"),
        (1e8, "10000.00"),
    ],
)
def test_trillions_round_half_up_once(value: float, printed: str) -> None:
    assert 万亿元.digits(national(value)) == printed


def test_decimal_ties_are_decided_in_decimal() -> None:
    assert 亿元.digits(national(1.005)) == "1.01"
    assert 万亿元三位.digits(national(565.0)) == "0.057"


def test_another_unit_is_refused() -> None:
    with pytest.raises(FigureError, match=r"增加值\.直接产业\[2021\] 的单位是“万元”，不能按“万亿元”印出"):
        万亿元.digits(national(1.0, unit="万元"))


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(FigureError, match="不是有限的数"):
        亿元.digits(national(value))


def test_printing_is_recorded_and_measuring_is_not() -> None:
    reader = facts_of()
    rate = reader["名义增速.第一产业[2021]"]
    百分比.digits(rate)
    assert [use.printed for use in reader.uses] == [""]
    assert (百分比.print(rate), 百分比.phrase(rate)) == ("6.48", "6.48%")
    assert [use.printed for use in reader.uses] == ["", "6.48", "6.48%"]


def test_a_count_has_no_decimals() -> None:
    assert 个.phrase(facts_of()["超千亿个数.各行业[本年]"]) == "9个"


def test_size_drops_the_sign_and_gap_is_unrounded() -> None:
    reader = facts_of(growth={"direct": (-1.205, 1.0, 2.004, 3.009, 1.0)})
    assert 百分比.size(reader["名义增速.直接产业[2018]"]) == "1.21%"
    assert 百分比.gap(reader["名义增速.直接产业[2020]"], reader["名义增速.直接产业[2021]"]) == "1.01"
