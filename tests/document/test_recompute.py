import pytest

from reportgen.document.recompute import ratio_of
from reportgen.facts.address import Address
from reportgen.facts.fact import Fact, FactTable
from reportgen.facts.status import Status
from tests.text.facts import CALENDAR, VOCABULARY

VALUES = {
    "增加值.全国[2017]": 100.0,
    "增加值.全国[2020]": 160.0,
    "增加值.全国[2021]": 200.0,
    "增加值.直接产业[2021]": 50.0,
    "增加值.平台[2021]": 20.0,
    "生产总值.全国[2021]": 4000.0,
    "名义增速.全国[2021]": 25.0,
    "累计增幅.全国[2017-2021]": 100.0,
    "占GDP比重.全国[2021]": 5.0,
    "占直接产业比重.平台[2021]": 40.0,
    "占总量比重.直接产业[2021]": 26.0,
    "名义增速.平台[2021]": 3.0,
}
FACTS = FactTable(
    [Fact(VOCABULARY.parse(text, CALENDAR), value, "%", Status.测算, text) for text, value in VALUES.items()],
    VOCABULARY,
)


def ratio(text):
    found = ratio_of(VOCABULARY.parse(text, CALENDAR), FACTS)
    return found and (VOCABULARY.chinese(found.top), VOCABULARY.chinese(found.bottom), found.growth)


@pytest.mark.parametrize(
    ("address", "top", "bottom", "growth"),
    [
        ("名义增速.全国[2021]", "增加值.全国[2021]", "增加值.全国[2020]", True),
        ("累计增幅.全国[2017-2021]", "增加值.全国[2021]", "增加值.全国[2017]", True),
        ("占GDP比重.全国[2021]", "增加值.全国[2021]", "生产总值.全国[2021]", False),
        ("占直接产业比重.平台[2021]", "增加值.平台[2021]", "增加值.直接产业[2021]", False),
    ],
)
def test_growth_rates_and_shares_are_ratios(address, top, bottom, growth):
    assert ratio(address) == (top, bottom, growth)


def test_a_ratio_that_gives_another_number_is_none():
    assert ratio("占总量比重.直接产业[2021]") is None


def test_without_its_parts_there_is_no_ratio():
    assert ratio("名义增速.平台[2021]") is None


def test_a_level_is_no_ratio():
    assert ratio_of(Address("value_added", "national", (2021,)), FACTS) is None
