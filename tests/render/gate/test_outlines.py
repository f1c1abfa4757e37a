"""Characters without glyph: as a typesetter leaves them, and planted one by one."""

from contextlib import nullcontext

import pytest

from reportgen.render import pdf as rendering
from reportgen.render.pdf import render_pdf
from tests.document.papers import SVG, paper
from tests.render.gate.planting import TEMPLATES, edited, faults, messages, page_with, reworded


@pytest.fixture
def unguarded(monkeypatch):
    """The typesetter alone, without the checks before it and the warnings of it."""
    monkeypatch.setattr(rendering, "check_glyphs", lambda *_: None)
    monkeypatch.setattr(rendering, "warnings_raise", nullcontext)


@pytest.mark.parametrize(
    ("chapters", "svg"),
    [
        ({"03-region": "# 甲\n\n乙\U000200cb丙\n"}, SVG),
        ({}, SVG.replace("规模4.10", "规模\U000200cb")),
        ({}, SVG.replace("规模4.10", "规模\U000200cb").replace("<text ", '<text opacity=".5" ')),
    ],
)
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_character_that_no_font_has(tmp_path, unguarded, chapters, svg):
    found = messages(lambda: render_pdf(paper(tmp_path, chapters, svg=svg), TEMPLATES))
    page = 5 if chapters else 4
    assert any(
        fault.startswith(f"PDF 第 {page} 页") and "\U000200cb”没有字形" in fault for fault in found
    ) or any("规定之外的字体" in fault for fault in found)


@pytest.mark.parametrize("glyph", [b"0000", b"fff0"])
def test_a_glyph_without_outline(document, content, glyph):
    page, _ = page_with(content, "导语。")
    found = faults(reworded(content, page, "导语。", glyph), document)
    assert any(fault.startswith("PDF 第 4 页（页码 1）：字体 Noto-Serif-SC 中有字符") for fault in found)


def test_text_that_is_not_shown_by_glyph_numbers(document, content):
    page, _ = page_with(content, "导语。")

    def edit(pdf):
        drawing = pdf.pages[page].Contents.read_bytes()
        pdf.pages[page].Contents = pdf.make_stream(drawing + b"\nBT (abc) Tj ET")

    assert "PDF 第 4 页（页码 1）：有不按字形编号的文字，无法核对" in faults(edited(content, edit), document)
