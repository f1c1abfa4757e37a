"""Values that count as the same number: written with twelve digits, or computed on another processor."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis.strategies import floats

from reportgen.review.same_value import digits, same_value

NUMBERS = floats(-1e12, 1e12, allow_nan=False)
NOISE = floats(-3e-12, 3e-12)


@given(NUMBERS, NOISE)
@example(1.000000000005, 1e-15)
@example(-9.999999999995, -1e-12)
def test_writing_and_another_processor_change_no_number(value: float, noise: float) -> None:
    moved = value * (1 + noise)
    assert same_value(value, moved)
    assert same_value(float(digits(value)), moved)
    assert same_value(float(digits(value)), float(digits(moved)))


@given(NUMBERS.filter(lambda value: abs(value) > 20))
def test_a_difference_in_the_tenth_digit_is_seen(value: float) -> None:
    assert not same_value(value, value * (1 + 1e-10))
    assert not same_value(float(digits(value * (1 - 1e-10))), float(digits(value)))
    assert not same_value(value, -value)


@pytest.mark.parametrize(
    ("before", "now", "same"), [(0.0, 9e-10, True), (-1.2e-10, 1.2e-10, True), (0.0, 2e-9, False)]
)
def test_what_counts_as_nothing(before: float, now: float, same: bool) -> None:
    assert same_value(before, now) is same


def test_digits() -> None:
    shown = [digits(value) for value in (40983.2049999999999, -0.0, 1 / 3, 1e-7)]
    assert shown == ["40983.205", "0", "0.333333333333", "1e-07"]
