"""What the file says of itself and what a screen reader is told, each fact planted wrong."""

import pikepdf
import pytest
from pikepdf import Array, Name

from tests.render.gate.planting import WORKBOOK, edited, elements, faults


def no_title(pdf):
    pdf.docinfo.Title = "另一书名"


def no_display(pdf):
    del pdf.Root.ViewerPreferences


def no_marks(pdf):
    pdf.Root.MarkInfo.Marked = False


def no_language(pdf):
    del pdf.Root.Lang


def no_standard(pdf):
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        del metadata["pdfuaid:part"]


def no_tabs(pdf):
    del pdf.pages[4].obj["/Tabs"]


def no_alternative(pdf):
    del elements(pdf, "/Figure")[1]["/Alt"]


def empty_formula(pdf):
    elements(pdf, "/Formula")[0].Alt = " "


def no_scope(pdf):
    del elements(pdf, "/TH")[0].A["/Scope"]


def skipped_level(pdf):
    elements(pdf, "/H2")[1].S = Name.H3


def silent_link(pdf):
    del pdf.pages[3].Annots[0].Contents


def stray_link(pdf):
    page = pdf.pages[3]
    page.Annots.append(pdf.make_indirect(pikepdf.Dictionary(page.Annots[0])))


def no_attachment(pdf):
    del pdf.attachments[WORKBOOK.name]


def other_attachment(pdf):
    pdf.attachments[WORKBOOK.name] = pikepdf.AttachedFileSpec(pdf, b"PK", filename=WORKBOOK.name)


def undeclared_attachment(pdf):
    pdf.Root.AF = Array([])


@pytest.mark.parametrize(
    ("edit", "fault"),
    [
        (no_title, "PDF：标题应为“中国工业互联网产业经济发展白皮书（2022年）”"),
        (no_display, "PDF：没有要求以标题作窗口名"),
        (no_marks, "PDF：没有标明是带结构的 PDF"),
        (no_language, "PDF：语言应为 zh-CN"),
        (no_standard, "PDF：没有标明 PDF/UA-1"),
        (no_tabs, "PDF 第 5 页（页码 2）：跳格次序不依结构"),
        (no_alternative, "PDF 第 4 页（页码 1）：图或公式没有替代文字"),
        (empty_formula, "PDF 第 6 页（页码 3）：图或公式没有替代文字"),
        (no_scope, "PDF 第 4 页（页码 1）：表头“名”没有说明管行还是管列"),
        (skipped_level, "PDF 第 4 页（页码 1）：标题“（二）平稳增长”从第 1 级跳到第 3 级"),
        (silent_link, "PDF 第 4 页（页码 1）：链接没有说明通向哪里"),
        (stray_link, "PDF 第 4 页（页码 1）：链接“图2　规模”不在结构中"),
        (no_attachment, "PDF 附件：附件 report.xlsx 不在 PDF 中或不完整"),
        (other_attachment, "PDF 附件：附件 report.xlsx 不在 PDF 中或不完整"),
        (undeclared_attachment, "PDF 附件：附件 report.xlsx 没有标明为文件的数据"),
    ],
)
def test_each_rule_can_fail(document, content, edit, fault):
    assert fault in faults(edited(content, edit), document)


def test_a_file_without_structure(document, content):
    def edit(pdf):
        del pdf.Root.StructTreeRoot

    assert "PDF：没有结构" in faults(edited(content, edit), document)
