"""Quantities side by side: forecast errors and revisions by hand, missing figures, the page in words."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.facts.address import Address, Calendar, Vocabulary
from reportgen.facts.fact import Fact, FactTable
from reportgen.facts.status import Status
from reportgen.review.history.collection import collected
from reportgen.review.history.lines import Cell, revision_lines, year_lines
from reportgen.review.history.quantities import OwnEdition, Quantity, quantities
from reportgen.review.history.revisions import change_between, own_against_published, revisions
from reportgen.review.history.statements import Statement
from reportgen.review.history.summary import summary

CONTENT = Path(__file__).parents[3] / "content"
VOCABULARY = Vocabulary.read(CONTENT / "names.csv")
KEY = ("value_added", "national")


def said(edition: int, year: int, value: str, unit: str = "万亿元", relation: str = "=", **more) -> Statement:
    metric = more.pop("metric", "value_added")
    places = len(value.partition(".")[2])
    forecast = more.pop("forecast", False)
    return Statement(
        edition, metric, "national", year, relation, Decimal(value), unit, places, forecast, "报道", **more
    )


def own(values: dict[int, float], metric: str = "value_added", unit: str = "亿元") -> OwnEdition:
    facts = [
        Fact(
            address := Address(metric, "national", (year,)),
            value,
            unit,
            Status.测算,
            VOCABULARY.chinese(address),
        )
        for year, value in values.items()
    ]
    return OwnEdition(FactTable(facts, VOCABULARY), Calendar(2017, 2021, 2022))


def quantity(*statements: Statement, **editions: OwnEdition) -> Quantity:
    made = {int(name[1:]): edition for name, edition in editions.items()}
    return quantities(statements, [(statements[0].metric, "national")], made, VOCABULARY)[0]


def test_a_forecast_error_and_a_revision_by_hand() -> None:
    one = quantity(
        said(2020, 2020, "3.78", forecast=True), said(2021, 2020, "3.57"), said(2022, 2020, "3.60"),
    )  # fmt: skip
    first, second = revisions(one)
    assert first.is_forecast_error and first.kind == "预测误差"
    assert first.change.text == "-5.56%"  # 3.57 / 3.78 - 1
    assert second.kind == "修订" and second.change.text == "+0.84%"  # 3.60 / 3.57 - 1


def test_two_forecasts_of_a_year_are_no_error() -> None:
    one = quantity(said(2020, 2022, "4.4", forecast=True), said(2021, 2022, "4.6", forecast=True))
    assert [found.kind for found in revisions(one)] == ["预测修订"]


def test_figures_in_other_units_are_converted() -> None:
    one = quantity(said(2020, 2020, "3.78"), said(2022, 2020, "35700", "亿元"), said(2023, 2021, "4.1"))
    assert one.unit == "万亿元" and revisions(one)[0].change.text == "-5.56%"


@pytest.mark.parametrize(
    ("later", "text"),
    [
        ("3.5", "舍入内未变"),
        ("3.54", "未变"),
        ("3.55", "+0.28%"),
        ("3.5449", "舍入内未变"),
        ("3.548", "+0.23%"),
    ],
)
def test_what_both_printings_can_be_is_no_revision(later: str, text: str) -> None:
    assert revisions(quantity(said(2020, 2020, "3.54"), said(2021, 2020, later)))[0].change.text == text


def test_percentages_move_by_points_counts_by_units_and_nothing_has_no_per_cent() -> None:
    assert change_between(Decimal("3.04"), Decimal("3.15"), "%").text == "+0.11个百分点"
    assert change_between(Decimal(9), Decimal(8), "个").text == "-1个"
    assert change_between(Decimal(0), Decimal(8), "万人") is None
    assert change_between(Decimal(3), Decimal("3.001"), "%").text == "0.00个百分点"


def test_a_bound_neither_revises_nor_is_revised_and_is_shown_as_such() -> None:
    one = quantity(said(2020, 2021, "4.2", forecast=True), said(2022, 2021, "4", relation=">"))
    assert revisions(one) == []
    (line,) = year_lines(one, ())
    assert line.stated == (Cell("4.2E", "forecast"), Cell("超过4", "bound"))


def test_missing_figures_are_said_to_be_missing_and_never_filled() -> None:
    one = quantity(said(2020, 2019, "3.41"), said(2023, 2023, "4.69", forecast=True))
    first, last = year_lines(one, ())
    assert [cell.text for cell in first.stated] == ["3.41", "未见"]
    assert [cell.text for cell in last.stated] == ["—", "4.69E"]


def test_other_printings_and_derivations_are_noted() -> None:
    one = quantity(
        said(2022, 2022, "0.062", forecast=True, others=("0.057",)),
        said(2022, 2020, "0.05", implied="甲÷乙", relation="~"),
    )
    derived, printed = year_lines(one, ())
    assert derived.stated[0].kind == "implied" and derived.notes == ("2022年版2020年的数由该版推得：甲÷乙",)
    assert printed.notes == ("2022年版2022年的数另处印作0.057",)


def test_own_figures_stand_beside_with_the_decimals_of_the_printed_ones() -> None:
    one = quantity(said(2022, 2021, "4.10"), o2022=own({2021: 40959.37, 2022: 44602.6}))
    first, last = year_lines(one, [2021, 2022])
    assert [cell.text for cell in first.own] == ["未测算", "4.10"] and first.difference == "-0.10%"
    assert [cell.text for cell in last.own] == ["未测算", "4.46E"] and last.difference == ""
    assert last.stated[0].text == "未见"


def test_the_own_figure_is_compared_with_the_last_that_is_no_forecast() -> None:
    one = quantity(
        said(2020, 2021, "4.00"), said(2021, 2021, "5.00", forecast=True), o2022=own({2021: 41000.0})
    )
    assert own_against_published(one, 2022, 2021).text == "+2.50%"
    assert own_against_published(one, 2022, 2020) is None
    only = quantity(said(2021, 2021, "5.00", forecast=True), o2022=own({2021: 41000.0}))
    assert own_against_published(only, 2022, 2021).text == "-18.00%"


def test_the_real_files() -> None:
    found = collected(CONTENT / "published", VOCABULARY, {})
    assert (found[0].metric, found[0].scope) == KEY
    lines = {
        (one.quantity, one.year): one for one in revision_lines(r for one in found for r in revisions(one))
    }
    assert lines["渗透产业增加值", 2022].change == "+1.27%"  # 3.20 / 3.16 - 1
    total = lines["全国增加值", 2020]  # 4.10 / 1.1453 = 3.58; 3.58 / 3.78 - 1
    assert (total.later, total.change) == ("2022年版推得约3.58万亿元", "-5.29%")
    assert {one.kind for one in lines.values()} == {"预测误差"}
    text = summary(found)
    assert text.startswith("16 个指标，2020、2022、2023、2024 年版共印出 ")
    assert "预测误差 4 处：" in text and text.endswith("修订：\n  没有同一年印过两次的数")
