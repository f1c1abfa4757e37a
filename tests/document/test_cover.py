import pytest

from reportgen.document.cover import cover_bars
from reportgen.facts.address import Address
from reportgen.facts.fact import Fact, FactTable
from reportgen.facts.reader import Reader
from reportgen.facts.status import Status
from tests.text.facts import CALENDAR, VOCABULARY


def provinces(values):
    facts = [
        Fact(Address("value_added", f"province.{name}", (year,)), float(value), "亿元",
             Status.预测 if year == 2022 else Status.测算, name)
        for name, levels in values.items()
        for year, value in zip(range(2017, 2023), levels, strict=True)
    ]  # fmt: skip
    return Reader(FactTable(facts, VOCABULARY), CALENDAR)


def test_the_bars_lead_from_total_to_total_province_by_province():
    bars = cover_bars(provinces({"beijing": [1, 2, 3, 4, 5, 6], "guangdong": [10, 13, 15, 18, 20, 25]}))
    assert [bar.value for bar in bars] == pytest.approx([11, 14, 15, 17, 18, 21, 22, 24, 25, 30, 31])
    assert [index for index, bar in enumerate(bars) if bar.marked] == [8]
    assert [index for index, bar in enumerate(bars) if bar.forecast] == [9, 10]


def test_no_provinces_no_bars():
    assert cover_bars(provinces({})) == ()
