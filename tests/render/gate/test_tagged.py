"""The structure tree: text in the order of the tree, also where words and elements alternate."""

from reportgen.render.gate.finished import opened
from reportgen.render.gate.tagged import Element
from reportgen.render.page_text import Box, Run
from tests.render.gate.planting import edited


def run(text, left):
    return Run(text, Box(left, 0, left + 10, 10), 0.0, 1)


def test_words_before_between_and_after_elements():
    span = Element("Span", 3, {}, parts=[run("图\u2060", 10)])
    link = Element("Link", 3, {}, parts=[run("见", 0), span, run("5 ", 20), Element("Span", 3, {})])
    assert link.text == "见图5"
    assert [element.kind for element in link.walk()] == ["Link", "Span", "Span"]
    assert link.box == Box(0, 0, 30, 10)


def test_blanks_and_emptiness_take_no_room():
    assert Element("P", 0, {}, parts=[run(" ", 500)]).box is None


def test_elements_know_their_page_text_and_target(content):
    with opened(content) as finished:
        (link,) = [link for link in finished.of_kind("Link") if link.page == 3]
        assert (link.text, link.target) == ("图2", "figure-2")
        assert [(note.page, note.text) for note in finished.of_kind("Note")] == [
            (3, "①注文一。"),
            (4, "②注文二。"),
        ]
        figure = finished.of_kind("Figure")[1]
        assert figure.text == "规模4.10" and figure.box == figure.picture
        assert finished.captions == {"图2": 3, "表1": 3}
        assert finished.destinations["figure-2"][0] == 3


def test_a_file_without_tree_has_an_empty_root(content):
    def edit(pdf):
        del pdf.Root.StructTreeRoot
        del pdf.Root.Names

    with opened(edited(content, edit)) as finished:
        assert [element.kind for element in finished.elements] == [""]
        assert finished.destinations == {}
