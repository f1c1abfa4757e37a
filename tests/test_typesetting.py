import multiprocessing
import os
from types import SimpleNamespace

import pytest

from reportgen import typesetting
from reportgen.errors import RenderError
from reportgen.project.folders import Project
from reportgen.typesetting import Typeset, typeset
from tests.document.papers import paper
from tests.render.test_pdf import TEMPLATES

HERE = os.getpid()


@pytest.fixture
def project(tmp_path):
    (tmp_path / "templates").symlink_to(TEMPLATES)
    return Project(tmp_path)


@pytest.fixture
def document():
    return SimpleNamespace(running_title="白皮书")


@pytest.fixture(autouse=True)
def made(monkeypatch):
    """Stand-ins for what makes the files; `made.page` can be replaced."""
    stand_ins = SimpleNamespace(page=lambda: f"page of {os.getpid()}", pdf=lambda: b"pdf")
    monkeypatch.setattr("reportgen.render.html.render_html", lambda *_: stand_ins.page())
    monkeypatch.setattr("reportgen.render.pdf.set_paper", lambda *_: (stand_ins.pdf(), "located"))
    monkeypatch.setattr("reportgen.render.workbook.render_workbook", lambda *_: b"workbook")
    return stand_ins


def test_the_page_is_made_by_another_process(project, document):
    pdf, located, page, workbook = typeset(project, document)
    assert (pdf, located, workbook) == (b"pdf", "located", b"workbook")
    assert page.startswith(b"page of ") and page != b"page of %d" % HERE


def test_where_processes_cannot_be_forked_this_one_makes_it(project, document, monkeypatch):
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    assert typeset(project, document) == Typeset(b"pdf", "located", b"page of %d" % HERE, b"workbook")


def test_a_page_whose_process_is_lost_is_made_here(project, document, made):
    made.page = lambda: "page" if os.getpid() == HERE else os._exit(1)
    assert typeset(project, document).html == b"page"


def test_what_is_wrong_with_the_page_is_told_with_its_place(project, document, made):
    def page():
        raise RenderError("缺字", place="03-region.md:5", remedy="改写")

    made.page = page
    with pytest.raises(RenderError, match="缺字") as caught:
        typeset(project, document)
    assert caught.value.place == "03-region.md:5" and caught.value.remedy == "改写"


def test_what_is_wrong_with_the_pdf_is_told(project, document, made):
    def pdf():
        raise RenderError("缺字体", remedy="补上")

    made.pdf = pdf
    with pytest.raises(RenderError, match="缺字体"):
        typeset(project, document)


def test_nothing_is_left_to_inherit(project, document):
    typeset(project, document)
    assert typesetting._inherited is None


def test_pictures_are_kept_in_the_cache_of_the_project(project, tmp_path, monkeypatch):
    monkeypatch.undo()
    document = paper(tmp_path)
    first = typeset(project, document)
    kept = sorted((tmp_path / "build/cache").glob("picture-*"))
    assert kept
    assert typeset(project, document) == first
    assert sorted((tmp_path / "build/cache").glob("picture-*")) == kept
