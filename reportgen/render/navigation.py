"""What a viewer shows beside the pages: their numbers as printed, and bookmarks in plain words."""

from __future__ import annotations

from typing import Any

from reportgen.document.document import Document

COVER = "封面"
_JOINERS = {ord(joiner): None for joiner in "\u200b\u2060"}


def name_pages(pdf: Any, document: Document) -> None:
    """Give the pages of a pydyf PDF the numbers that are printed: the cover none, then I, II, then 1, 2."""
    import pydyf

    labels = pydyf.Array((0, pydyf.Dictionary({"P": pydyf.String(COVER)}), 1, pydyf.Dictionary({"S": "/R"})))
    body = next((chapter.anchor for chapter in document.chapters if not chapter.front), None)
    if body is not None:
        labels += [_page_of(pdf, body), pydyf.Dictionary({"S": "/D"})]
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": labels})


def clean_bookmarks(pdf: Any) -> None:
    """Take the invisible joiners, which serve the breaking of lines, out of the bookmarks of a pydyf PDF."""
    import pydyf

    for entry in pdf.objects:
        if isinstance(entry, dict) and "Title" in entry and "Dest" in entry:
            entry["Title"] = pydyf.String(entry["Title"].string.translate(_JOINERS))


def _page_of(pdf: Any, anchor: str) -> int:
    """The index of the page that a named destination leads to."""
    names = pdf.catalog["Names"]["Dests"]["Names"]
    targets = dict(zip((name.string for name in names[::2]), names[1::2], strict=True))
    return pdf.page_references.index(targets[anchor][0])
