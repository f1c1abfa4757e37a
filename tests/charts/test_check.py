"""The check of text boxes fails when it should, and only then."""

from __future__ import annotations

import pytest

from reportgen.charts.canvas import Canvas
from reportgen.charts.check import check_text, problems_of
from reportgen.charts.fonts import load_fonts
from reportgen.errors import FigureError
from tests.charts.made_up import FONTS


@pytest.fixture
def canvas() -> Canvas:
    sheet = Canvas(load_fonts(FONTS))
    sheet.rows = 4
    return sheet


def test_text_that_keeps_apart_passes(canvas: Canvas) -> None:
    canvas.text(100, 30, "第一产业")
    canvas.text(100, 41, "第二产业")
    canvas.text(canvas.width, 30, "右端", align="right")
    check_text(canvas)


def test_overlapping_text_fails(canvas: Canvas) -> None:
    canvas.text(100, 30, "第一产业")
    canvas.text(120, 33, "第二产业")
    with pytest.raises(FigureError, match="“第一产业”与“第二产业”重叠"):
        check_text(canvas)


def test_numbers_that_run_together_fail(canvas: Canvas) -> None:
    canvas.text(100, 30, "12.34")
    canvas.text(100 + canvas.fonts.width("12.34", 8), 30, "56.78")
    assert problems_of(canvas) == ["“12.34”与“56.78”重叠或相连"]


@pytest.mark.parametrize(
    ("x", "y", "align"), [(-2, 30, "left"), (470, 30, "left"), (100, 3, "left"), (100, 72, "left")]
)
def test_text_outside_the_sheet_fails(canvas: Canvas, x: float, y: float, align: str) -> None:
    canvas.text(x, y, "规模", align=align)
    with pytest.raises(FigureError, match="“规模”超出画面"):
        check_text(canvas)


def test_text_below_seven_points_fails(canvas: Canvas) -> None:
    canvas.text(100, 30, "小字", size=6.9)
    with pytest.raises(FigureError, match=r"“小字”只有 6\.9 磅"):
        check_text(canvas)


def test_many_problems_are_counted(canvas: Canvas) -> None:
    for _ in range(4):
        canvas.text(100, 30, "重叠")
    with pytest.raises(FigureError, match="等共 6 处"):
        check_text(canvas)
