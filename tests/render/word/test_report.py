"""The small paper as Word shows it: styles, numbers, captions, lists, tables, sections, properties."""

from __future__ import annotations

import dataclasses
import datetime
import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENTATION
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from reportgen.errors import RenderError
from reportgen.render.word.report import edition_date, render_word
from tests.document.papers import Imprint
from tests.render.word.made_up import TEMPLATES, illustrated, rendered
from tests.render.word.reading import called_notes, lines, parts
from tests.render.word.test_changes import BODY, spoken

LISTS = """# 区域发展篇

1. 甲
2. 乙

正文。

1. 丙

> 段
"""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return rendered(tmp_path_factory.mktemp("paper"), {"02-overall": BODY})


@pytest.fixture(scope="module")
def document(content: bytes) -> WordDocument:
    return docx.Document(io.BytesIO(content))


def styled(content: bytes, *styles: str) -> list[str]:
    """The words of the paragraphs in these styles."""
    found = (line.split(": ", 1) for line in lines(content))
    return [text for style, text in found if style in styles]


def style(document: WordDocument, name: str):
    return next(one for one in document.styles if one.style_id == name)


def test_the_same_paper_gives_the_same_bytes(tmp_path: Path) -> None:
    first = rendered(tmp_path / "one", {"02-overall": BODY})
    assert rendered(tmp_path / "two", {"02-overall": BODY}) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_cover_says_what_the_imprint_says(content: bytes) -> None:
    assert styled(content, "Title", "Subtitle", "Issuer", "CoverDate") == [
        "中国工业互联网\n产业经济发展白皮书", "（2022年）", "编写组", "2022年12月",
    ]  # fmt: skip


def test_headings_carry_the_numerals_of_the_paper(content: bytes) -> None:
    assert styled(content, "Heading1", "Heading2", "Heading3", "Heading4") == [
        "前言", "一、总体态势篇", "（二）平稳增长", "二、区域发展篇", "附录二　测算方案", "一、总式",
    ]  # fmt: skip


def test_the_contents_are_there_before_word_computes_them(content: bytes) -> None:
    assert styled(content, "TOC1", "TOC2") == [
        "前言\t", "一、总体态势篇\t", "（二）平稳增长\t", "二、区域发展篇\t", "附录二　测算方案\t", "一、总式\t",
    ]  # fmt: skip
    assert styled(content, "TableofFigures") == ["图2　规模\t"]
    instructions = [
        words.text.strip() for words in parts(content)["word/document.xml"].iter(qn("w:instrText"))
    ]
    assert r'TOC \o "1-3" \h \z' in instructions
    assert r'TOC \h \z \c "图"' in instructions


def test_captions_count_as_the_paper_does(content: bytes) -> None:
    assert styled(content, "Caption") == ["图2　规模", "表1　甲表"]
    instructions = [
        words.text.strip() for words in parts(content)["word/document.xml"].iter(qn("w:instrText"))
    ]
    assert r"SEQ 图 \* ARABIC \r 2" in instructions, "the first figure of the paper is figure 2"
    assert r"SEQ 表 \* ARABIC" in instructions


def test_a_figure_is_named_in_the_text_by_its_caption(content: bytes) -> None:
    root = parts(content)["word/document.xml"]
    assert "REF _figure_2 \\h" in [words.text.strip() for words in root.iter(qn("w:instrText"))]
    start = next(one for one in root.iter(qn("w:bookmarkStart")) if one.get(qn("w:name")) == "_figure_2")
    words, node = "", start
    while node.tag != qn("w:bookmarkEnd"):
        words, node = words + "".join(node.itertext(qn("w:t"))), node.getnext()
    assert words == "图2"


@pytest.mark.parametrize(
    ("place", "expected"),
    [("below", ["FigureUnit", "Figure", "Caption"]), ("above", ["Caption", "FigureUnit", "Figure"])],
)
def test_the_title_of_a_figure_stands_where_the_edition_wants_it(
    tmp_path: Path, place: str, expected: list[str]
) -> None:
    found = [line.split(": ")[0] for line in lines(rendered(tmp_path, figure_title=place))]
    first = found.index(expected[0])
    assert found[first : first + 4] == [*expected, "Source"]


def test_a_picture_has_its_true_size_and_words_for_those_who_do_not_see_it(document: WordDocument) -> None:
    (picture,) = document.inline_shapes
    assert (picture.width, picture.height) == (Pt(200), Pt(36))
    assert picture._inline.docPr.get("descr") == "规模为4.10万亿元。"
    assert picture._inline.docPr.get("name") == "图2"


def test_a_picture_is_never_wider_than_the_text(tmp_path: Path) -> None:
    paper = illustrated(tmp_path)
    figure = paper.document.figures["scale_and_share"]
    wide = dataclasses.replace(figure, drawing=dataclasses.replace(figure.drawing, width_pt=953.4))
    document = dataclasses.replace(paper.document, figures={"scale_and_share": wide})
    made = docx.Document(io.BytesIO(render_word(dataclasses.replace(paper, document=document), TEMPLATES)))
    (picture,) = made.inline_shapes
    assert picture.width.mm == pytest.approx(168.17, abs=0.01)
    assert picture.height.pt == pytest.approx(18, abs=0.01)


def test_text_is_in_songti_and_headings_in_heiti(document: WordDocument) -> None:
    fonts = {}
    for name in ("BodyText", "Heading1", "Caption", "TableWords"):
        found = style(document, name).element.rPr.rFonts
        fonts[name] = (found.get(qn("w:eastAsia")), found.get(qn("w:ascii")))
    assert fonts == {
        "BodyText": ("宋体", "Times New Roman"),
        "Heading1": ("黑体", "Arial"),
        "Caption": ("黑体", "Arial"),
        "TableWords": ("宋体", "Times New Roman"),
    }
    language = parts_of(document, "styles").find(f".//{qn('w:lang')}")
    assert language.get(qn("w:eastAsia")) == "zh-CN"


