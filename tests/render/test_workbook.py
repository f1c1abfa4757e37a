import dataclasses
import io
import zipfile

import openpyxl
import pytest

from reportgen.document.document import Origin
from reportgen.facts.reader import Use
from reportgen.facts.status import Status
from reportgen.render.fact_sheet import NAME as FACTS
from reportgen.render.sheets import FIRST_ROW, HEAD_ROW
from reportgen.render.workbook import attached, render_workbook
from tests.document.papers import paper
from tests.text.facts import reader

SHEETS = ["封面", "目录", "说明", "指标来源", FACTS, "图2", "表1"]
GROWTH = 100 * (40983.205 / 35784.125 - 1)
TEXT = """# 甲

{{ 数["名义增速.全国[本年]"] | 增长 }}，{{ 数["占GDP比重.全国[本年]"] | 百分比 }}。

表题：乙

| 年 | 值 | 份额 |
|---|--:|--:|
| 2022 | {{ 数["增加值.全国[预测年]"] | 数字(2) }} | 5.10 |
"""


@pytest.fixture(scope="module")
def document(tmp_path_factory):
    """The small paper, whose figure printed the national value of two years."""
    made = paper(tmp_path_factory.mktemp("chapters"))
    national = next(use.address for use in made.uses if use.printed)
    forecast = next(fact.address for fact in made.facts if fact.label == "增加值.全国[2022]")
    uses = (Use(national, "scale_and_share", "4.10"), Use(forecast, "scale_and_share", "4.45"), *made.uses)
    origin = Origin("第（12）式　两部分之和", ("直接产业增加值",), ("统计年鉴", "投入产出表"))
    return dataclasses.replace(made, uses=uses, origins={"value_added": origin})


@pytest.fixture(scope="module")
def content(document):
    return render_workbook(document)


@pytest.fixture(scope="module")
def book(content):
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.fixture(scope="module")
def growing(tmp_path_factory):
    """The workbook of a paper that prints a growth rate, a share, and a forecast in a table."""
    facts = reader(**{"名义增速.全国[2021]": GROWTH})
    return render_workbook(paper(tmp_path_factory.mktemp("growing"), {"03-region": TEXT}, facts=facts))


def rows(sheet):
    return [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]


def number(book, label):
    """The row of an address in the sheet of all facts."""
    return next(row for row in book[FACTS].iter_rows(min_row=FIRST_ROW) if row[0].value == label)


def test_every_sheet_is_in_the_contents_with_a_link(book):
    assert book.sheetnames == SHEETS
    listed = [row[0] for row in book["目录"].iter_rows(min_row=FIRST_ROW)]
    assert [cell.value for cell in listed] == SHEETS[2:]
    assert [cell.hyperlink.location for cell in listed] == [f"'{name}'!A1" for name in SHEETS[2:]]
    assert rows(book["目录"])[-2] == ["图2", "规模", "规模为4.10万亿元。"]


def test_every_sheet_leads_back(book):
    back = {sheet.title: sheet.cell(HEAD_ROW - 1, 1).hyperlink.location for sheet in book}
    assert back.pop("目录") == "'封面'!A1"
    assert set(back.values()) == {"'目录'!A1"}


def test_the_cover_says_what_it_is_and_names_who_made_it(book):
    assert book["封面"]["A1"].value == "中国工业互联网产业经济发展白皮书（2022年）"
    told = dict(rows(book["封面"])[HEAD_ROW:])
    assert told["内容"] == "1幅图和1个表各一张工作表，连同书中印出的全部2个数"
    assert (told["编写"], told["日期"]) == ("编写组", "2022年12月")
    assert "编号" not in told


def test_every_printed_fact_with_its_print_and_its_places(book, document):
    fact = next(fact for fact in document.facts if fact.label == "增加值.全国[2021]")
    heads, first, *_ = rows(book[FACTS])[HEAD_ROW - 1 :]
    assert heads == ["地址", "数值", "复算", "单位", "状态", "书中写法", "算式", "印于"]
    assert first == [
        "增加值.全国[2021]",
        fact.value,
        "亿元",
        "测算",
        "4.10；4.10万亿元",
        "前言；一、总体态势篇；图2",
    ]
    assert number(book, "增加值.全国[2021]")[1].number_format == "0.00"


def test_a_growth_rate_is_a_formula_of_two_other_cells(growing):
    book = openpyxl.load_workbook(io.BytesIO(growing))
    later, earlier = (number(book, f"增加值.全国[{year}]")[1].coordinate for year in (2021, 2020))
    growth = number(book, "名义增速.全国[2021]")
    assert growth[2].value == f"=100*('{FACTS}'!{later}/'{FACTS}'!{earlier}-1)"
    assert growth[6].value == "100*(增加值.全国[2021]/增加值.全国[2020]-1)"
    assert number(book, "增加值.全国[2020]")[7].value == "只供复算"
    assert number(book, "占GDP比重.全国[2021]")[2].value is None  # no GDP among the facts
    shown = number(openpyxl.load_workbook(io.BytesIO(growing), data_only=True), "名义增速.全国[2021]")
    assert shown[2].value == pytest.approx(GROWTH)


