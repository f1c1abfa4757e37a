import base64
import io
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from reportgen.errors import RenderError
from reportgen.render.html import render_html
from tests.document.papers import SVG, paper

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.fixture(scope="module")
def document(tmp_path_factory):
    return paper(tmp_path_factory.mktemp("chapters"))


@pytest.fixture(scope="module")
def page(document):
    return render_html(document, TEMPLATES)


def test_one_file_that_loads_nothing(page):
    assert page.startswith('<!doctype html>\n<html lang="zh-CN">')
    assert re.findall(r'(?:src|href)="(?!#)[^"]*"', page) == []
    assert set(re.findall(r"url\(([a-z]+)", page)) == {"data"}
    assert "<script" not in page


def test_every_link_has_its_target_and_ids_are_unique(page):
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_numbers_carry_their_address(page):
    assert (
        '<span class="number" data-address="增加值.全国[2021]" data-status="测算">4.10万亿元</span>' in page
    )


def test_a_typed_number_keeps_its_unit(page):
    assert '</b><span class="whole">2021年</span>为<span class="number"' in page


def test_fonts_hold_the_characters_used_and_no_others(page):
    fonts = re.findall(r"base64,([^)]+)\) format\('woff2'\)", page)
    assert len(fonts) == 4
    characters = set(map(chr, TTFont(io.BytesIO(base64.b64decode(fonts[0]))).getBestCmap()))
    assert set("工业互联网注文二①") <= characters
    assert "镕" not in characters


def test_figures_follow_light_and_dark_and_tell_their_numbers(page):
    assert "fill: var(--c1A5B99)" in page
    assert page.count("--c1A5B99:#1A5B99;") == 1
    assert page.count("--c1A5B99:#4383C9;") == 1
    assert '<svg class="chart" role="img" aria-label="规模为4.10万亿元。"' in page
    assert "<td>40983.2050</td><td>亿元</td>" in page
    assert 'href="#scale_and_share-bar"' in page


def test_notes_stand_at_the_end_of_their_chapter_and_lead_back(page):
    assert '<sup><a id="call-1" href="#note-1" aria-label="注1">①</a></sup>' in page
    assert page.index("注文一。") < page.index("区域发展篇</h1>") < page.index("注文二。")
    assert '<li id="note-2"><a class="mark" href="#call-2"' in page


def test_formulas_are_mathml(page):
    assert page.count("<math") == 3
    assert "<span>（1）</span>" in page


def test_the_same_document_gives_the_same_text(document, page):
    assert render_html(document, TEMPLATES) == page


@pytest.mark.parametrize(
    ("chapters", "svg", "problem"),
    [
        ({"03-region": "# 甲\n\n丙\U000200cb\n"}, SVG, "U\\+200CB"),
        ({}, SVG.replace("#1a5b99", "#123456"), "没有深色对应"),
    ],
)
def test_refuses_what_a_screen_cannot_show(tmp_path, chapters, svg, problem):
    with pytest.raises(RenderError, match=problem):
        render_html(paper(tmp_path, chapters, svg=svg), TEMPLATES)
