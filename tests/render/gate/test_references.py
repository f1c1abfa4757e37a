"""References: links without target, wrong targets, names of nothing."""

import pytest
from pikepdf import Array, Dictionary, Name

from reportgen.render.pdf import render_pdf
from tests.document.papers import paper
from tests.render.gate.planting import TEMPLATES, edited, faults, messages


def link_in_text(pdf):
    (link,) = [link for link in pdf.pages[3].Annots if str(link.Contents).startswith("图2")]
    return link


def test_a_link_without_target(document, content):
    def edit(pdf):
        link_in_text(pdf).Dest = "figure-99"

    assert "PDF 第 4 页（页码 1）：链接“图2　规模”的目标“figure-99”不存在" in faults(
        edited(content, edit), document
    )


def test_a_link_to_another_place(document, content):
    def edit(pdf):
        link_in_text(pdf).Dest = document.chapters[2].anchor

    assert "PDF 第 4 页（页码 1）：“图2”通向PDF 第 5 页（页码 2），那里没有图2" in faults(
        edited(content, edit), document
    )


def test_a_link_out_of_the_paper(document, content):
    def edit(pdf):
        link = link_in_text(pdf)
        del link.Dest
        link.A = Dictionary(S=Name.URI, URI="https://example.org/")

    assert "PDF 第 4 页（页码 1）：链接“图2　规模”不通向文内（https://example.org/）" in faults(
        edited(content, edit), document
    )


def test_a_place_on_a_page_that_is_gone(document, content):
    def edit(pdf):
        names = pdf.Root.Names.Dests.Names
        index = [str(name) for name in names[::2]].index("figure-2") * 2 + 1
        names[index] = Array([pdf.make_indirect(Dictionary(Type=Name.Page)), Name.XYZ, 0, 0, 0])

    assert "PDF 第 4 页（页码 1）：链接“图2　规模”的目标“figure-2”不存在" in faults(
        edited(content, edit), document
    )


@pytest.mark.parametrize("text", ["见表9", "如表9所示", "规模扩大（表9）", "由图9可见"])
def test_a_figure_or_table_that_does_not_exist(tmp_path, text):
    found = messages(lambda: render_pdf(paper(tmp_path, {"03-region": f"# 甲\n\n{text}。\n"}), TEMPLATES))
    name = "图9" if "图9" in text else "表9"
    assert found == [f"PDF 第 5 页（页码 2）：正文提到{name}，文中没有{name}"]


def test_tables_of_other_publications_may_be_named(tmp_path):
    render_pdf(paper(tmp_path, {"03-region": "# 甲\n\n据《统计分类》表9，见表1。\n"}), TEMPLATES)


def test_a_figure_that_is_never_named(tmp_path):
    text = '# 总体态势篇\n\n正文。\n\n{{ 图表("scale_and_share") }}\n'
    found = messages(lambda: render_pdf(paper(tmp_path, {"02-overall": text}), TEMPLATES))
    assert found == ["图 2（scale_and_share）：没有通向图2的引用"]