def test_the_notes_add_up_what_the_recomputations_are_off(growing, book):
    notes = openpyxl.load_workbook(io.BytesIO(growing))["说明"]
    values, again = f"'{FACTS}'!B6:B10", f"'{FACTS}'!C6:C10"
    assert notes.cell(notes.max_row, 2).value == f'=SUMPRODUCT(({again}<>"")*ABS({again}-{values}))'
    assert "合计" not in [row[0] for row in rows(book["说明"]) if row]  # nothing is computed again there


def test_a_figure_with_its_texts_and_addresses(book, document):
    now, then = (next(f for f in document.facts if f.label == f"增加值.全国[{y}]") for y in (2021, 2022))
    assert rows(book["图2"]) == [
        ["图2　规模"],
        ["单位：万亿元"],
        ["数据来源：测算。"],
        ["返回目录"],
        ["指标", "范围", "年份", "地址", "数值", "复算", "单位", "状态", "图中写法"],
        ["增加值", "全国", 2021, "增加值.全国[2021]", now.value, "亿元", "测算", "4.10"],
        ["增加值", "全国", 2022, "增加值.全国[2022]", then.value, "亿元", "预测", "4.45"],
    ]
    assert [book["图2"].cell(row, 3).number_format for row in (6, 7)] == ["0", '0"E"']


def test_a_figure_without_numbers_says_so(tmp_path):
    book = openpyxl.load_workbook(io.BytesIO(render_workbook(paper(tmp_path))))
    assert rows(book["图2"])[HEAD_ROW] == ["本图没有统计数字"]


def test_a_table_with_its_numbers_as_printed_and_their_addresses_beside(growing):
    sheet = openpyxl.load_workbook(io.BytesIO(growing))["表2"]
    assert rows(sheet)[1] == ["所在：二、甲"]
    assert rows(sheet)[HEAD_ROW - 1 :] == [
        ["年", "值", "值的地址", "份额"],
        ["2022", 44536.2, "增加值.全国[2022]", 5.1],
    ]
    assert (sheet["B6"].number_format, sheet["D6"].number_format) == ("0.00", "0.00")


def test_every_status_is_explained(book):
    explained = {row[0] for row in rows(book["说明"]) if len(row) > 1}
    assert {f"状态：{status.name}" for status in Status} <= explained


def test_where_each_printed_metric_comes_from(book):
    assert rows(book["指标来源"])[HEAD_ROW:] == [
        ["增加值", "第（12）式　两部分之和", "直接产业增加值", "统计年鉴\n投入产出表"]
    ]


def test_sheets_can_be_read_by_everyone(book):
    for sheet in book:
        assert sheet["A1"].value and sheet["A1"].font.bold
        assert not sheet.merged_cells.ranges
        assert sheet.freeze_panes == f"A{FIRST_ROW}"
        assert sheet.print_title_rows == f"${HEAD_ROW}:${HEAD_ROW}"
        (table,) = sheet.tables.values()
        assert table.ref.startswith(f"A{HEAD_ROW}:")
        assert table.headerRowCount in (None, 1)


def test_the_properties_name_title_and_language(book):
    assert book.properties.title == "中国工业互联网产业经济发展白皮书（2022年）"
    assert book.properties.language == "zh-CN"


def test_a_table_tells_what_it_says_to_those_who_cannot_see_it(content):
    archive = zipfile.ZipFile(io.BytesIO(content))
    tables = [archive.read(name).decode() for name in archive.namelist() if "tables/" in name]
    assert any('altTextSummary="规模为4.10万亿元。"' in table for table in tables)


def test_words_that_look_like_formulas_stay_words(tmp_path):
    chapters = {
        "03-region": "# =1+1\n\n表题：=2+2\n\n| =3+3 | +乙 |\n|---|--:|\n| =cmd\\|'/c calc'!A1 | @SUM(A1) |\n"
    }
    made = paper(tmp_path, chapters)
    drawing = dataclasses.replace(
        made.figures["scale_and_share"].drawing, title="=4+4", subtitle='=HYPERLINK("x")', source="-5+5"
    )
    figures = {"scale_and_share": dataclasses.replace(made.figures["scale_and_share"], drawing=drawing)}
    book = openpyxl.load_workbook(io.BytesIO(render_workbook(dataclasses.replace(made, figures=figures))))
    computing = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert computing == []
    assert rows(book["表2"])[HEAD_ROW - 1 :] == [["=3+3", "+乙"], ["=cmd|'/c calc'!A1", "@SUM(A1)"]]


def test_the_same_document_gives_the_same_bytes(document, content):
    assert render_workbook(document) == content
    dates = {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(content)).infolist()}
    assert len(dates) == 1


def test_it_goes_with_the_pdf(document, content):
    file = attached(document, content)
    assert (file.name, file.content) == ("report.xlsx", content)
    assert file.media_type.endswith("spreadsheetml.sheet")
