"""Fonts: another one, one that is not embedded, one that is drawn."""

from pikepdf import Dictionary, Name

from reportgen.render.gate.finished import opened
from reportgen.render.gate.fonts import INTENDED, face, fonts, program
from tests.render.gate.planting import edited, faults


def first_font(pdf):
    return next(iter(pdf.pages[3].Resources.Font.values()))


def test_the_four_faces_are_intended(content):
    assert len(INTENDED) == 4
    with opened(content) as finished:
        assert {face(font) for font in fonts(finished)} == INTENDED
        assert all(program(font) for font in fonts(finished))


def test_another_font(document, content):
    def edit(pdf):
        first_font(pdf).BaseFont = Name("/ABCDEF+SimSun")

    (found,) = [fault for fault in faults(edited(content, edit), document) if "SimSun" in fault]
    assert found == "PDF：PDF 用了规定之外的字体 SimSun"


def test_a_font_that_is_not_embedded(document, content):
    def edit(pdf):
        del first_font(pdf).DescendantFonts[0].FontDescriptor.FontFile2

    found = faults(edited(content, edit), document)[0]
    assert found.startswith("PDF：字体 Noto-") and found.endswith("没有嵌入")


def test_a_font_that_is_drawn(document, content):
    def edit(pdf):
        pdf.pages[3].Resources.Font.F9 = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type3))

    assert faults(edited(content, edit), document) == ["PDF：PDF 用了规定之外的字体 Type3"]
