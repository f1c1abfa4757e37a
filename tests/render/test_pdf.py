import io
import logging
import re
import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from reportgen.errors import RenderError
from reportgen.render import justify, keep_notes
from reportgen.render.page_text import box_around, read_pages, text_of
from reportgen.render.pdf import print_page, render_pdf
from tests.document.papers import SVG, paper

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.fixture(scope="module")
def document(tmp_path_factory):
    return paper(tmp_path_factory.mktemp("chapters"))


@pytest.fixture(scope="module")
def pdf(document):
    return render_pdf(document, TEMPLATES)


def page_texts(content):
    return [
        re.sub(r"[\s\u2060\u200b]", "", page.extract_text()) for page in PdfReader(io.BytesIO(content)).pages
    ]


def test_contents_show_the_pages_on_which_the_headings_stand(document, pdf):
    texts = page_texts(pdf)
    contents = next(text for text in texts if text.startswith("目录"))
    start = next(index for index, text in enumerate(texts) if "导语。" in text)
    pages = pages_of_bookmarks(PdfReader(io.BytesIO(pdf)))
    for entry in document.contents:
        numeral = entry.numeral.removesuffix("、") if entry.level == 1 else entry.numeral
        page = pages[entry.title] - start + 1
        assert f"{'I' if entry.front else page}{numeral}{entry.title}" in contents
    assert "1图2规模" in contents


def test_page_numbers_are_roman_before_the_body(pdf):
    texts = page_texts(pdf)
    assert len(texts) == 6
    assert [text[-1] for text in texts[3:]] == ["1", "2", "3"]
    assert texts[1].endswith("I") and texts[2].endswith("II")


def test_notes_stand_on_the_page_of_their_call(pdf):
    texts = page_texts(pdf)
    assert [sum(note in text for text in texts) for note in ("注文一。", "注文二。")] == [1, 1]
    assert "①注文一。" in texts[3] and "②注文二。" in texts[4]


def test_metadata_and_structure(pdf):
    reader = PdfReader(io.BytesIO(pdf))
    assert reader.metadata.title == "中国工业互联网产业经济发展白皮书（2022年）"
    assert reader.metadata.author == "编写组"
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "zh-CN"
    assert root["/MarkInfo"]["/Marked"]


