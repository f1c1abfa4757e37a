import re

import pytest

from reportgen.document.recompute import recomputation
from reportgen.facts.address import Address
from reportgen.facts.fact import Fact, FactTable
from reportgen.facts.status import Status
from tests.text.facts import CALENDAR, VOCABULARY

VALUES = {
    "增加值.全国[2017]": 100.0,
    "增加值.全国[2020]": 160.0,
    "增加值.全国[2021]": 200.0,
    "增加值.直接产业[2021]": 50.0,
    "增加值.渗透产业[2021]": 150.0,
    "增加值.平台[2021]": 20.0,
    "生产总值.全国[2020]": 3600.0,
    "生产总值.全国[2021]": 4000.0,
    "名义增速.全国[2020]": 12.5,
    "名义增速.全国[2021]": 25.0,
    "增速提高倍数.全国[2020-2021]": 1.0,
    "累计增幅.全国[2017-2021]": 100.0,
    "年均复合增速.全国[2017-2021]": 100 * (2**0.25 - 1),
    "增加值增量.全国[2021]": 40.0,
    "对GDP增长贡献率.全国[2021]": 10.0,
    "占GDP比重.全国[2021]": 5.0,
    "占直接产业比重.平台[2021]": 40.0,
    "占总量比重.直接产业[2021]": 26.0,
    "渗透与直接之比.全国[2021]": 3.0,
    "名义增速.平台[2021]": 3.0,
    "带动就业.全国[2021]": 100.0,
    "带动就业.广东[2021]": 20.0,
    "带动就业.江苏[2021]": 10.0,
    "带动就业.北京[2021]": 3.0,
    "带动就业.山东[2021]": 15.0,
    "前三省占带动就业比重.各省[2021]": 45.0,
    "超千亿个数.各省[2021]": 3.0,
    "超千亿省份占比.各省[2021]": 75.0,
}
FACTS = FactTable(
    [Fact(VOCABULARY.parse(text, CALENDAR), value, "%", Status.测算, text) for text, value in VALUES.items()],
    VOCABULARY,
)


def written(text, facts=FACTS):
    """The arithmetic with the addresses in it."""
    found = recomputation(VOCABULARY.parse(text, CALENDAR), facts)
    return found and found.words.format(*map(VOCABULARY.chinese, found.operands))


CASES = {
    "名义增速.全国[2021]": "100*(增加值.全国[2021]/增加值.全国[2020]-1)",
    "累计增幅.全国[2017-2021]": "100*(增加值.全国[2021]/增加值.全国[2017]-1)",
    "年均复合增速.全国[2017-2021]": "100*((增加值.全国[2021]/增加值.全国[2017])^(1/4)-1)",
    "增速提高倍数.全国[2020-2021]": "名义增速.全国[2021]/名义增速.全国[2020]-1",
    "增加值增量.全国[2021]": "增加值.全国[2021]-增加值.全国[2020]",
    "对GDP增长贡献率.全国[2021]": "100*(增加值.全国[2021]-增加值.全国[2020])/(生产总值.全国[2021]-生产总值.全国[2020])",
    "占GDP比重.全国[2021]": "100*增加值.全国[2021]/生产总值.全国[2021]",
    "占直接产业比重.平台[2021]": "100*增加值.平台[2021]/增加值.直接产业[2021]",
    "渗透与直接之比.全国[2021]": "增加值.渗透产业[2021]/增加值.直接产业[2021]",
    "前三省占带动就业比重.各省[2021]": "100*(带动就业.广东[2021]+带动就业.山东[2021]+带动就业.江苏[2021])/带动就业.全国[2021]",
    "超千亿省份占比.各省[2021]": "100*超千亿个数.各省[2021]/4",
}


@pytest.mark.parametrize("address", CASES)
def test_what_a_fact_is_computed_from(address):
    assert written(address) == CASES[address]


@pytest.mark.parametrize("address", CASES)
def test_the_words_mean_what_is_computed(address):
    """The arithmetic, read by Python with the values in it, gives the fact."""
    found = recomputation(VOCABULARY.parse(address, CALENDAR), FACTS)
    text = found.words.format(*(FACTS.get(one).value for one in found.operands)).replace("^", "**")
    assert re.fullmatch(r"[\d.*/+()-]+", text)
    assert eval(text) == pytest.approx(VALUES[address]) == found.value


def test_arithmetic_that_gives_another_number_is_none():
    assert written("占总量比重.直接产业[2021]") is None


def test_without_its_operands_there_is_none():
    assert written("名义增速.平台[2021]") is None


def test_nothing_is_divided_by_nothing():
    facts = FactTable(
        [Fact(VOCABULARY.parse(text, CALENDAR), 0.0 if text.startswith("生产总值") else value, "%", Status.测算, text)
         for text, value in VALUES.items()],
        VOCABULARY,
    )  # fmt: skip
    assert written("占GDP比重.全国[2021]", facts) is None


def test_a_level_is_not_computed_again():
    assert recomputation(Address("value_added", "national", (2021,)), FACTS) is None
