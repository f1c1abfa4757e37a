"""What a full table says of a quantity, and what follows from what it says."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from reportgen.facts.address import Address
from reportgen.review.history.implied import implied_by
from reportgen.review.history.statements import Statement, statements_of
from reportgen.review.published import PublishedRow


def row(
    value: str | None, relation: str = "=", unit: str = "万亿元", year: str = "2021", **more: str
) -> PublishedRow:
    number = None if value is None else Decimal(value)
    places = len((value or "").partition(".")[2])
    years = Address.read_years(year)
    return PublishedRow(
        more.get("id", "P1"),
        "value_added",
        "national",
        years,
        relation,
        number,
        unit,
        places,
        "前言",
        "p.csv:2",
    )


def said(metric: str, value: str, unit: str, year: int = 2021, **changed: object) -> Statement:
    number = Decimal(value)
    places = len(value.partition(".")[2])
    made = Statement(2022, metric, "national", year, "=", number, unit, places, False, "报道")
    return replace(made, **changed)


def test_an_equality_comes_before_a_bound_and_more_decimals_before_fewer() -> None:
    rows = [row("4", ">"), row("4.1"), row("4.10", id="P2"), row("4.1000", "~"), row("5", year="2017-2021")]
    (one,) = statements_of(rows, 2022)
    assert (one.printed, one.source, one.others) == ("4.10", "P2，前言", ())


def test_decimals_of_a_smaller_unit_are_finer() -> None:
    (one,) = statements_of([row("4.10"), row("41000.0", unit="亿元")], 2022)
    assert one.unit == "亿元"


def test_only_a_bound_is_stated() -> None:
    (one,) = statements_of([row("4", ">"), row(None)], 2022)
    assert one.printed == "超过4" and not one.has_size


def test_printings_that_exclude_the_chosen_one_are_kept() -> None:
    (one,) = statements_of([row("0.062"), row("0.057"), row("0.06")], 2022)
    assert (one.printed, one.others) == ("0.062", ("0.057",))


def test_withheld_says_nothing() -> None:
    assert statements_of([row(None)], 2022) == []


def test_the_level_of_the_year_before_follows_from_level_and_rate() -> None:
    (one,) = implied_by([said("value_added", "4.10", "万亿元"), said("nominal_growth", "14.53", "%")])
    assert (one.year, one.printed) == (2020, "约3.58")  # 4.10 / 1.1453 = 3.5799, from 3.5754 to 3.5844
    assert one.implied == "4.10÷（1＋14.53%），均为2021年" and not one.is_forecast


def test_decimals_that_the_printed_figures_do_not_carry_are_left_out() -> None:
    (one,) = implied_by([said("value_added", "598.57", "亿元"), said("nominal_growth", "6.61", "%")])
    assert one.printed == "约561.5"  # known to 0.06: from 561.42 to 561.49


def test_the_employment_of_the_year_before_follows_from_the_increment() -> None:
    (one,) = implied_by([said("employment", "83.72", "万人"), said("new_employment", "1.11", "万人")])
    assert (one.metric, one.year, one.printed) == ("employment", 2020, "约82.61")


@pytest.mark.parametrize(
    ("level", "rate"),
    [
        ({"is_forecast": True}, {}),
        ({"others": ("4.20",)}, {}),
        ({"relation": ">"}, {}),
        ({}, {"relation": "~"}),
        ({}, {"scope": "direct"}),
        ({}, {"edition": 2023}),
    ],
)
def test_nothing_follows_from_what_is_not_firm(level: dict[str, object], rate: dict[str, object]) -> None:
    pair = [said("value_added", "4.10", "万亿元", **level), said("nominal_growth", "14.53", "%", **rate)]
    assert implied_by(pair) == []


def test_what_is_printed_is_not_derived() -> None:
    pair = [said("value_added", "4.10", "万亿元"), said("nominal_growth", "14.53", "%")]
    assert implied_by([*pair, said("value_added", "3.57", "万亿元", 2020)]) == []
