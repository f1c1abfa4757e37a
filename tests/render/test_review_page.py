"""Pages for reviewers: one file that brings its fonts, follows light and dark, and says which template is wrong."""

from __future__ import annotations

import base64
import io
import re
import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from reportgen.errors import RenderError
from reportgen.render.review_page import review_page

TEMPLATES = Path(__file__).parents[2] / "templates"
PAGE = """{% extends "base.html" %}
{% block title %}对照{% endblock %}
{% block main %}<h1>对照</h1><p>{{ words }}</p>{{ svg | picture("old") }}{% endblock %}
"""
SVG = '<svg width="10" height="10"><g id="a"><path fill="#14457A" d="M0 0"/></g></svg>'


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    for part in ("review", "screen", "fonts"):
        shutil.copytree(TEMPLATES / part, folder / part)
    shutil.copy(TEMPLATES / "colours.json", folder)
    (folder / "review/trial.html").write_text(PAGE, encoding="utf-8")
    return folder


def faces(page: str) -> list[set[str]]:
    """The characters of each font in the page."""
    found = re.findall(r"data:font/ttf;base64,([^)]+)\)", page)
    return [set(map(chr, TTFont(io.BytesIO(base64.b64decode(one))).getBestCmap())) for one in found]


def test_the_page_brings_the_fonts_of_its_words_and_nothing_from_outside(templates: Path) -> None:
    page = review_page(templates, "trial", words="鑫比较<b>", svg=SVG)
    regular, semibold, heading = faces(page)
    assert set("鑫比较对照深色") <= regular & semibold
    assert set("对照") <= heading and not set("鑫") & heading
    assert "鑫比较&lt;b&gt;" in page
    assert not re.search(r'(?:src|href)="(?!#)|url\((?!data:)', page)


def test_a_picture_gets_own_ids_and_colours_that_follow_light_and_dark(templates: Path) -> None:
    page = review_page(templates, "trial", words="", svg=SVG)
    assert 'id="old-a"' in page and "var(--c14457A)" in page
    assert page.count("--c14457A:") == 2


def test_the_script_beside_the_page_is_taken_in_with_its_characters(templates: Path) -> None:
    (templates / "review/trial.js").write_text("document.title = '淼';", encoding="utf-8")
    page = review_page(templates, "trial", words="", svg=SVG)
    assert "document.title = '淼';" in page and "淼" in faces(page)[0]


def test_a_wrong_template_is_named_with_its_line(templates: Path) -> None:
    (templates / "review/trial.html").write_text("\n{% block %}", encoding="utf-8")
    with pytest.raises(RenderError, match=r"trial\.html:2：版面模板有误"):
        review_page(templates, "trial")


def test_a_colour_without_dark_twin_is_told(templates: Path) -> None:
    with pytest.raises(RenderError, match="#123456"):
        review_page(templates, "trial", words="", svg=SVG.replace("#14457A", "#123456"))
