"""A line through a text, or a dot on it, is found; what is hidden behind a filled box is not."""

from __future__ import annotations

import pytest

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas
from reportgen.charts.check import check_text
from reportgen.charts.crossing import struck_texts
from reportgen.charts.fonts import load_fonts
from reportgen.errors import FigureError
from tests.charts.made_up import FONTS


@pytest.fixture
def canvas() -> Canvas:
    sheet = Canvas(load_fonts(FONTS))
    sheet.rows = 4
    return sheet


@pytest.mark.parametrize(
    "line", [((90.0, 26.0), (200.0, 26.0)), ((110.0, 0.0), (110.0, 60.0)), ((90.0, 40.0), (140.0, 12.0))]
)
def test_a_line_through_a_text_stops_the_figure(canvas: Canvas, line: tuple) -> None:
    canvas.text(100, 30, "第一产业")
    canvas.line(line, "#000000", 0.5)
    with pytest.raises(FigureError, match="“第一产业”被线或点压住"):
        check_text(canvas)


def test_a_dot_on_a_text_is_found(canvas: Canvas) -> None:
    canvas.text(100, 30, "12.34")
    canvas.dot(105, 27, "#000000", "#000000")
    assert [text.content for text in struck_texts(canvas)] == ["12.34"]


def test_lines_beside_a_text_are_fine(canvas: Canvas) -> None:
    box = canvas.text(100, 30, "12.34")
    canvas.line(((0, box.bottom + 0.2), (400, box.bottom + 0.2)), "#000000", 0.5)
    canvas.line(((box.right + 1, 0), (box.right + 1, 60)), "#000000", 0.5)
    canvas.line(((0, 0), (95, 60)), "#000000", 0.5)
    assert struck_texts(canvas) == []


def test_a_filled_box_between_keeps_a_line_off(canvas: Canvas) -> None:
    canvas.line(((0, 27), (400, 27)), "#000000", 0.5)
    canvas.rectangle(Box(95, 15, 130, 40), fill="#FFFFFF")
    canvas.text(100, 30, "12.34")
    assert struck_texts(canvas) == []
    canvas.line(((0, 27), (400, 27)), "#000000", 0.5)
    assert len(struck_texts(canvas)) == 1
