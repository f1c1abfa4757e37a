"""Fonts: those of the templates and no other, each embedded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from reportgen.errors import RenderError
from reportgen.render.gate.finished import Finished
from reportgen.render.glyphs import FACES

_WEIGHTS = {400: "", 600: "-Semi-Bold"}  # as Pango names them
INTENDED = frozenset(family.replace(" ", "-") + _WEIGHTS[weight] for family, weight in FACES)
_SUBSET = re.compile("^[A-Z]{6}\\+")


def check_fonts(finished: Finished) -> Iterator[RenderError]:
    """Fonts that nobody chose, or that the file does not carry."""
    for font in fonts(finished):
        name = face(font)
        if name not in INTENDED:
            yield RenderError(
                f"PDF 用了规定之外的字体 {name}",
                place="PDF",
                remedy=f"只用 templates/fonts 中的字体（{'、'.join(sorted(INTENDED))}）",
            )
        elif program(font) is None:
            yield RenderError(
                f"字体 {name} 没有嵌入", place="PDF", remedy="查 templates/fonts 与样式中的 @font-face"
            )


def fonts(finished: Finished) -> list[Any]:
    """Every font, without the parts it is made of."""
    from pikepdf import Dictionary

    return [
        found
        for found in finished.pdf.objects
        if isinstance(found, Dictionary)
        and found.get("/Type") == "/Font"
        and not str(found.get("/Subtype", "")).startswith("/CIDFont")
    ]


def face(font: Any) -> str:
    """The name of a face, without the letters that mark a subset."""
    return _SUBSET.sub("", str(font.get("/BaseFont", font.get("/Subtype", "/无名")))[1:])


def program(font: Any) -> bytes | None:
    """The embedded TrueType program of a font."""
    part = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
    file = part.get("/FontDescriptor", {}).get("/FontFile2")
    return None if file is None else file.read_bytes()
