"""Figures as pictures of the document."""

from __future__ import annotations

import io

from docx.oxml.ns import qn
from docx.parts.document import DocumentPart
from docx.shared import Emu

from reportgen.render.word.elements import Element, element
from reportgen.render.word.flow import Picture
from reportgen.render.word.measures import TEXT_WIDTH, emu
from reportgen.render.word.revisions import Revisions


class Drawings:
    """Puts figures into the package as PNG: an SVG would be set in whatever fonts the reader has.

    Args:
        part: the main part of the package.
        revisions: gives the identifiers.
    """

    def __init__(self, part: DocumentPart, revisions: Revisions) -> None:
        self._part = part
        self._revisions = revisions

    def drawing(self, picture: Picture) -> Element:
        """The drawing of a figure at its true size, with the words for those who do not see it."""
        scale = min(1.0, TEXT_WIDTH / picture.width)
        width, height = (Emu(emu(size * scale)) for size in (picture.width, picture.height))
        inline = self._part.new_pic_inline(io.BytesIO(picture.png), width, height)
        properties = inline.docPr
        properties.set("id", str(self._revisions.identifier()))
        properties.set("name", picture.title)
        properties.set("descr", picture.alternative)
        shown = inline.find(f".//{qn('pic:cNvPr')}")
        shown.set("name", f"{picture.name}.png")
        return element("w:drawing", inline)
