"""The three sections: the cover without numbers, the front with roman ones, the body from 1."""

from __future__ import annotations

from reportgen.render.word import measures
from reportgen.render.word.elements import Element, element
from reportgen.render.word.measures import twips


def section(header: str = "", footer: str = "", numbers: str = "") -> Element:
    """The properties of a section.

    Args:
        header, footer: the identifiers of their relationships; ``""`` for none.
        numbers: form of the page numbers, from 1; ``""`` where none are printed.
    """
    references = [
        element(f"w:{kind}Reference", type="default", **{"r:id": relationship})
        for kind, relationship in (("header", header), ("footer", footer))
        if relationship
    ]
    return element(
        "w:sectPr",
        *references,
        element("w:type", val="nextPage"),
        element("w:pgSz", w=twips(measures.PAGE_WIDTH), h=twips(measures.PAGE_HEIGHT)),
        element(
            "w:pgMar",
            top=twips(measures.TOP), right=twips(measures.RIGHT), bottom=twips(measures.BOTTOM),
            left=twips(measures.LEFT), header=twips(measures.HEADER), footer=twips(measures.FOOTER), gutter=0,
        ),
        element("w:pgNumType", fmt=numbers, start=1) if numbers else None,
    )  # fmt: skip
