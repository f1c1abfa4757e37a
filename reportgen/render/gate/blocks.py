"""The blocks of the pages: paragraphs, headings, pictures, rows of tables, each with the room it takes."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.render.gate.finished import Finished
from reportgen.render.gate.tagged import HEADINGS, Element

KINDS = frozenset((*HEADINGS, "P", "Caption", "Figure", "Formula", "LI", "Note", "TOCI", "TR"))
COVER = 0  # index of the page


def blocks(finished: Finished) -> Iterator[Element]:
    """Every block that shows something, in reading order; the cover is a picture with text upon it."""
    return (block for block in _blocks(finished.structure) if block.box is not None and block.page != COVER)


def by_page(finished: Finished) -> dict[int, list[Element]]:
    """The blocks of each page in reading order."""
    pages: dict[int, list[Element]] = {}
    for block in blocks(finished):
        pages.setdefault(block.page, []).append(block)
    return pages


def _blocks(element: Element) -> Iterator[Element]:
    if element.kind in KINDS:
        yield element
        return
    for child in element.children:
        yield from _blocks(child)