def test_only_the_four_faces_are_embedded(pdf):
    fonts = {
        str(font.get_object()["/BaseFont"]).split("+")[1]
        for page in PdfReader(io.BytesIO(pdf)).pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert fonts <= {"Noto-Sans-SC", "Noto-Sans-SC-Semi-Bold", "Noto-Serif-SC", "Noto-Serif-SC-Semi-Bold"}
    assert len(fonts) == 4


def test_the_same_document_gives_the_same_bytes(document, pdf):
    assert render_pdf(document, TEMPLATES) == pdf


def test_number_and_unit_never_part(document):
    page = print_page(document, TEMPLATES)
    assert (
        'data-address="增加值.全国[2021]" data-status="测算"><span class="hair">4.10</span>\u2060万亿元</span>'
        in page
    )
    assert ".number, .reference { white-space: nowrap; }" in page


@pytest.mark.parametrize(("place", "order"), [("below", ["单位", "图 2"]), ("above", ["图 2", "单位"])])
def test_the_title_of_a_figure_stands_where_the_edition_says(tmp_path, place, order):
    page = print_page(paper(tmp_path, figure_title=place), TEMPLATES)
    figure = re.search(f'<figure id="figure-2" class="title-{place}">.*?</figure>', page, re.S)[0]
    assert sorted(order, key=figure.index) == order


@pytest.mark.parametrize(
    ("chapters", "svg", "place"),
    [
        ({"03-region": "# 甲\n\n乙\n\n丙\U000200cb\n"}, SVG, "03-region.md:5"),
        ({}, SVG.replace("规模4.10", "规模\U000200cb"), "图 2（scale_and_share）"),
    ],
)
def test_a_character_without_glyph_is_refused_with_its_place(tmp_path, chapters, svg, place):
    with pytest.raises(RenderError, match="U\\+200CB") as caught:
        render_pdf(paper(tmp_path, chapters, svg=svg), TEMPLATES)
    assert caught.value.place == place


def test_a_warning_of_the_typesetter_is_an_error(document, tmp_path):
    templates = copy_of_templates(tmp_path)
    style = templates / "print/style.css"
    style.write_text(style.read_text(encoding="utf-8") + "\np { no-such-thing: 1 }\n", encoding="utf-8")
    with pytest.raises(RenderError, match="no-such-thing"):
        render_pdf(document, templates)
    assert all(
        handler.__class__.__name__ != "_Collector" for handler in logging.getLogger("weasyprint").handlers
    )


def test_a_missing_font_file_is_an_error(document, tmp_path):
    templates = copy_of_templates(tmp_path)
    (templates / "fonts/NotoSansSC-Regular.ttf").unlink()
    with pytest.raises(RenderError, match="没有这个字体文件"):
        render_pdf(document, templates)


def test_a_formula_wider_than_the_column_is_refused(tmp_path):
    wide = "+".join(f"x_{{{index}}}" for index in range(40))
    with pytest.raises(RenderError, match="公式宽") as caught:
        render_pdf(paper(tmp_path, {"09-method": f"<!-- 附录二 -->\n# 甲\n\n$$ {wide} $$\n"}), TEMPLATES)
    assert caught.value.place == "09-method.md:4"


def test_justified_lines_end_at_the_right_edge(tmp_path):
    text = (
        "工业互联网带动2021年各行业增加值，渗透产业与直接产业相互促进，平台、网络、数据、安全四个领域协同推进"
        * 3
    )
    document = paper(tmp_path, {"03-region": f"# 甲\n\n{text}\n"})
    assert max(slack_of_lines(document)) < 0.5


def test_lines_with_squeezed_quotation_marks_end_at_the_right_edge_too(tmp_path):
    """Read back from the PDF: what the layout takes for the width is not always what is drawn."""
    text = (
        "推动要素跨地区流动，区域协同的效果逐步显现，为落实“六稳”“六保”任务提供了支撑“甲”“乙”“丙”等一二三四五"
        * 4
    )
    content = render_pdf(paper(tmp_path, {"03-region": f"# 甲\n\n{text}\n"}), TEMPLATES)
    lines = [line for page in read_pages(content) for line in page.lines]
    edges = [box_around([run.box for run in line]).right for line in lines if len(text_of(line)) > 35]
    assert len(edges) > 4
    assert 538 < max(edges) < 539.1


def test_a_note_is_not_moved_to_make_room_for_a_paragraph(tmp_path):
    """25 paragraphs leave the room at which WeasyPrint by itself moves the note to the next page."""
    lines = "".join(f"第{number}段。\n\n" for number in range(25))
    text = f"# 甲\n\n首段[^b]。\n\n{lines}{'末段' * 150}\n\n[^b]: 注文二。\n"
    texts = page_texts(render_pdf(paper(tmp_path, {"03-region": text}), TEMPLATES))
    assert "②注文二。" in next(body for body in texts if "首段" in body)


def test_the_replacements_are_for_this_version_only(monkeypatch):
    import weasyprint

    assert justify.install() and keep_notes.install()
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    assert not justify.install()
    assert not keep_notes.install()


def pages_of_bookmarks(reader, items=None):
    """The page index of each bookmark by its words, without the numeral."""
    found = {}
    for item in reader.outline if items is None else items:
        if isinstance(item, list):
            found |= pages_of_bookmarks(reader, item)
        else:
            title = re.sub(r"^(?:附录.　|[一二三]、|（[一二三]）|\d\.)", "", item.title)
            found[title] = reader.get_destination_page_number(item)
    return found


def copy_of_templates(folder):
    templates = folder / "templates"
    shutil.copytree(TEMPLATES, templates)
    return templates


def slack_of_lines(document):
    """How far each full line of the text of chapter 二 ends from the right edge, in px."""
    from weasyprint import HTML
    from weasyprint.formatting_structure import boxes

    justify.install()
    pages = HTML(string=print_page(document, TEMPLATES), base_url=str(TEMPLATES)).render().pages
    slack = []
    for page in pages:
        for box in page._page_box.descendants():
            if isinstance(box, boxes.BlockBox) and box.element_tag == "p" and box.children:
                lines = [child for child in box.children if isinstance(child, boxes.LineBox)]
                edge = box.content_box_x() + box.width
                slack += [
                    edge - (line.children[-1].position_x + line.children[-1].width) for line in lines[:-1]
                ]
    assert len(slack) > 2
    return slack
