"""The contact sheet, the CSV and the PNG of a figure."""

from __future__ import annotations

import csv
import io

import pytest

from reportgen.charts.figure import Drawing, load_figure, render_figure
from reportgen.charts.gallery import contact_sheet, figure_csv, picture_name
from reportgen.charts.png import to_png
from tests.charts.made_up import FIGURES, FONTS, facts_of


@pytest.fixture(scope="module")
def variants() -> list[Drawing]:
    figure = load_figure(FIGURES, "direct_and_indirect")
    return [render_figure(figure, facts_of(), FONTS, variant) for variant in ("wide", "narrow")]


def test_the_sheet_shows_both_variants_with_text_and_facts(variants: list[Drawing]) -> None:
    page = contact_sheet({3: variants}, "../fonts")
    assert page.count("<svg") == 2 and page.count('role="img"') == 2 and "<?xml" not in page
    assert f"图 3　{variants[0].title}" in page
    assert f"<strong>替代文字</strong>　{variants[0].alternative}" in page
    assert "增加值.直接产业[2021]" in page and "名义增速.渗透产业[2022]" in page
    assert "url('../fonts/NotoSansSC-Regular.ttf')" in page


def test_texts_are_escaped(variants: list[Drawing]) -> None:
    from dataclasses import replace

    odd = replace(variants[0], title='<b>"甲"&乙</b>')
    page = contact_sheet({1: [odd]}, "fonts")
    assert "&lt;b&gt;&quot;甲&quot;&amp;乙&lt;/b&gt;" in page and "<b>" not in page


def test_the_csv_holds_every_number_unrounded(variants: list[Drawing]) -> None:
    header, *rows = csv.reader(io.StringIO(figure_csv(variants[0])))
    assert header == ["系列", "项目", "数值", "单位"]
    assert len(rows) == len(variants[0].rows) == 28
    assert [float(row[2]) for row in rows] == [row.value for row in variants[0].rows]


def test_pictures_are_named_by_variant(variants: list[Drawing]) -> None:
    assert [picture_name(one) for one in variants] == [
        "direct_and_indirect.svg",
        "direct_and_indirect-narrow.svg",
    ]
    assert picture_name(variants[1], "png") == "direct_and_indirect-narrow.png"


def test_the_png_has_the_size_asked_for_and_the_same_bytes(variants: list[Drawing]) -> None:
    from PIL import Image

    made = to_png(variants[1], FONTS, 144)
    with Image.open(io.BytesIO(made)) as image:
        assert image.size == (round(variants[1].width_pt * 2), round(variants[1].height_pt * 2))
    assert made == to_png(variants[1], FONTS, 144)
