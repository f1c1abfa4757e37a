"""The chart of one quantity in several editions, and labels that touch nothing."""

from __future__ import annotations

import pytest

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas, Dot, Strokes
from reportgen.charts.check import check_text
from reportgen.charts.edition_marks import PUBLISHED, EditionLine, EditionMark, draw_editions
from reportgen.charts.fonts import load_fonts
from reportgen.charts.marked_labels import label_mark
from reportgen.charts.style import BELOW, PAPER, RULE, tint
from reportgen.charts.variant import VARIANTS
from tests.charts.made_up import FONTS

OLD = EditionLine(
    "2020年版",
    (
        EditionMark(2018, 2.79, implied=True),
        EditionMark(2019, 3.41, "3.41"),
        EditionMark(2020, 3.78, "3.78", forecast=True),
    ),
)
NEW = EditionLine("2022年版", (EditionMark(2020, 3.58, implied=True), EditionMark(2021, 4.1, "4.10")))
LATE = EditionLine("2024年版", (EditionMark(2024, 5.01, "5.01"),))
OWN = [
    EditionLine("本书2021年版", (EditionMark(2019, 3.17), EditionMark(2020, 3.58)), own=True),
    EditionLine("本书2022年版", (EditionMark(2020, 3.58), EditionMark(2022, 4.46, forecast=True)), own=True),
]


@pytest.fixture(params=list(VARIANTS))
def canvas(request: pytest.FixtureRequest) -> Canvas:
    return Canvas(load_fonts(FONTS), VARIANTS[request.param])


def dots(canvas: Canvas) -> list[Dot]:
    return [mark for mark in canvas.marks if isinstance(mark, Dot)]


def test_forecasts_are_hollow_implied_ones_small_and_own_ones_of_another_colour(canvas: Canvas) -> None:
    draw_editions(canvas, [OLD, NEW, LATE, *OWN], "万亿元")
    check_text(canvas)
    found = dots(canvas)
    assert len(found) == 10
    implied, printed, forecast = found[:3]
    assert implied.radius < printed.radius == forecast.radius
    assert (printed.fill, forecast.fill, forecast.outline) == (PUBLISHED[-3], PAPER, PUBLISHED[-3])
    assert {dot.outline for dot in found[6:]} == {BELOW}
    assert [dot.fill for dot in found[6:]] == [tint(BELOW), tint(BELOW), BELOW, PAPER]
    assert {"3.41", "4.10", "5.01", "2023", "万亿元", "本书2021年版"} <= {
        text.content for text in canvas.texts
    }


def test_marks_of_one_year_do_not_cover_each_other_and_rise_with_the_value(canvas: Canvas) -> None:
    draw_editions(canvas, [OLD, NEW, LATE, *OWN], "万亿元")
    found = dots(canvas)
    apart = [abs(one.x - other.x) for at, one in enumerate(found) for other in found[:at]]
    assert min(apart) >= 4
    assert found[1].y > found[2].y > found[5].y


def test_only_neighbouring_years_are_connected(canvas: Canvas) -> None:
    draw_editions(canvas, [NEW, OWN[1], LATE], "万亿元")
    drawn = [m for m in canvas.marks if isinstance(m, Strokes) and m.colour in (BELOW, *PUBLISHED)]
    assert [len(mark.lines) for mark in drawn] == [1]


def test_more_editions_than_shades_share_the_lightest(canvas: Canvas) -> None:
    lines = [
        EditionLine(f"{year}年版", (EditionMark(year, 3.0 + year / 9999),)) for year in range(2015, 2022)
    ]
    draw_editions(canvas, lines, "万亿元")
    assert [dot.fill for dot in dots(canvas)] == [PUBLISHED[0]] * 3 + list(PUBLISHED[1:])


def test_a_label_finds_a_free_place_or_is_left_out(canvas: Canvas) -> None:
    canvas.rows = 20
    room = Box(0, 0, canvas.width, 100)
    assert label_mark(canvas, 50, 50, "一", 8, room, 2)
    assert canvas.texts[0].box.bottom < 50
    assert label_mark(canvas, 50, 50, "二", 8, room, 2)
    assert canvas.texts[1].box.top > 50
    canvas.line(((55, 0), (55, 100)), RULE, 0.6)
    canvas.line(((45, 0), (45, 100)), RULE, 0.6)
    assert not label_mark(canvas, 50, 50, "三三", 8, room, 2)
    assert not label_mark(canvas, 200, 50, "四", 8, Box(198, 48, 202, 52), 2)
    check_text(canvas)
