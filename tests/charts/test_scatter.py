"""Computed against published: both scales alike, the line of equality, names where there is room."""

from __future__ import annotations

import pytest

from reportgen.charts.canvas import Canvas, Dot, Strokes
from reportgen.charts.check import check_text
from reportgen.charts.fonts import load_fonts
from reportgen.charts.legend import Entry
from reportgen.charts.scatter import ScatterPoint, draw_scatter
from reportgen.charts.style import NOT_BELOW, RANKED, RULE
from reportgen.charts.variant import VARIANTS
from tests.charts.made_up import FONTS

LEGEND = [Entry(RANKED, "一致"), Entry(NOT_BELOW, "偏差")]
AXES = ("已公布，亿元", "测算，亿元")


@pytest.fixture(params=list(VARIANTS))
def canvas(request: pytest.FixtureRequest) -> Canvas:
    return Canvas(load_fonts(FONTS), VARIANTS[request.param])


def test_equal_values_stand_on_the_line(canvas: Canvas) -> None:
    points = [ScatterPoint(30, 30, "", RANKED), ScatterPoint(4000, 4000, "", RANKED)]
    draw_scatter(canvas, points, LEGEND, AXES)
    check_text(canvas)
    (start, end) = next(m.lines[0] for m in canvas.marks if isinstance(m, Strokes) and m.colour == RULE)
    assert end[0] - start[0] == pytest.approx(start[1] - end[1])
    for dot in (mark for mark in canvas.marks if isinstance(mark, Dot)):
        assert dot.x - start[0] == pytest.approx(start[1] - dot.y)
    assert [text.content for text in canvas.texts if text.content in ("10", "10000")].count("10") == 2


def test_more_than_published_stands_above_the_line_and_is_named(canvas: Canvas) -> None:
    points = [ScatterPoint(100, 100, "", RANKED), ScatterPoint(100, 300, "P1", NOT_BELOW)]
    draw_scatter(canvas, points, LEGEND, AXES)
    check_text(canvas)
    same, more = (mark for mark in canvas.marks if isinstance(mark, Dot))
    assert more.x == same.x and more.y < same.y
    assert "P1" in [text.content for text in canvas.texts]


def test_crowded_names_give_way_to_those_farther_off(canvas: Canvas) -> None:
    points = [ScatterPoint(100 + at / 50, 300 + at, f"P{at}", NOT_BELOW) for at in range(40)]
    draw_scatter(canvas, points, LEGEND, AXES)
    check_text(canvas)
    named = [text.content for text in canvas.texts if text.content.startswith("P")]
    assert named[0] == "P39" and len(named) < 40


def test_a_single_value_has_a_scale(canvas: Canvas) -> None:
    draw_scatter(canvas, [ScatterPoint(10, 10, "", RANKED)], LEGEND, AXES)
    check_text(canvas)
