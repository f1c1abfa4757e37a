"""Bookmarks: the headings of the paper in their order, each leading to its heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from reportgen.document.document import Document
from reportgen.errors import RenderError
from reportgen.render.gate.expected import titles
from reportgen.render.gate.finished import Finished

_REMEDY = "查样式中的 bookmark-label 与 bookmark-level"


def check_bookmarks(document: Document, finished: Finished) -> Iterator[RenderError]:
    """The first bookmark that is not as it should be; all after it would be reported with it."""
    for wanted, found in zip_longest(titles(document), _flat(finished)):
        if found is None:
            yield RenderError(f"缺书签“{wanted.words}”", place="PDF 书签", remedy=_REMEDY)
            return
        words, page = found
        if wanted is None or words != wanted.words:
            expected = f"应为“{wanted.words}”" if wanted else "标题中没有"
            yield RenderError(f"书签“{words}”，{expected}", place="PDF 书签", remedy=_REMEDY)
            return
        target, _ = finished.destinations.get(wanted.anchor, (None, 0))
        if target is not None and page != target:
            yield finished.fault(page, f"书签“{words}”通向这一页，标题在{finished.place(target)}", _REMEDY)


def _flat(finished: Finished) -> list[tuple[str, int]]:
    """Words and page of every bookmark."""
    pages = {page.objgen: index for index, page in enumerate(finished.pdf.pages)}
    with finished.pdf.open_outline() as outline:
        return list(_entries(outline.root, pages))


def _entries(items: Sequence[Any], pages: dict[Any, int]) -> Iterator[tuple[str, int]]:
    for item in items:
        target = item.destination
        yield item.title, -1 if target is None else pages.get(target[0].objgen, -1)
        yield from _entries(item.children, pages)
