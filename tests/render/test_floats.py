import pytest

from reportgen.render.floats import Measured, MeasuredChapter, floating_order

PAGE = 684.0


def text(lines):
    return Measured(18.0 * lines, line=18.0)


def figure(height, name="甲"):
    return Measured(height, figure=name)


def heading(level=2):
    return Measured(36.0, level=level)


def order(*blocks, start=0.0, extra=None):
    return floating_order(MeasuredChapter(start, PAGE, blocks), extra or {})


def test_a_figure_that_fits_stays():
    assert order(text(10), figure(300), text(10)) == [0, 1, 2]


def test_a_figure_that_does_not_fit_waits_until_the_page_is_full():
    assert order(text(20), figure(400), text(12), text(10), text(10)) == [0, 2, 1, 3, 4]


def test_a_paragraph_that_runs_over_comes_before_the_figure_as_a_whole():
    assert order(text(20), figure(400), text(30), text(5)) == [0, 2, 1, 3]


def test_a_small_blank_is_left_alone():
    assert order(text(33), figure(400), text(10)) == [0, 1, 2]


def test_figures_keep_their_order():
    blocks = text(20), figure(400, "甲"), text(5), figure(200, "乙"), text(10), text(20)
    placed = order(*blocks)
    assert placed.index(1) < placed.index(3)
    assert sorted(placed) == list(range(len(blocks)))


def test_a_figure_never_crosses_a_section_heading():
    placed = order(text(20), figure(400), heading(2), text(30))
    assert placed.index(1) < placed.index(2)


def test_it_may_cross_a_heading_below_the_section():
    assert order(text(20), figure(400), text(2), heading(3), text(20), text(5)) == [0, 2, 3, 4, 1, 5]


def test_at_the_end_of_a_section_a_figure_goes_up_the_page():
    assert order(heading(2), text(8), text(14), figure(400), heading(2), text(30)) == [0, 1, 3, 2, 4, 5]


def test_it_never_goes_up_right_below_a_heading():
    assert order(heading(2), text(20), figure(500), heading(2), text(3)) == [0, 1, 2, 3, 4]


def test_notes_take_room():
    blocks = text(20), figure(300), text(20)
    assert order(*blocks) == [0, 1, 2]
    assert order(Measured(360.0, line=18.0, notes=48.0), *blocks[1:]) == [0, 2, 1]


def test_a_correction_makes_a_figure_larger():
    assert order(text(20), figure(320), text(20), extra={"甲": 18.0}) == [0, 2, 1]


@pytest.mark.parametrize("start", [0.0, 153.0])
def test_every_block_is_set_once_however_large(start):
    blocks = [figure(900, "大"), text(100), heading(3), figure(600, "乙"), text(1), figure(684, "丙")]
    assert sorted(order(*blocks, start=start)) == list(range(6))
