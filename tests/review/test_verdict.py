from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.review.rounding import unit_of_last_place
from reportgen.review.verdict import Verdict, verdict_of

D = Decimal
一致, 舍入内一致, 偏差 = Verdict.一致, Verdict.舍入内一致, Verdict.偏差


def judge(relation, stated, computed, unit="%", fact_unit=None):
    places = len(stated.partition(".")[2])
    return verdict_of(relation, D(stated), places, unit, D(computed), fact_unit or unit)


@pytest.mark.parametrize(
    ("stated", "computed", "verdict"),
    [
        ("4.10", "4.095", 一致),
        ("4.10", "4.1049999", 一致),
        ("4.10", "4.105", 舍入内一致),
        ("4.10", "4.0949999", 舍入内一致),
        ("4.10", "4.1050005", 偏差),
        ("4.10", "4.09", 偏差),
        ("-0.35", "-0.354", 一致),
        ("-0.35", "-0.345", 一致),
        ("-0.35", "0.35", 偏差),
    ],
)
def test_equal_in_headline_units(stated, computed, verdict):
    assert judge("=", stated, computed, "万亿元", "亿元") is verdict


@pytest.mark.parametrize(
    ("computed", "verdict"),
    [
        ("218.5951", 一致),
        ("218.6051", 舍入内一致),
        ("218.6099", 舍入内一致),
        ("218.61", 偏差),
        ("218.59", 偏差),
    ],
)
def test_a_sum_of_printed_parts_may_miss_the_last_digit(computed, verdict):
    assert judge("=", "218.60", computed, "万人") is verdict


@pytest.mark.parametrize(
    ("computed", "verdict"), [("39.4999", 一致), ("39.5049", 舍入内一致), ("39.51", 偏差), ("39.9", 偏差)]
)
def test_whole_per_cent_is_not_widened_by_a_point(computed, verdict):
    assert judge("=", "39", computed) is verdict


@pytest.mark.parametrize(
    ("relation", "computed", "verdict"),
    [
        (">", "4.0001", 舍入内一致),
        (">", "4", 偏差),
        (">", "3.9999", 偏差),
        (">=", "4", 舍入内一致),
        (">=", "3.9999", 偏差),
        ("<=", "4", 舍入内一致),
        ("<=", "4.0001", 偏差),
    ],
)
def test_a_bound_is_held_by_the_unrounded_value(relation, computed, verdict):
    assert judge(relation, "4", computed) is verdict


@pytest.mark.parametrize(
    ("stated", "computed", "verdict"),
    [
        ("8.67", "8.674", 一致),
        ("8.67", "8.68", 舍入内一致),
        ("8.67", "8.6801", 偏差),
        ("100", "101", 舍入内一致),
        ("100", "102", 偏差),
        ("1", "1.4", 一致),
        ("1", "1.6", 偏差),
        ("1", "0.4", 偏差),
    ],
)
def test_about_allows_one_unit_but_no_more_than_a_tenth(stated, computed, verdict):
    assert judge("~", stated, computed) is verdict


@pytest.mark.parametrize("unit", ["位", "个"])
def test_positions_and_counts_are_exact(unit):
    assert judge("=", "13", "13.0", unit) is 一致
    assert judge("=", "13", "13.2", unit) is 偏差
    assert judge("=", "13", "12", unit) is 偏差


@given(
    st.integers(-(10**7), 10**7),
    st.integers(0, 4),
    st.integers(-499, 499),
    st.sampled_from(["=", "~"]),
    st.sampled_from([("%", "%"), ("万人", "万人"), ("万亿元", "亿元"), ("倍", "倍")]),
)
def test_a_value_inside_the_interval_is_never_a_deviation(digits, places, thousandths, relation, units):
    step = unit_of_last_place(places)
    stated = digits * step
    computed = stated + step * thousandths / 1000
    assert verdict_of(relation, stated, places, units[0], computed, units[1]) is 一致


@given(st.integers(-(10**7), 10**7), st.integers(0, 3), st.integers(1000, 10**6), st.sampled_from([-1, 1]))
def test_a_whole_unit_of_the_last_place_away_is_always_a_deviation(digits, places, thousandths, side):
    step = unit_of_last_place(places)
    stated = digits * step
    computed = stated + side * step * thousandths / 1000
    assert verdict_of("=", stated, places, "%", computed, "%") is 偏差
