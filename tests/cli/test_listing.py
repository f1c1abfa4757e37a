"""The table of facts on a terminal: nothing is cut, brackets are not markup."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from reportgen.cli.listing import pasted, show
from reportgen.facts.address import Address
from reportgen.facts.fact import Fact
from reportgen.facts.status import Status


def fact(unit: str) -> Fact:
    return Fact(Address("value_added", "national", (2021,)), 1.0, unit, Status.测算, "增加值.全国[2021]")


@pytest.mark.parametrize(
    ("unit", "tail"),
    [("亿元", " | 亿元"), ("万人", " | 万人"), ("%", " | 百分比"), ("位", " | 排名"), ("倍", ""), ("1", "")],
)
def test_the_pasted_text_takes_the_filter_of_the_unit(unit: str, tail: str) -> None:
    assert pasted(fact(unit)) == '{{ 数["增加值.全国[2021]"]' + tail + " }}"


def test_the_pasted_text_of_a_context_fact_is_its_name() -> None:
    stations = Fact(Address("context", "5G基站数"), 220.0, "万个", Status.实际, "背景.5G基站数")
    assert pasted(stations) == '{{ 背景("5G基站数") }}'


def test_a_terminal_shows_addresses_with_their_years() -> None:
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=True, width=60, color_system=None)
    show(console, ("地址", "值"), [("增加值.全国[2021]", "1.5"), ("增加值.全国[bold]", "2")])
    assert "增加值.全国[2021]" in stream.getvalue()
    assert "增加值.全国[bold]" in stream.getvalue()
