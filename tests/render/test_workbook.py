import io
import zipfile

import openpyxl
import pytest

from reportgen.facts.reader import Use
from reportgen.facts.status import Status
from reportgen.render.workbook import FACTS, attached, render_workbook
from tests.document.papers import paper
from tests.text.facts import reader


@pytest.fixture(scope="module")
def document(tmp_path_factory):
    """The small paper, whose figure printed the national value of the year."""
    made = paper(tmp_path_factory.mktemp("chapters"))
    national = next(use.address for use in made.uses if use.printed)
    made.__dict__["uses"] = (Use(national, "scale_and_share", "4.10"), *made.uses)
    return made


@pytest.fixture(scope="module")
def content(document):
    return render_workbook(document)


@pytest.fixture(scope="module")
def book(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def rows(sheet):
    return [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]


def test_sheets_and_the_links_to_them(book):
    assert book.sheetnames == ["目录", "说明", FACTS, "图2", "表1"]
    links = [cell.hyperlink.location for row in book["目录"].iter_rows() for cell in row if cell.hyperlink]
    assert links == [f"'{name}'!A1" for name in ("说明", FACTS, "图2", "表1")]


def test_every_printed_fact_with_its_places(book, document):
    fact = next(fact for fact in document.facts if fact.label == "增加值.全国[2021]")
    assert rows(book[FACTS])[2:] == [
        ["地址", "数值", "单位", "状态", "复算", "印于"],
        ["增加值.全国[2021]", fact.value, "亿元", "测算", "前言；一、总体态势篇；图2"],
    ]
    assert book[FACTS]["B4"].number_format == "0.00"


def test_a_growth_rate_is_a_formula_of_two_other_cells(tmp_path):
    text = '# 甲\n\n{{ 数["名义增速.全国[本年]"] | 增长 }}，{{ 数["占GDP比重.全国[本年]"] | 百分比 }}。\n'
    growth = 100 * (40983.205 / 35784.125 - 1)
    facts = reader(**{"名义增速.全国[2021]": growth})
    content = render_workbook(paper(tmp_path, {"03-region": text}, facts=facts))
    sheet = openpyxl.load_workbook(io.BytesIO(content))[FACTS]
    cells = {row[0].value: row for row in sheet.iter_rows(min_row=4)}
    assert list(cells) == [
        "占GDP比重.全国[2021]", "名义增速.全国[2021]", "增加值.全国[2021]", "增加值.全国[2020]",
    ]  # fmt: skip
    assert [row[4].value for row in cells.values()] == [None, "=100*(B6/B7-1)", None, None]
    assert cells["增加值.全国[2020]"][5].value == "只供复算"
    values = openpyxl.load_workbook(io.BytesIO(content), data_only=True)[FACTS]
    assert values["E5"].value == pytest.approx(growth)


def test_a_figure_with_its_texts_and_addresses(book, document):
    fact = next(fact for fact in document.facts if fact.label == "增加值.全国[2021]")
    assert rows(book["图2"]) == [
        ["图2　规模"],
        ["单位：万亿元"],
        ["数据来源：测算。"],
        ["规模为4.10万亿元。"],
        [],
        ["指标", "范围", "年份", "数值", "单位", "状态", "地址"],
        ["增加值", "全国", "2021", fact.value, "亿元", "测算", "增加值.全国[2021]"],
    ]


def test_a_table_of_the_paper(book):
    assert rows(book["表1"]) == [["表1　甲"], [], ["名", "值"], ["甲", "乙"]]


def test_every_status_is_explained(book):
    explained = {row[0] for row in rows(book["说明"]) if len(row) > 1}
    assert {f"状态：{status.name}" for status in Status} <= explained


def test_sheets_can_be_read_by_everyone(book):
    for sheet in book:
        assert sheet["A1"].value and sheet["A1"].font.bold
        assert not sheet.merged_cells.ranges
        assert sheet.freeze_panes
        (table,) = sheet.tables.values()
        assert table.headerRowCount in (None, 1)
    assert book.properties.title == "中国工业互联网产业经济发展白皮书（2022年）"


def test_the_same_document_gives_the_same_bytes(document, content):
    assert render_workbook(document) == content
    dates = {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(content)).infolist()}
    assert len(dates) == 1


def test_it_goes_with_the_pdf(document, content):
    file = attached(document, content)
    assert (file.name, file.content) == ("report.xlsx", content)
    assert file.media_type.endswith("spreadsheetml.sheet")
