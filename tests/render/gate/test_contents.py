"""Contents and page numbers: wrong numbers, missing rows, rows for nothing."""

import dataclasses
import shutil

import pytest
from pikepdf import Dictionary

from reportgen.render.pdf import render_pdf
from tests.render.gate.planting import TEMPLATES, edited, faults, messages, page_with, reworded


def test_contents_that_name_another_page(tmp_path, document):
    templates = tmp_path / "templates"
    shutil.copytree(TEMPLATES, templates)
    style = templates / "print/style.css"
    text = style.read_text(encoding="utf-8")
    assert "content: target-counter(attr(href), page);" in text
    style.write_text(
        text.replace("content: target-counter(attr(href), page);", "content: counter(page);"),
        encoding="utf-8",
    )
    found = messages(lambda: render_pdf(document, templates))
    assert "PDF 第 3 页（页码 II）：目录中“一总体态势篇”的页码印作 2，实在第 1 页" in found
    assert "PDF 第 3 页（页码 II）：目录中“图2规模”的页码印作 2，实在第 1 页" in found


def test_page_labels_that_are_not_printed(document, content):
    def edit(pdf):
        pdf.Root.PageLabels.Nums[5] = Dictionary(S=pdf.Root.PageLabels.Nums[5].S, St=5)

    found = faults(edited(content, edit), document)
    assert "PDF 第 4 页（页码 5）：页脚印的页码是“1”" in found
    assert "PDF 第 3 页（页码 II）：目录中“图2规模”的页码印作 1，实在第 5 页" in found


def test_a_page_without_number(document, content):
    page, _ = page_with(content, "注文二。")
    assert faults(reworded(content, page, "2", b""), document) == ["PDF 第 5 页（页码 2）：页脚印的页码是“”"]


def test_a_heading_that_the_contents_lack(document, content):
    entry = dataclasses.replace(document.contents[-1], title="新节", anchor="c9-9")
    more = dataclasses.replace(document, contents=(*document.contents, entry))
    assert f"目录：目录中没有“{entry.numeral}新节”" in faults(content, more)


def test_a_row_that_no_heading_has(document, content):
    fewer = dataclasses.replace(document, contents=document.contents[:-1])
    assert "PDF 第 3 页（页码 II）：目录中多出一行“一、总式3”" in faults(content, fewer)


def test_a_row_with_other_words(document, content):
    entries = list(document.contents)
    entries[1] = dataclasses.replace(entries[1], title="总体形势篇")
    found = faults(content, dataclasses.replace(document, contents=tuple(entries)))
    assert "PDF 第 3 页（页码 II）：目录一行印作“一总体态势篇”，标题是“一总体形势篇”" in found
    assert "PDF 第 4 页（页码 1）：这一页没有“一总体形势篇”" in found


@pytest.mark.parametrize(("anchor", "words"), [("figure-2", "图2规模"), ("c3", "二区域发展篇")])
def test_an_anchor_on_another_page(document, content, anchor, words):
    def edit(pdf):
        names = pdf.Root.Names.Dests.Names
        index = [str(name) for name in names[::2]].index(anchor) * 2 + 1
        names[index][0] = pdf.pages[5].obj

    found = faults(edited(content, edit), document)
    assert f"PDF 第 6 页（页码 3）：这一页没有“{words}”" in found
