"""Pages are filled as the layout fills them."""

from reportgen.render.filling import (
    Measured,
    MeasuredChapter,
    Place,
    blank_share,
    kept_with,
    set_lines,
    set_whole,
    start_of,
)

CHAPTER = MeasuredChapter(0.0, 684.0, ())  # 38 lines


def paragraph(lines, notes=0.0):
    return Measured(18.0 * lines, line=18.0, notes=notes)


def test_a_chapter_starts_below_its_opening():
    assert start_of(MeasuredChapter(153.0, 684.0, ())) == Place(0, 153.0, 0.0)


def test_a_whole_block_turns_the_page_where_it_does_not_fit():
    assert set_whole(CHAPTER, Place(0, 300.0, 0.0), 384.0) == Place(0, 684.0, 0.0)
    assert set_whole(CHAPTER, Place(0, 301.0, 0.0), 384.0) == Place(1, 384.0, 0.0)
    assert set_whole(CHAPTER, Place(0, 300.0, 12.0), 384.0) == Place(1, 384.0, 0.0)


def test_a_block_larger_than_a_page_does_not_turn_a_page_for_nothing():
    assert set_whole(CHAPTER, Place(2, 0.0, 0.0), 900.0) == Place(2, 900.0, 0.0)


def test_lines_run_over_to_the_next_pages():
    lines = set_lines(CHAPTER, Place(0, 18.0 * 30, 0.0), paragraph(50))
    assert (lines.first, lines.here, lines.end) == (0, 8, Place(2, 18.0 * 4, 0.0))
    assert [lines.page_of(line) for line in (0, 7, 8, 45, 46)] == [0, 0, 1, 1, 2]


def test_never_a_single_line_at_the_foot_or_the_head():
    foot = set_lines(CHAPTER, Place(0, 18.0 * 37, 0.0), paragraph(5))
    head = set_lines(CHAPTER, Place(0, 18.0 * 34, 0.0), paragraph(5))
    assert (foot.here, foot.end.used) == (0, 18.0 * 5)
    assert (head.here, head.end.used) == (3, 18.0 * 2)


def test_notes_take_room_at_the_foot():
    assert set_lines(CHAPTER, Place(0, 18.0 * 30, 0.0), paragraph(8)).here == 8
    assert set_lines(CHAPTER, Place(0, 18.0 * 30, 0.0), paragraph(8, notes=30.0)).here == 6


def test_a_heading_keeps_the_first_lines_of_its_text():
    blocks = Measured(54.0, level=2), Measured(36.0, level=3), paragraph(10)
    assert [kept_with(blocks, index) for index in range(3)] == [36.0 + 36.0, 36.0, 0.0]


def test_what_is_left_of_a_page_is_blank():
    assert blank_share(CHAPTER, Place(0, 342.0, 0.0)) == 0.5
    assert blank_share(CHAPTER, Place(0, 700.0, 0.0)) == 0.0
