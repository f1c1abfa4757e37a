"""Figures come to stand where pages are full and the words that point to them are near."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.render.filling import Measured, MeasuredChapter
from reportgen.render.floats import floating_order

PAGE = 684.0


def text(lines, *mentions, notes=0.0):
    return Measured(18.0 * lines, line=18.0, notes=notes, mentions=tuple((name, 0) for name in mentions))


def figure(height, name="甲"):
    return Measured(height, figure=name)


def heading(level=2):
    return Measured(36.0, level=level)


def order(*blocks, start=0.0, extra=None):
    return floating_order(MeasuredChapter(start, PAGE, blocks), extra or {})


def test_a_figure_that_fits_stays():
    assert order(text(10), figure(300), text(10)) == [0, 1, 2]


def test_text_runs_on_where_a_figure_does_not_fit():
    assert order(text(20, "甲"), figure(400), text(18), text(10), text(10)) == [0, 2, 1, 3, 4]


def test_a_figure_goes_up_the_page_of_its_mention_rather_than_two_pages_on():
    blocks = text(14), text(12, "甲"), figure(400), text(40), text(30)
    assert order(*blocks) == [0, 2, 1, 3, 4]


def test_a_small_blank_is_left_alone():
    assert order(text(37), figure(400), text(10)) == [0, 1, 2]


def test_figures_keep_their_order():
    blocks = text(20), figure(400, "甲"), text(5), figure(200, "乙"), text(10), text(20)
    placed = order(*blocks)
    assert placed.index(1) < placed.index(3)
    assert sorted(placed) == list(range(len(blocks)))


def test_a_figure_never_crosses_a_section_heading():
    placed = order(text(20), figure(400), heading(2), text(30))
    assert placed.index(1) < placed.index(2)
    placed = order(text(10), heading(2), text(20, "甲"), figure(300), text(30))
    assert placed.index(1) < placed.index(3)


def test_it_may_cross_a_heading_below_the_section():
    assert order(text(20), figure(400), text(2), heading(3), text(14), text(5)) == [0, 2, 3, 4, 1, 5]


def test_at_the_end_of_a_section_a_figure_goes_up_the_page():
    assert order(heading(2), text(8), text(14), figure(400), heading(2), text(30)) == [0, 1, 3, 2, 4, 5]


def test_it_never_goes_right_below_a_heading():
    assert order(heading(2), text(20), figure(500), heading(2), text(3)) == [0, 1, 2, 3, 4]


def test_notes_take_room():
    blocks = text(20), figure(320), text(16), text(5)
    assert order(*blocks) == [0, 1, 2, 3]
    assert order(text(20, notes=48.0), *blocks[1:]) == [0, 2, 1, 3]


def test_a_correction_makes_a_figure_larger():
    blocks = text(20), figure(320), text(18), text(5)
    assert order(*blocks) == [0, 1, 2, 3]
    assert order(*blocks, extra={"甲": 18.0}) == [0, 2, 1, 3]


@pytest.mark.parametrize("start", [0.0, 153.0])
def test_every_block_is_set_once_however_large(start):
    blocks = [figure(900, "大"), text(100), heading(3), figure(600, "乙"), text(1), figure(684, "丙")]
    assert sorted(order(*blocks, start=start)) == list(range(6))


@given(
    st.lists(
        st.one_of(
            st.integers(1, 60).map(text),
            st.integers(2, 3).map(heading),
            st.floats(50, 700).map(figure),
        ),
        min_size=1,
        max_size=14,
    )
)
def test_texts_and_figures_each_keep_their_order_within_their_sections(drawn):
    names = (f"图{number}" for number in itertools.count())
    blocks = [figure(block.height, next(names)) if block.figure else block for block in drawn]
    placed = order(*blocks)
    assert sorted(placed) == list(range(len(blocks)))
    for kind in (True, False):
        same = [index for index in placed if bool(blocks[index].figure) is kind]
        assert same == sorted(same)
    for index, block in enumerate(blocks):
        if block.level == 2:
            cut = placed.index(index)
            assert all((other < index) is (placed.index(other) < cut) for other in placed if other != index)
