import base64
import dataclasses
import io
import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from fontTools.ttLib import TTFont

from reportgen.charts.figure import Row
from reportgen.charts.heat_cells import HeatCell, HeatRow, HeatTable
from reportgen.document.assemble import Supplements
from reportgen.document.document import NumberedFigure, Origin
from reportgen.errors import RenderError
from reportgen.facts.status import Status
from reportgen.render.figure_numbers import figure_numbers
from reportgen.render.html import render_html
from tests.document.papers import SVG, drawing, paper

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.fixture(scope="module")
def document(tmp_path_factory):
    return paper(tmp_path_factory.mktemp("chapters"))


@pytest.fixture(scope="module")
def page(document):
    return render_html(document, TEMPLATES)


def test_one_file_that_loads_nothing(page):
    assert page.startswith('<!doctype html>\n<html lang="zh-CN">')
    assert re.findall(r'(?:src|href)="(?!#|data:text/csv)[^"]*"', page) == []
    assert set(re.findall(r"url\(([a-z]+)", page)) == {"data"}
    assert re.findall(r"<script([^>]*)>", page) == [' type="application/json" id="number-tips"', ""]


def test_every_link_has_its_target_and_ids_are_unique(page):
    page = re.sub(r"<script.*?</script>", "", page, flags=re.S)
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
    assert len(fonts) == 5
    characters = set(map(chr, TTFont(io.BytesIO(base64.b64decode(fonts[0]))).getBestCmap()))
    assert set("工业互联网注文二①") <= characters
    assert "镕" not in characters


def test_formulas_bring_a_face_of_their_own(page):
    font = TTFont(io.BytesIO(base64.b64decode(re.findall(r"base64,([^)]+)\) format\('woff2'\)", page)[-1])))
    characters = set(map(chr, font.getBestCmap()))
    assert set("a=∑\U0001d44e\U0001d44d") <= characters
    assert "Q" not in characters
    assert "MATH" in font and len(font.getGlyphOrder()) < 200


def test_figures_follow_light_and_dark_and_tell_their_numbers(page):
    assert "fill: var(--c1A5B99)" in page
    assert page.count("--c1A5B99:#1A5B99;") == 1
    assert page.count("--c1A5B99:#4383C9;") == 1
    assert '<div class="picture" role="img" aria-label="规模为4.10万亿元。"><svg class="chart wide"' in page
    number = '<span class="number" data-address="增加值.全国[2021]" data-status="测算">40983.2050</span>'
    assert f"<td>{number}</td><td>亿元</td><td>测算</td>" in page
    assert 'href="#scale_and_share-bar"' in page


def test_the_numbers_of_a_figure_can_be_kept_as_a_file(page):
    address = re.search(r'<a download="图2.csv" href="data:text/csv;charset=utf-8,([^"]+)"', page)[1]
    assert unquote(address) == (
        "\ufeff指标,年份或范围,数值,单位,状态,地址\r\n"
        "全国增加值,2021,40983.205,亿元,测算,增加值.全国[2021]\r\n"
    )


def test_a_spreadsheet_takes_no_text_of_the_file_for_a_formula():
    row = Row("=1+1", "@x", -2.5, "亿元")
    made = figure_numbers(NumberedFigure(1, dataclasses.replace(drawing(), rows=(row,)), "figure-1"))
    text = unquote(re.search(r'href="data:text/csv;charset=utf-8,([^"]+)"', made)[1])
    assert text.splitlines()[1] == "'=1+1,'@x,-2.5,亿元,,"


def test_a_phone_gets_the_narrow_drawing_where_there_is_one(tmp_path, document):
    narrow = dataclasses.replace(drawing(), variant="narrow", svg=SVG.replace("#1a5b99", "#45A29A"))
    page = render_html(paper(tmp_path, supplements=Supplements({"scale_and_share": narrow})), TEMPLATES)
    pictures = re.search(
        r'<div class="pictures" role="img" aria-label="规模为4.10万亿元。">(.*?)</div>', page, re.S
    )[1]
    assert re.findall(r'<svg class="chart (\w+)" aria-hidden="true"', pictures) == ["wide", "narrow"]
    assert 'id="scale_and_share-bar"' in pictures and 'id="scale_and_share-narrow-bar"' in pictures
    assert 'class="picture"' not in page


