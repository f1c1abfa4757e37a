from decimal import Decimal

import pytest

from reportgen.errors import ChapterError
from reportgen.text.degrees import pace
from tests.text.facts import reader, sentence


@pytest.mark.parametrize(
    ("difference", "words"),
    [
        ("5.90", "明显加快"),
        ("3.00", "明显加快"),
        ("2.99", "有所加快"),
        ("1.00", "有所加快"),
        ("0.99", "略有加快"),
        ("0.10", "略有加快"),
        ("0.09", "基本持平"),
        ("0.00", "基本持平"),
        ("-0.09", "基本持平"),
        ("-0.10", "略有放缓"),
        ("-1.00", "有所放缓"),
        ("-5.90", "明显放缓"),
    ],
)
def test_each_degree_begins_at_its_threshold(difference, words):
    assert pace(Decimal(difference)) == words


GROWTH = '数["名义增速.全国[本年]"]'
BUILDING = '数["名义增速.建筑业[本年]"]'


@pytest.mark.parametrize(
    ("growth", "words"),
    [(14.525, "明显加快"), (0.1041, "略有加快"), (0.0989, "基本持平"), (-2.1, "有所放缓")],
)
def test_the_difference_counts_as_it_would_be_printed(tmp_path, growth, words):
    facts = reader(**{"名义增速.全国[2021]": growth})
    assert sentence(tmp_path, f"增速{{{{ {GROWTH} | 快慢({BUILDING}) }}}}。", facts) == f"增速{words}。"
    assert {use.address.scope for use in facts.uses if use.printed == words} == {
        "national",
        "sector.construction",
    }


def test_only_rates_have_a_pace(tmp_path):
    with pytest.raises(ChapterError, match="“快慢”不能用于单位为“亿元”的数"):
        sentence(tmp_path, f'{{{{ 数["增加值.全国[本年]"] | 快慢({GROWTH}) }}}}')
