"""Levels and rates over the years: negative values, thin parts, several charts side by side."""

from __future__ import annotations

import pytest

from reportgen.charts.canvas import Canvas, Rectangle
from reportgen.charts.check import check_text
from reportgen.charts.fonts import load_fonts
from reportgen.charts.format import 万亿元, 百分比
from reportgen.charts.series import Series
from reportgen.charts.style import SERIES, ZERO, tint
from reportgen.charts.timeline import Timeline, draw_timelines
from reportgen.errors import FigureError
from reportgen.facts.reader import Reader
from tests.charts.made_up import FONTS, facts_of

BOTH = ("直接产业", "渗透产业")


def drawn(reader: Reader, names: tuple[str, ...] = BOTH, headings: tuple[str, ...] = ("",)) -> Canvas:
    canvas = Canvas(load_fonts(FONTS))
    levels = [Series.yearly(reader, f"增加值.{name}", 万亿元) for name in names]
    rates = [Series.after_first(reader, f"名义增速.{name}", 百分比) for name in names]
    total = Series.yearly(reader, "增加值.全国", 万亿元) if len(names) > 1 else levels[0]
    timelines = [Timeline(levels, total, rates, heading) for heading in headings]
    draw_timelines(canvas, reader.calendar, timelines)
    check_text(canvas)
    return canvas


def bars(canvas: Canvas, colour: str) -> list[Rectangle]:
    return [mark for mark in canvas.marks if isinstance(mark, Rectangle) and mark.fill == colour]


def text_of(canvas: Canvas, content: str) -> list:
    return [text for text in canvas.texts if text.content == content]


def test_height_is_a_multiple_of_the_baseline_and_bars_start_at_the_text_edge() -> None:
    canvas = drawn(facts_of())
    assert canvas.height % 18 == 0
    assert min(bar.box.left for bar in bars(canvas, SERIES["direct"])) == pytest.approx(ZERO)


def test_bar_heights_are_in_proportion_to_the_values() -> None:
    reader = facts_of()
    canvas = drawn(reader, ("直接产业",))
    solid = bars(canvas, SERIES["direct"])
    values = [reading.value for reading in reader.series("增加值.直接产业")[:-1]]
    ratios = [bar.box.height / value for bar, value in zip(solid, values, strict=True)]
    assert ratios == pytest.approx([ratios[0]] * len(values))


def test_only_the_forecast_year_is_tinted_and_carries_e() -> None:
    canvas = drawn(facts_of())
    assert len(bars(canvas, SERIES["direct"])) == 5
    assert len(bars(canvas, tint(SERIES["direct"]))) == 1
    assert len(text_of(canvas, "2022E")) == 1 and not text_of(canvas, "2022")


def test_first_year_has_no_growth() -> None:
    (dash,) = text_of(drawn(facts_of()), "—")
    assert dash.x == pytest.approx(text_of(drawn(facts_of()), "2017")[0].x)


def test_negative_levels_hang_from_the_zero_line_with_their_labels_below() -> None:
    reader = facts_of({"direct": (-702.0, 801.0, 911.0, -1006.0, 1167.0, -1295.0)})
    canvas = drawn(reader, ("直接产业",))
    first, second, *_ = bars(canvas, SERIES["direct"])
    assert first.box.top == pytest.approx(second.box.bottom)
    (label,) = text_of(canvas, "-0.07")
    assert label.box.top > first.box.bottom


def test_thin_parts_have_their_values_beside_the_bar_and_names_make_room() -> None:
    reader = facts_of({"direct": (7021.3, 312.6, 115.4, 81.0, 1678.2, 500.0)})
    canvas = drawn(reader)
    beside = text_of(canvas, "0.05")[0]
    names = text_of(canvas, "直接产业")
    assert all(name.box.left > beside.box.right for name in names)


def test_charts_side_by_side_share_their_scale() -> None:
    reader = facts_of()
    canvas = drawn(reader, ("第二产业",), ("(a)左", "(b)右"))
    heights = [bar.box.height for bar in bars(canvas, SERIES["industry.secondary"])]
    assert heights[:5] == pytest.approx(heights[5:])
    assert [text.y for text in (*text_of(canvas, "(a)左"), *text_of(canvas, "(b)右"))] == [10, 10]


def test_three_lines_in_one_panel_are_refused() -> None:
    with pytest.raises(FigureError, match="最多画两条线"):
        drawn(facts_of(), ("第一产业", "第二产业", "第三产业"))


def test_lines_that_meet_keep_their_labels_apart() -> None:
    drawn(facts_of(growth={"direct": (9.5,) * 5, "indirect": (9.5,) * 5}))
    drawn(facts_of(growth={"direct": (0.3, -0.2, 0.1, 0.0, -0.1), "indirect": (0.1, 0.2, -0.3, 9.0, 0.4)}))
