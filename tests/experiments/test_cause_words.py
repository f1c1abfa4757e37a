"""Causes in words: signs, decimals, errors, and what is too small to be shown."""

from __future__ import annotations

from fractions import Fraction

import pytest

from reportgen.experiments.cause_headlines import Headline
from reportgen.experiments.cause_words import (
    amount_text,
    is_changed,
    level_text,
    order_note,
    part_text,
    shown_parts,
)
from reportgen.experiments.causes import HeadlineCauses, Part
from reportgen.experiments.swaps import Cause
from reportgen.facts.address import Address

PLACE = Address("value_added", "national", (2021,))


def made(*amounts: float, before: float = 4.1, orders: int = 0, error: float = 0.0) -> HeadlineCauses:
    parts = tuple(Part("系数", Cause.系数, Fraction(amount), error) for amount in amounts)
    after = Fraction(before) + sum(Fraction(amount) for amount in amounts)
    headline = Headline("增加值.全国[本年]", "万亿元", power=4)
    return HeadlineCauses(headline, PLACE, PLACE, Fraction(before), after, parts, orders)


@pytest.mark.parametrize(
    ("amount", "text"), [(0.0329, "+0.033"), (-0.0329, "-0.033"), (-0.0001, "+0.000"), (0, "+0.000")]
)
def test_amounts_have_a_sign_and_one_decimal_more(amount: float, text: str) -> None:
    assert amount_text(Fraction(amount), made(amount)) == text


def test_a_sampled_part_tells_its_error() -> None:
    found = made(0.03, orders=60, error=0.002)
    assert part_text(found.parts[0], found) == "+0.030（±0.002）"
    assert part_text(made(0.03).parts[0], made(0.03)) == "+0.030"
    assert "60 种先后次序" in order_note(found) and "全部先后次序" in order_note(made(0.03))


def test_levels_print_as_in_the_paper() -> None:
    assert level_text(Fraction(41, 10), made(0.0)) == "4.10"


def test_what_cannot_be_seen_is_not_a_change() -> None:
    assert not is_changed(made()) and not is_changed(made(0.0, 0.0))
    assert is_changed(made(0.0006, -0.0006)) and is_changed(made(0.01))
    hidden = made(0.00001)
    unseen = HeadlineCauses(
        hidden.headline, PLACE, PLACE, hidden.before, hidden.before, hidden.parts, hidden.orders
    )
    assert not is_changed(unseen)
    assert len(shown_parts(made(0.01, 1e-15))) == 1
