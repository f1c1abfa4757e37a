"""The forecast hatch ends exactly at the edge of its box."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas, Rectangle, Strokes
from reportgen.charts.fonts import load_fonts
from reportgen.charts.hatch import draw_bar, hatch_lines
from reportgen.charts.style import tint
from tests.charts.made_up import FONTS

SIDES = st.floats(0.5, 200)


@given(SIDES, SIDES)
def test_lines_rise_at_45_degrees_and_end_on_the_edge(width: float, height: float) -> None:
    box = Box(10, 20, 10 + width, 20 + height)
    for (right, high), (left, low) in hatch_lines(box):
        assert right - left == pytest.approx(low - high, abs=1e-9)
        assert high == pytest.approx(20) or right == pytest.approx(10 + width)
        assert low == pytest.approx(20 + height) or left == pytest.approx(10)
        assert box.left - 1e-9 <= left and right <= box.right + 1e-9


def test_lines_are_the_pitch_apart() -> None:
    lines = hatch_lines(Box(0, 0, 40, 40), pitch=3)
    sums = [x + y for (x, y), _ in lines]
    assert all(b - a == pytest.approx(3 * 2**0.5) for a, b in pairwise(sums))


def test_a_forecast_is_tinted_hatched_and_outlined() -> None:
    canvas = Canvas(load_fonts(FONTS))
    draw_bar(canvas, Box(0, 0, 30, 60), "#1A5B99", forecast=True)
    ground, hatch, outline = canvas.marks
    assert isinstance(ground, Rectangle) and ground.fill == tint("#1A5B99")
    assert isinstance(hatch, Strokes) and hatch.colour == "#1A5B99"
    assert isinstance(outline, Rectangle) and (outline.fill, outline.outline) == (None, "#1A5B99")


def test_an_actual_value_is_solid() -> None:
    canvas = Canvas(load_fonts(FONTS))
    draw_bar(canvas, Box(0, 0, 30, 60), "#1A5B99", forecast=False)
    assert canvas.marks == [Rectangle(Box(0, 0, 30, 60), "#1A5B99")]
