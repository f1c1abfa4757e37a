"""The waterfall: bars where the amounts put them, every label clear, the same bytes for the same steps."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.charts.canvas import Canvas, Dot, Rectangle
from reportgen.charts.check import check_text
from reportgen.charts.fonts import load_fonts
from reportgen.charts.style import BELOW, NOT_BELOW, RANKED
from reportgen.charts.variant import VARIANTS
from reportgen.charts.waterfall import Level, Step, Waterfall, draw_waterfall, waterfall_svg
from reportgen.errors import FigureError
from tests.charts.made_up import FONTS

NAMES = (
    "统计数据修订：国内生产总值和三次产业增加值",
    "方法选择：（6）式的形式",
    "系数",
    "新增年份数据",
    "舍入",
)


def made(amounts: list[float], start: float = 4.1) -> Waterfall:
    """Steps with these amounts, the last one neutral."""
    steps = [
        Step(name, amount, f"{amount:+.4f}", neutral=name == "舍入")
        for name, amount in zip(NAMES[-len(amounts) :], amounts, strict=True)
    ]
    end = start + sum(amounts)
    before, after = Level("2022", start, f"{start:.2f}万亿元"), Level("2022:终值", end, f"{end:.2f}万亿元")
    return Waterfall(before, tuple(steps), after)


def drawn(waterfall: Waterfall, variant: str = "wide") -> Canvas:
    canvas = Canvas(load_fonts(FONTS), VARIANTS[variant])
    draw_waterfall(canvas, waterfall)
    return canvas


def bars(canvas: Canvas) -> list[Rectangle]:
    return [mark for mark in canvas.marks if isinstance(mark, Rectangle)]


@pytest.mark.parametrize("variant", VARIANTS)
def test_bars_follow_each_other_in_the_proportion_of_their_amounts(variant: str) -> None:
    canvas = drawn(made([0.04, -0.01, 0.02, -0.03]), variant)
    check_text(canvas)
    one, two, three, four = (mark.box for mark in bars(canvas))
    before, after = (mark.x for mark in canvas.marks if isinstance(mark, Dot))
    assert one.left == pytest.approx(before) and one.right == pytest.approx(two.right)
    assert two.left == pytest.approx(three.left) and three.right == pytest.approx(four.right)
    assert four.left == pytest.approx(after)
    assert [box.width / one.width for box in (two, three, four)] == pytest.approx([0.25, 0.5, 0.75])


def test_rises_falls_and_rounding_have_their_colours() -> None:
    colours = [mark.fill for mark in bars(drawn(made([0.04, -0.01, 0.0, -0.03])))]
    assert colours == [NOT_BELOW, BELOW, RANKED, RANKED]


@given(
    st.lists(st.floats(-1e4, 1e4), min_size=1, max_size=5), st.floats(-1e5, 1e5), st.sampled_from([*VARIANTS])
)
@settings(max_examples=60, deadline=None)
def test_no_label_touches_another_or_is_cut_off(amounts: list[float], start: float, variant: str) -> None:
    canvas = drawn(made(amounts, start), variant)
    check_text(canvas)
    assert max(text.box.bottom for text in canvas.texts) <= canvas.height
    assert len(bars(canvas)) == len(amounts)
    right = max(mark.box.right for mark in bars(canvas))
    assert right < canvas.width and min(mark.box.left for mark in bars(canvas)) > 0


@pytest.mark.parametrize("amounts", [[0.0], [0.0, 0.0, 0.0]])
def test_nothing_moved_is_drawn_as_well(amounts: list[float]) -> None:
    canvas = drawn(made(amounts))
    check_text(canvas)
    assert all(mark.box.width < 2 for mark in bars(canvas))


def test_the_same_steps_give_the_same_bytes() -> None:
    one, other = (waterfall_svg(made([0.04, -0.01, 0.02]), FONTS) for _ in range(2))
    assert one == other and "<svg" in one and "系数" in one and "4.10万亿元" in one
    assert one != waterfall_svg(made([0.04, -0.01, 0.02]), FONTS, "narrow")


def test_steps_that_do_not_lead_to_the_end_are_refused() -> None:
    right = made([0.04, -0.01])
    wrong = Waterfall(right.before, right.steps[:1], right.after)
    with pytest.raises(FigureError, match=r"各步之和到 4\.14，不是 4\.13"):
        waterfall_svg(wrong, FONTS)
