"""Overfull boxes: text, figures, cells and margins that stand where they should not."""

import pytest

from reportgen.render.gate.finished import opened
from reportgen.render.gate.sheet import content_area
from reportgen.render.pdf import render_pdf
from tests.document.papers import SVG, paper
from tests.render.gate.planting import TEMPLATES, edited, elements, faults, messages, moved, page_with

LONG = "abcdefghij" * 5


def test_the_area_is_that_of_the_style_sheet():
    area = content_area(TEMPLATES)
    assert (area.left, area.bottom) == pytest.approx((22 / 25.4 * 72, 28 / 25.4 * 72))
    assert (area.right, area.top) == pytest.approx(((210 - 19.83) / 25.4 * 72, (297 - 27.5) / 25.4 * 72))


@pytest.mark.parametrize(
    ("right", "up", "side"), [(450, 0, "右边"), (-80, 0, "左边"), (0, 200, "上边"), (0, -650, "下边")]
)
def test_text_out_of_the_area(document, content, right, up, side):
    page, _ = page_with(content, "导语。")
    found = faults(moved(content, page, "导语。", right, up), document)
    assert any(fault.startswith(f"PDF 第 4 页（页码 1）：“导语。”超出版心{side}") for fault in found)


def test_a_word_longer_than_the_line(tmp_path):
    found = messages(lambda: render_pdf(paper(tmp_path, {"03-region": f"# 甲\n\n{LONG * 3}\n"}), TEMPLATES))
    assert found and found[0].startswith("PDF 第 5 页（页码 2）：“abcdefghijabcd”超出版心右边")


def test_a_figure_out_of_the_area(document, content):
    def edit(pdf):
        elements(pdf, "/Figure")[1].A.BBox[2] = 545

    assert "PDF 第 4 页（页码 1）：“规模4.10”超出版心右边 5.9 磅" in faults(edited(content, edit), document)


def test_two_blocks_on_each_other(document, content):
    with opened(content) as finished:
        heading, text = (
            next(element for element in finished.elements if element.text == words)
            for words in ("1.细目", "文字。")
        )
        distance = heading.box.bottom - text.box.bottom
    page, _ = page_with(content, "文字。")
    found = faults(moved(content, page, "文字。", -20, distance), document)
    assert "PDF 第 4 页（页码 1）：“1.细目”与“文字。”相叠" in found


def test_a_page_number_in_the_text(document, content):
    page, _ = page_with(content, "注文二。")
    found = faults(moved(content, page, "2", 0, 60), document)
    assert "PDF 第 5 页（页码 2）：页眉或页码“2”不在页边之内" in found


def test_words_that_a_figure_cuts_off(tmp_path):
    svg = SVG.replace('x="4"', 'x="190"')
    found = messages(lambda: render_pdf(paper(tmp_path, svg=svg), TEMPLATES))
    assert "图中文字" in found[0] and "超出图的边缘" in found[0]


@pytest.mark.parametrize(
    ("row", "words"), [(f"{LONG * 3} | 乙", "伸入右边一格“乙”"), (f"甲 | {LONG * 3}", "超出版心右边")]
)
def test_a_cell_that_is_too_narrow(tmp_path, row, words):
    text = f"# 甲\n\n表题：甲\n\n| 名 | 值 |\n|---|---|\n| {row} |\n"
    found = messages(lambda: render_pdf(paper(tmp_path, {"03-region": text}), TEMPLATES))
    assert any(words in fault for fault in found)


def test_the_columns_of_a_table_fill_its_width(tmp_path):
    """Seven columns whose shares do not come out even; the last head reaches the right edge."""
    head = ("类别", "项数", "一致", "舍入内一致", "偏差", "无法核对", "偏差中位数")
    body = ("增加值规模", "12", "10", "1", "1", "0", "0.35%")
    rows = "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ("---", *["--:"] * 6), body))
    render_pdf(paper(tmp_path, {"03-region": f"# 甲\n\n表题：甲\n\n{rows}\n"}), TEMPLATES)
