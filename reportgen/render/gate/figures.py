"""Figures: each within a page of where the text first names it, and no half-empty page before one."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.document.document import Document
from reportgen.errors import RenderError
from reportgen.render.gate.blocks import by_page
from reportgen.render.gate.finished import Finished
from reportgen.render.gate.tagged import Element
from reportgen.render.page_text import Box

_FARTHEST = 1  # pages, either way
_MOST_EMPTY = 1 / 2  # of the content area; new numbers may leave a little more blank than the old ones did
_REMEDY = "把 图表(…) 移近首次提到它的那一段，或调整前后各图的高度"
_BLANK_REMEDY = "程序已试过本节内的各个位置；可减小图的高度、增减本节的文字，或把 图表(…) 移到别的一节"


def check_distance(document: Document, finished: Finished) -> Iterator[RenderError]:
    """Figures that stand away from the sentence that first names them."""
    mentions = _first_mentions(finished)
    for figure in document.figures.values():
        if figure.anchor not in mentions or figure.anchor not in finished.destinations:
            continue
        mentioned, (page, _) = mentions[figure.anchor], finished.destinations[figure.anchor]
        if abs(page - mentioned) > _FARTHEST:
            yield finished.fault(
                page,
                f"图{figure.number}离首次提到它的{finished.place(mentioned)} {abs(page - mentioned)} 页",
                _REMEDY,
            )


def check_blanks(document: Document, finished: Finished, area: Box) -> Iterator[RenderError]:
    """Pages left half empty because the figure after them did not fit."""
    numbers = _first_figures(document, finished)
    pages, tops = by_page(finished), _tops_of_figures(finished)
    for page, found in pages.items():
        following = pages.get(page + 1, [])
        if page + 1 not in tops or max(block.box.top for block in following) > tops[page + 1]:
            continue
        blank = _blank(found, area) / (area.top - area.bottom)
        if blank > _MOST_EMPTY:
            yield finished.fault(
                page, f"图{numbers.get(page + 1, '')}前的这一页空了 {blank:.0%}", _BLANK_REMEDY
            )


def _first_figures(document: Document, finished: Finished) -> dict[int, int]:
    """For each page with figures the number of the first of them."""
    found: dict[int, int] = {}
    for figure in document.figures.values():
        if figure.anchor in finished.destinations:
            page, _ = finished.destinations[figure.anchor]
            found[page] = min(figure.number, found.get(page, figure.number))
    return found


def _first_mentions(finished: Finished) -> dict[str, int]:
    """The page of the first link to each anchor, outside the contents."""
    found: dict[str, int] = {}
    for link in _links(finished.structure):
        if link.target:
            found[link.target] = min(link.page, found.get(link.target, link.page))
    return found


def _links(element: Element) -> Iterator[Element]:
    if element.kind == "TOC":
        return
    if element.kind == "Link":
        yield element
    for child in element.children:
        yield from _links(child)


def _tops_of_figures(finished: Finished) -> dict[int, float]:
    """For each page how high its highest figure reaches, with unit and title."""
    tops: dict[int, float] = {}
    for group in finished.elements:
        if any(child.kind == "Figure" for child in group.children) and group.box is not None:
            tops[group.page] = max(group.box.top, tops.get(group.page, 0.0))
    return tops


def _blank(blocks: list[Element], area: Box) -> float:
    """The height between the last line of a page and its notes, or its foot, in points."""
    notes = [block.box.top for block in blocks if block.kind == "Note"]
    body = [block.box.bottom for block in blocks if block.kind != "Note"]
    return min(body, default=area.top) - max(notes, default=area.bottom)
