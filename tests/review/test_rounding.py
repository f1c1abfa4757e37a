from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.review.rounding import (
    convert,
    convertible,
    intervals_overlap,
    own_half_step,
    round_half_up,
    unit_of_last_place,
)

D = Decimal


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [
        ("4.095", 2, "4.10"),
        ("4.0949999", 2, "4.09"),
        ("4.1049999", 2, "4.10"),
        ("4.105", 2, "4.11"),
        ("0.5", 0, "1"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("-1.005", 2, "-1.01"),
        ("-1.0049", 2, "-1.00"),
    ],
)
def test_half_goes_away_from_zero(value, decimals, rounded):
    assert str(round_half_up(D(value), decimals)) == rounded


def test_the_largest_float_rounds_too():
    assert round_half_up(D(repr(1.7e308)), 2) == D("1.7e308")


def test_units_convert_exactly():
    assert convert(D("40955.5"), "亿元", "万亿元") == D("4.09555")
    assert convert(D("4.10"), "万亿元", "亿元") == D("41000")
    assert convert(D("21860000"), "人", "万人") == D("2186")
    assert convert(D("0.0358"), "1", "%") == D("3.58")


def test_units_of_other_dimensions_do_not_convert():
    assert not convertible("万人", "亿元")
    assert not convertible("倍", "%")
    assert not convertible("吨", "吨")


def test_own_half_step_is_half_the_second_decimal_of_the_fact():
    assert own_half_step("亿元", "万亿元", 2) == D("0.0000005")
    assert own_half_step("%", "%", 0) == D("0.005")


def test_own_half_step_is_never_wider_than_the_stated_one():
    assert own_half_step("%", "%", 4) == D("0.00005")


@pytest.mark.parametrize(
    ("stated", "computed", "meets"),
    [
        ("4.10", "4.095", True),
        ("4.10", "4.0949999", True),
        ("4.10", "4.0949994", False),
        ("4.10", "4.1049999", True),
        ("4.10", "4.105", True),
        ("4.10", "4.1050005", False),
        ("-4.10", "-4.1049999", True),
        ("-4.10", "-4.1050005", False),
        ("-4.10", "-4.0949999", True),
        ("-4.10", "-4.0949994", False),
    ],
)
def test_edges_of_the_interval_in_units_of_another_size(stated, computed, meets):
    assert intervals_overlap(D(stated), 2, D(computed), D("0.0000005")) is meets


decimals = st.integers(0, 4)
scaled = st.integers(-(10**8), 10**8)


@given(scaled, decimals, st.integers(-499, 499))
def test_a_value_inside_the_interval_rounds_to_the_stated_digits(digits, places, thousandths):
    unit = unit_of_last_place(places)
    stated = digits * unit
    assert round_half_up(stated + unit * thousandths / 1000, places) == stated
