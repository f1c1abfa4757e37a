"""What PDFium reads back: words, where they stand, and line by line."""

from pathlib import Path

import pytest

from reportgen.render.page_text import Box, Run, box_around, lines_of, read_pages, squashed, text_of
from reportgen.render.pdf import render_pdf
from tests.document.papers import SVG, paper

TEMPLATES = Path(__file__).parents[2] / "templates"
FADED = SVG.replace("<text ", '<text opacity=".5" ')  # text that is not opaque is drawn as a form


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    return read_pages(render_pdf(paper(tmp_path_factory.mktemp("chapters")), TEMPLATES))


def words_of(page):
    return [text_of(line) for line in page.lines]


def test_lines_come_from_the_top_and_each_from_the_left(pages):
    lines = words_of(pages[3])
    assert lines.index("一总体态势篇") < lines.index("导语。") < lines.index("如图2所示①。")
    assert lines[-2:] == ["①注文一。", "1"]
    tops = [line[0].baseline for line in pages[3].lines]
    assert tops == sorted(tops, reverse=True)


def test_boxes_are_points_from_the_lower_left(pages):
    page = pages[3]
    assert (page.width, page.height) == pytest.approx((595.28, 841.89), abs=0.01)
    number = next(run for run in page.runs if squashed(run.text) == "1" and run.content == -1)
    assert 530 < number.box.left < number.box.right < 540
    assert 40 < number.box.bottom < number.box.top < 52


def test_content_numbers_tell_the_text_from_the_margins(pages):
    margins = [text_of([run]) for run in pages[4].runs if run.content < 0]
    assert margins == ["2"]
    assert all(run.content >= 0 for run in pages[4].runs if "正文" in run.text)


@pytest.mark.parametrize("svg", [SVG, FADED])
def test_words_of_a_figure_stand_where_they_are_drawn(tmp_path, svg):
    pages = read_pages(render_pdf(paper(tmp_path, svg=svg), TEMPLATES))
    (line,) = [line for page in pages for line in page.lines if text_of(line) == "规模4.10"]
    box = box_around([run.box for run in line])
    assert 66 < box.left < 68  # 4 pt right of the left margin
    assert 5 < box.top - box.bottom < 9
    assert len({run.content for run in line}) == 1 and line[0].content > 0


def test_boxes_compare():
    area = Box(0, 0, 10, 10)
    assert Box(1, 1, 10.4, 9).within(area, 0.5) and not Box(1, 1, 10.6, 9).within(area, 0.5)
    assert area.overlaps(Box(9, 9, 12, 12), 0.5) and not area.overlaps(Box(9.6, 0, 12, 12), 0.5)
    assert box_around([Box(0, 1, 2, 3), Box(-1, 2, 1, 5)]) == Box(-1, 1, 2, 5)
    assert box_around([]) is None


def test_a_raised_mark_belongs_to_its_line():
    words, mark, below = (
        Run("字", Box(0, 98, 10, 108), 100.0, 1),
        Run("①", Box(10, 103, 16, 109), 104.0, 2),
        Run("下", Box(0, 80, 10, 90), 82.0, 3),
    )
    assert lines_of([below, mark, words]) == [(words, mark), (below,)]
    assert text_of([words, Run(" \u200b\u2060", Box(0, 0, 0, 0), 0.0, 1)]) == "字"
