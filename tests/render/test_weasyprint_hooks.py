import contextlib
import gc
import re
from pathlib import Path

import pydyf
import pytest
import weasyprint
from weasyprint.pdf import fonts
from weasyprint.text import line_break

from reportgen.render import weasyprint_hooks
from reportgen.render.pdf import print_page
from tests.document.papers import paper

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
REPLACED = {
    "serialised_once": (pydyf.PDF, "write"),
    "references_once": (pydyf.PDF, "page_references"),
    "described_once": (line_break, "get_font_description"),
    "featured_once": (line_break, "font_features"),
    "declared_once": (fonts, "ffi"),
}


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    return print_page(paper(tmp_path_factory.mktemp("chapters")), TEMPLATES)


def made(page, hook):
    html = weasyprint.HTML(string=page, base_url=str(TEMPLATES))
    with hook():
        return html.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=b"paper")


@pytest.fixture(scope="module")
def plain(page):
    return made(page, contextlib.nullcontext)


@pytest.mark.parametrize("hook", weasyprint_hooks.HOOKS, ids=lambda hook: hook.__name__)
def test_a_hook_changes_no_byte(hook, page, plain):
    assert made(page, hook) == plain


def test_all_hooks_together_change_no_byte(page, plain):
    assert made(page, weasyprint_hooks.hooks) == plain


@pytest.mark.parametrize("name", REPLACED)
def test_a_hook_is_in_place_only_within_its_block(name):
    owner, attribute = REPLACED[name]
    before = getattr(owner, attribute)
    with weasyprint_hooks.hooks() as installed:
        assert installed and getattr(owner, attribute) is not before
    assert getattr(owner, attribute) is before


def test_every_hook_but_the_collector_replaces_a_function():
    assert {hook.__name__ for hook in weasyprint_hooks.HOOKS} == {*REPLACED, "without_collector"}


def test_the_collector_rests_within_the_block_even_when_it_fails():
    assert gc.isenabled()
    with pytest.raises(ValueError, match="torn"), weasyprint_hooks.hooks():
        assert not gc.isenabled()
        raise ValueError("torn")
    assert gc.isenabled()


def test_a_collector_at_rest_is_left_so():
    gc.disable()
    try:
        with weasyprint_hooks.without_collector():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def packings(hook, monkeypatch, tmp_path):
    """How often the streams of a file are packed while it is written twice, with other content."""
    calls = []
    plain = pydyf.Stream.data.fget
    monkeypatch.setattr(pydyf.Stream, "data", property(lambda self: calls.append(self) or plain(self)))
    with hook():
        pdf = pydyf.PDF()
        stream = pydyf.Stream([b"first"])
        pdf.add_object(stream)
        with open(tmp_path / "first.pdf", "wb") as file:
            pdf.write(file, identifier=b"paper")
        stream.stream = [b"second"]
        with open(tmp_path / "second.pdf", "wb") as file:
            pdf.write(file, identifier=b"paper")
    assert b"second" in (tmp_path / "second.pdf").read_bytes()
    return len(calls)


def test_a_stream_is_packed_once_for_each_time_the_file_is_written(monkeypatch, tmp_path):
    assert packings(contextlib.nullcontext, monkeypatch, tmp_path) == 4
    monkeypatch.undo()
    assert packings(weasyprint_hooks.serialised_once, monkeypatch, tmp_path) == 2


def test_references_follow_the_pages():
    pdf = pydyf.PDF()
    with weasyprint_hooks.references_once():
        assert pdf.page_references == ()
        pdf.add_page(pydyf.Dictionary())
        assert len(pdf.page_references) == 1
        assert pdf.page_references is pdf.page_references


@pytest.mark.parametrize("name", ["get_font_description", "font_features"])
def test_a_font_is_described_once_for_each_style(name, page, monkeypatch):
    calls = []
    plain = getattr(line_break, name)
    monkeypatch.setattr(line_break, name, lambda *given: calls.append(given) or plain(*given))
    made(page, contextlib.nullcontext)
    without = len(calls)
    calls.clear()
    made(page, weasyprint_hooks.hooks)
    assert 0 < len(calls) < without / 5


@pytest.mark.parametrize("library", weasyprint_hooks.TESTED)
def test_another_version_is_left_as_it_is(library, monkeypatch):
    monkeypatch.setitem(weasyprint_hooks.TESTED, library, "1.0")
    before = line_break.get_font_description
    with weasyprint_hooks.hooks() as installed:
        assert not installed and line_break.get_font_description is before and gc.isenabled()


def test_the_versions_tested_are_those_installed_with_the_program():
    locked = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    for library, version in weasyprint_hooks.TESTED.items():
        assert re.search(rf"^{library}=={re.escape(version)} ", locked, re.MULTILINE)
