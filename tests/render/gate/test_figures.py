"""Figures far from their mention, and pages left half empty before one."""

import re

import pytest

from reportgen.render.pdf import render_pdf
from tests.document.papers import paper
from tests.render.gate.planting import TEMPLATES, messages

LINE = "一二三四五六七八九十" * 3 + "\n\n"
CHAPTER = '# 总体态势篇\n\n如{{{{ 图("scale_and_share") }}}}所示。\n\n{before}{{{{ 图表("scale_and_share") }}}}\n\n{after}'


def found(folder, before, after="", height=36.0):
    text = CHAPTER.format(before=before, after=after)
    return messages(lambda: render_pdf(paper(folder, {"02-overall": text}, height=height), TEMPLATES))


def test_a_figure_two_pages_after_its_mention(tmp_path):
    """It stands in the next section, where no float can bring it nearer."""
    assert found(tmp_path, LINE * 80 + "## 下节\n\n文字。\n\n") == [
        "PDF 第 6 页（页码 3）：图2离首次提到它的PDF 第 4 页（页码 1） 2 页"
    ]


@pytest.mark.parametrize("paragraphs", [0, 50])
def test_a_figure_on_the_same_or_the_next_page(tmp_path, paragraphs):
    assert found(tmp_path, LINE * paragraphs) == []


def test_a_half_empty_page_before_a_figure(tmp_path):
    """The figure is as high as the page, and the section ends before the page is filled."""
    (fault,) = found(tmp_path, LINE * 6, "## 下节\n\n文字。\n", height=560)
    assert re.fullmatch(r"PDF 第 4 页（页码 1）：图2前的这一页空了 \d\d%", fault)


def test_a_page_that_is_more_than_half_full(tmp_path):
    assert found(tmp_path, LINE * 12, "## 下节\n\n文字。\n", height=560) == []


def test_a_short_page_at_the_end_of_a_chapter(tmp_path):
    assert found(tmp_path, "", "## 下节\n\n文字。\n") == []
