"""The numbers of the pages and the bookmarks, read back."""

import io
from pathlib import Path

import pikepdf
import pytest

from reportgen.render.pdf import render_pdf
from tests.document.papers import paper

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    text = "# 区域“发展”“协同”篇\n\n## 增长“六稳”“六保”（2022年）\n\n正文[^b]。\n\n[^b]: 注文二。\n"
    document = paper(tmp_path_factory.mktemp("chapters"), {"03-region": text})
    with pikepdf.open(io.BytesIO(render_pdf(document, TEMPLATES))) as opened:
        yield opened


def test_a_viewer_numbers_the_pages_as_they_are_printed(pdf):
    assert [pikepdf.Page(page).label for page in pdf.pages] == ["封面", "I", "II", "1", "2", "3"]


def test_bookmarks_hold_no_invisible_characters(pdf):
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        below = [item.title for chapter in outline.root for item in chapter.children]
    assert "二、区域“发展”“协同”篇" in titles
    assert "（一）增长“六稳”“六保”（2022年）" in below
