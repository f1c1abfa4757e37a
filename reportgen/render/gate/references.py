"""References: each link leads to an existing place, and what it names stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.document.document import Document
from reportgen.errors import RenderError
from reportgen.render.gate.finished import NAMED, Finished
from reportgen.render.gate.tagged import Element

_MENTION = re.compile(r"(?<=[如见由从据和与及至（])[图表]\d+")  # after 》 it stands in another publication
_TEXTS = ("P", "LBody", "Note")


def check_references(document: Document, finished: Finished) -> Iterator[RenderError]:
    """Faults of the references of a paper."""
    yield from _check_links(finished)
    linked = [element for element in finished.of_kind("Link") if NAMED.fullmatch(element.text)]
    for element in linked:
        yield from _check_named(element, finished)
    yield from _check_mentions(finished)
    yield from _check_all_linked(document, linked)


def _check_links(finished: Finished) -> Iterator[RenderError]:
    """Every annotation leads to a place within the paper."""
    for index, page in enumerate(finished.pdf.pages):
        for link in page.get("/Annots", ()):
            target = str(link.get("/Dest", ""))
            words = str(link.get("/Contents", ""))
            if not target:
                address = link.get("/A", {}).get("/URI", "无目标")
                yield finished.fault(index, f"链接“{words}”不通向文内（{address}）", "只用文内引用")
            elif target not in finished.destinations:
                yield finished.fault(index, f"链接“{words}”的目标“{target}”不存在", "查该处的锚点")


def _check_named(link: Element, finished: Finished) -> Iterator[RenderError]:
    if link.target not in finished.destinations:
        return
    page, _ = finished.destinations[link.target]
    if finished.captions.get(link.text) != page:
        yield finished.fault(
            link.page, f"“{link.text}”通向{finished.place(page)}，那里没有{link.text}", "查该图的编号与锚点"
        )


def _check_mentions(finished: Finished) -> Iterator[RenderError]:
    """Figures and tables that the text names exist, also where the name is no link."""
    for element in finished.of_kind(*_TEXTS):
        for found in _MENTION.finditer(element.text):
            if found[0] not in finished.captions:
                yield finished.fault(
                    element.page, f"正文提到{found[0]}，文中没有{found[0]}", "改正编号；图用 图(…) 引用"
                )


def _check_all_linked(document: Document, linked: list[Element]) -> Iterator[RenderError]:
    named = {element.text for element in linked}
    for figure in document.figures.values():
        if f"图{figure.number}" not in named:
            yield RenderError(
                f"没有通向图{figure.number}的引用",
                place=f"图 {figure.number}（{figure.drawing.name}）",
                remedy="在正文中用 图(…) 提到它",
            )
