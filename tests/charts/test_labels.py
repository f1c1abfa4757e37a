"""Labels get out of each other's way."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reportgen.charts.canvas import Canvas
from reportgen.charts.fonts import load_fonts
from reportgen.charts.labels import draw_clear, fitting_size, spread, wrap
from tests.charts.made_up import FONTS


@given(st.lists(st.floats(0, 100), min_size=1, max_size=8))
def test_spread_keeps_order_distance_and_bounds(positions: list[float]) -> None:
    placed = spread(positions, 10, 0, 100)
    ranked = [place for _, place in sorted(zip(positions, placed, strict=True))]
    assert all(after - before >= 10 - 1e-9 for before, after in pairwise(ranked))
    assert min(placed) >= -1e-9 and max(placed) <= 100 + 1e-9


def test_spread_leaves_positions_that_are_apart() -> None:
    assert spread([50, 10, 30], 10, 0, 100) == [50, 10, 30]


def test_spread_moves_back_from_the_lower_edge() -> None:
    assert spread([98, 99], 10, 0, 100) == [90, 100]


def test_wrap_breaks_by_width_and_loses_nothing() -> None:
    fonts = load_fonts(FONTS)
    lines = wrap(fonts, "提供工业互联网产品与服务的部门", 48)
    assert "".join(lines) == "提供工业互联网产品与服务的部门"
    assert all(fonts.width(line, 8) <= 48 for line in lines)
    assert wrap(fonts, "国", 1) == ["国"]


def test_fitting_size_takes_the_largest_that_fits() -> None:
    fonts = load_fonts(FONTS)
    assert fitting_size(fonts, ["12.34"], 40) == 8
    assert fitting_size(fonts, ["12.34"], fonts.width("12.34", 7.6)) == 7.5
    assert fitting_size(fonts, ["12.34"], 1) == 7


def test_a_label_moves_until_it_is_free() -> None:
    canvas = Canvas(load_fonts(FONTS))
    first = draw_clear(canvas, 100, 50, "12345.67", 8, -1)
    second = draw_clear(canvas, 110, 50, "12345.67", 8, -1)
    third = draw_clear(canvas, 200, 50, "12345.67", 8, -1)
    assert not first.overlaps(second) and second.bottom < first.top
    assert third.top == first.top