def test_the_page_tells_of_every_printed_number(document, page):
    told = json.loads(re.search(r'id="number-tips">(.*?)</script>', page, re.S)[1])
    fact = next(fact for fact in document.facts if fact.label == "增加值.全国[2021]")
    assert told["facts"]["增加值.全国[2021]"] == [
        "全国增加值，2021年",
        repr(fact.value),
        "亿元",
        "测算",
        "value_added",
    ]
    assert set(told["statuses"]) == {status.name for status in Status}
    addresses = {one for found in re.findall(r'data-address="([^"]*)"', page) for one in found.split()}
    assert addresses <= set(told["facts"])


def test_the_origin_of_a_metric_is_told_and_cannot_end_the_script(tmp_path):
    origin = Origin("第（3）式　</script>求和", ("行业增加值",), ("国家统计局《中国统计年鉴2022》表3-6",))
    page = render_html(paper(tmp_path, supplements=Supplements(origins={"value_added": origin})), TEMPLATES)
    text = re.search(r'id="number-tips">(.*?)</script>', page, re.S)[1]
    assert "\\u003c/script>" in text
    assert json.loads(text)["origins"]["value_added"] == [
        origin.formula,
        list(origin.inputs),
        list(origin.sources),
    ]


@pytest.mark.parametrize(("place", "order"), [("below", ["单位", "图 2"]), ("above", ["图 2", "单位"])])
def test_the_title_of_a_figure_stands_where_the_edition_says(tmp_path, place, order):
    page = render_html(paper(tmp_path, figure_title=place), TEMPLATES)
    figure = re.search(f'<figure id="figure-2" class="title-{place}">.*?</figure>', page, re.S)[0]
    assert sorted(order, key=figure.index) == order


def test_notes_stand_at_the_end_of_their_chapter_and_lead_back(page):
    assert '<sup><a id="call-1" href="#note-1" aria-label="注1">①</a></sup>' in page
    assert page.index("注文一。") < page.index("区域发展篇</h1>") < page.index("注文二。")
    assert '<li id="note-2"><a class="mark" href="#call-2"' in page


def test_formulas_are_mathml(page):
    assert page.count("<math") == 3
    assert "<span>（1）</span>" in page
    assert page.count('<div class="formula" id="formula-1">') == 1


def test_key_figures_tell_where_they_come_from(page):
    assert (
        '<dd><span class="number" data-address="增加值.全国[2021]" data-status="测算">4.10<small>万亿元</small></span></dd>'
        in page
    )


HEAT = HeatTable(
    "名义增速",
    (2020, 2021),
    tuple(
        HeatRow(name, tuple(HeatCell(text, "#174A80", "#FFFFFD", "增加值.全国[2021]", "测算") for text in texts))
        for name, texts in {"全国": ("9.40", "14.56"), "山西": ("8.87", "-1.20")}.items()
    ),
    (("<5", "#F3F6F9"), ("≥25", "#174A80")),
)


def test_a_heat_table_is_a_real_table(tmp_path):
    document = paper(tmp_path)
    figure = document.figures["scale_and_share"]
    heat = dataclasses.replace(figure, drawing=dataclasses.replace(figure.drawing, table=HEAT))
    page = render_html(dataclasses.replace(document, figures={"scale_and_share": heat}), TEMPLATES)
    table = re.search(r'<div class="heat">.*?</table>', page, re.S)[0]
    assert re.findall(r'<th scope="(\w+)">([^<]+)</th>', table) == [
        ("col", "2020年"), ("col", "2021年"), ("row", "全国"), ("row", "山西"),
    ]  # fmt: skip
    assert '<caption class="unseen">规模为4.10万亿元。</caption>' in table
    assert table.count('<td style="background:var(--c174A80);color:var(--cFFFFFD)"><span class="number"') == 4
    assert "--c174A80:#93C0EA;" in page and '<svg class="chart' not in page


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
