"""A sound paper passes; everything that is wrong is told at once, and nothing faulty is returned."""

import shutil

import pytest

from reportgen.errors import ManyErrors, RenderError
from reportgen.render.gate.gate import check_pdf
from reportgen.render.pdf import render_pdf
from tests.document.papers import paper
from tests.render.gate.planting import TEMPLATES, WORKBOOK, edited, faults


def test_a_sound_paper_passes(document, content):
    assert faults(content, document) == []


def test_all_faults_are_told_at_once(document, content):
    def edit(pdf):
        pdf.Root.Lang = "en"
        del pdf.Root.PageLabels

    with pytest.raises(ManyErrors) as caught:
        check_pdf(edited(content, edit), document, TEMPLATES, WORKBOOK)
    assert "语言应为 zh-CN" in str(caught.value) and "页码印作" in str(caught.value)


def test_a_paper_without_attachment_needs_none(document):
    check_pdf(render_pdf(document, TEMPLATES), document, TEMPLATES)


def test_rendering_ends_at_the_gate(tmp_path):
    with pytest.raises(RenderError, match="正文提到表9"):
        render_pdf(paper(tmp_path, {"03-region": "# 区域\n\n见表9。\n"}), TEMPLATES)


def test_a_style_sheet_without_margins_is_an_error(tmp_path, document, content):
    templates = tmp_path / "templates"
    shutil.copytree(TEMPLATES, templates)
    (templates / "print/style.css").write_text("p { color: red }", encoding="utf-8")
    assert faults(content, document, templates) == [f"{templates / 'print/style.css'}：样式没有写明版心"]