def parts_of(document: WordDocument, kind: str):
    return getattr(document.part, f"_{kind}_part").element


def test_paragraphs_are_indented_by_two_characters(document: WordDocument) -> None:
    indent = style(document, "BodyText").element.pPr.ind
    assert indent.get(qn("w:firstLineChars")) == "200"
    assert indent.get(qn("w:firstLine")) == "480"


def test_quotation_marks_are_set_in_the_chinese_font(tmp_path: Path) -> None:
    made = rendered(tmp_path, {"03-region": "# 区域发展篇\n\n称“甲”。\n"})
    (run,) = (
        run for run in parts(made)["word/document.xml"].iter(qn("w:r")) if "称" in "".join(run.itertext())
    )
    assert run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}").get(qn("w:hint")) == "eastAsia"


def test_tables_have_a_repeated_head_and_no_vertical_rules(document: WordDocument) -> None:
    table = next(table for table in document.tables if table.style.style_id == "RuledTable")
    heads = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
    assert heads == [True, False, False]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["地区", "值"],
        ["广东", "10"],
        ["江苏", "20"],
    ]
    assert [cell.paragraphs[0].alignment for cell in table.rows[1].cells] == [None, 2]
    borders = style(document, "RuledTable").element.find(f".//{qn('w:tblBorders')}")
    assert [side.tag for side in borders] == [qn("w:top"), qn("w:bottom"), qn("w:insideH")]


def test_a_short_table_stays_on_one_page_and_a_long_one_breaks(tmp_path: Path) -> None:
    for rows, kept in ((12, [True] * 11 + [False]), (13, [False] * 13)):
        text = "# 甲\n\n| 号 |\n|---|\n" + "| 丁 |\n" * rows
        made = docx.Document(io.BytesIO(rendered(tmp_path, {"03-region": text})))
        table = next(table for table in made.tables if table.cell(0, 0).text == "号")
        assert [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in table.rows][
            1:
        ] == kept


def test_a_formula_stands_between_nothing_and_its_number(document: WordDocument) -> None:
    rows = [
        [cell for cell in row.cells] for table in document.tables for row in table.rows if len(row.cells) == 3
    ]
    empty, formula, number = rows[0]
    assert (empty.text, number.text) == ("", "（1）")
    assert formula._tc.find(f".//{qn('m:oMathPara')}") is not None


def test_every_numbered_list_starts_at_one(tmp_path: Path) -> None:
    made = rendered(tmp_path, {"03-region": LISTS.replace("> 段\n", "")})
    root = parts(made)["word/document.xml"]
    numbers = [one.get(qn("w:val")) for one in root.iter(qn("w:numId"))]
    assert numbers == ["2", "2", "3"]
    starts = parts(made)["word/numbering.xml"].iter(qn("w:startOverride"))
    assert [one.get(qn("w:val")) for one in starts] == ["1", "1"]


def test_notes_stand_in_the_order_of_their_calls(tmp_path: Path) -> None:
    made = rendered(tmp_path)
    assert called_notes(made, "accept") == ["FootnoteText:  注文一。", "FootnoteText:  注文二。"]
    form = parts(made)["word/settings.xml"].find(f"{qn('w:footnotePr')}/{qn('w:numFmt')}")
    assert form.get(qn("w:val")) == "decimalEnclosedCircleChinese"


def test_three_sections_of_a4_with_roman_numbers_before_the_body(document: WordDocument) -> None:
    cover, front, body = document.sections
    for section in (cover, front, body):
        assert section.orientation == WD_ORIENTATION.PORTRAIT
        assert (section.page_width.mm, section.page_height.mm) == pytest.approx((210, 297), abs=0.1)
        assert section.left_margin.mm == pytest.approx(Mm(22).mm, abs=0.05)
    numbers = [section._sectPr.find(qn("w:pgNumType")) for section in (cover, front, body)]
    assert numbers[0] is None
    assert [(one.get(qn("w:fmt")), one.get(qn("w:start"))) for one in numbers[1:]] == [
        ("upperRoman", "1"), ("decimal", "1"),
    ]  # fmt: skip
    assert cover.header.is_linked_to_previous and not front.header.is_linked_to_previous
    assert front.header.paragraphs[0].text == "中国工业互联网产业经济发展白皮书（2022年）"
    assert "PAGE" in "".join(front.footer._element.itertext())


def test_the_properties_name_the_issuer_and_the_date_of_the_edition(document: WordDocument) -> None:
    properties = document.core_properties
    assert properties.title == "中国工业互联网产业经济发展白皮书（2022年）"
    assert (properties.author, properties.last_modified_by, properties.language) == (
        "编写组",
        "编写组",
        "zh-CN",
    )
    assert properties.created.date() == properties.modified.date() == datetime.date(2022, 12, 1)
    assert properties.comments == ""


def test_the_date_is_that_of_the_cover_or_the_first_day_of_the_edition(tmp_path: Path) -> None:
    document = illustrated(tmp_path, imprint=Imprint(date="")).document
    assert edition_date(document) == datetime.datetime(2022, 1, 1)


def test_nothing_of_the_template_of_python_docx_is_left(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = set(archive.namelist())
    assert not {name for name in names if "thumbnail" in name or "customXml" in name or "app.xml" in name}


def test_a_formula_that_word_cannot_show_is_an_error(tmp_path: Path) -> None:
    text = spoken(BODY, (("$a_{ij}$为", "$\\boxed{x}$为"),))
    with pytest.raises(RenderError, match="无法转成 Word 公式"):
        rendered(tmp_path, {"02-overall": text})
