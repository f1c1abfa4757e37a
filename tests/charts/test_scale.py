"""Scales: bars keep zero in view, lines keep small moves small."""

from __future__ import annotations

import pytest

from reportgen.charts.scale import Scale, range_from_zero, range_of_change


def test_scale_maps_both_ends_and_the_middle() -> None:
    scale = Scale(0, 20, 200, 100)
    assert [scale(0), scale(10), scale(20), scale(-2)] == [200, 150, 100, 210]


@pytest.mark.parametrize(
    ("values", "expected"),
    [([3, 5], (0, 5)), ([-3, -5], (-5, 0)), ([-1, 4], (-1, 4)), ([0, 0], (0, 1)), ([], (0, 1))],
)
def test_bars_start_from_zero(values: list[float], expected: tuple[float, float]) -> None:
    assert range_from_zero(values) == expected


def test_a_flat_line_is_not_blown_up() -> None:
    low, high = range_of_change([3.58, 3.60])
    assert high - low == pytest.approx(0.36)
    assert (low + high) / 2 == pytest.approx(3.59)


def test_a_moving_line_fills_its_panel() -> None:
    assert range_of_change([2.8, 3.6]) == (2.8, 3.6)
    low, high = range_of_change([0, 0])
    assert low < high
