"""Characters: each glyph that is shown has an outline in its embedded font.

A typesetter shows a character that no font has as a glyph without outline, not only as glyph 0.
"""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from reportgen.errors import RenderError
from reportgen.render.gate.finished import Finished
from reportgen.render.gate.fonts import face, fonts, program
from reportgen.render.page_text import squashed

_TOKEN = re.compile(rb"/(\S+) [-\d.]+ Tf|<([0-9A-Fa-f]+)>|/(\S+) Do|\(")
_MAPPED = re.compile(rb"<([0-9a-fA-F]{4})> <([0-9a-fA-F]*)>")
_DIGITS = 4  # of a glyph number


def check_outlines(finished: Finished) -> Iterator[RenderError]:
    """Characters that are printed as an empty box or not at all, and text that cannot be read as glyphs."""
    shown: dict[str, dict[int, int]] = defaultdict(dict)
    for index, page in enumerate(finished.pdf.pages):
        for name, glyph in _glyphs(_content(page), page.get("/Resources", {})):
            shown[name].setdefault(glyph, index)
    for index in shown.pop("", {}).values():
        yield finished.fault(index, "有不按字形编号的文字，无法核对", "文字一律由排版程序排出")
    for font in fonts(finished):
        pages = shown[str(font.get("/BaseFont", ""))]
        for glyph in sorted(_without_outline(font, set(pages))):
            yield finished.fault(
                pages[glyph],
                f"字体 {face(font)} 中有字符“{_characters(font).get(glyph, '')}”没有字形",
                "换用其他字，或用 templates/fonts/make_fonts.py 重新生成字体",
            )


def _glyphs(content: bytes, resources: Any) -> Iterator[tuple[str, int]]:
    """Font and number of each glyph shown; the font is ``""`` for text that is not shown by glyph numbers."""
    named, forms = resources.get("/Font", {}), resources.get("/XObject", {})
    font = ""
    for token in _TOKEN.finditer(content):
        if token[1]:
            font = str(named["/" + token[1].decode()].get("/BaseFont", ""))
        elif token[2]:
            numbers = (token[2][start : start + _DIGITS] for start in range(0, len(token[2]), _DIGITS))
            yield from ((font, int(number, 16)) for number in numbers)
        elif token[3]:
            drawn = forms["/" + token[3].decode()]
            if drawn.get("/Subtype") == "/Form":
                yield from _glyphs(drawn.read_bytes(), drawn.get("/Resources", {}))
        else:
            yield "", 0


def _content(page: Any) -> bytes:
    """The drawing of a page."""
    from pikepdf import Array

    streams = page.get("/Contents", ())
    streams = streams if isinstance(streams, Array | tuple) else [streams]
    return b"\n".join(stream.read_bytes() for stream in streams)


def _without_outline(font: Any, glyphs: set[int]) -> set[int]:
    """Glyphs that a font lacks or leaves empty, but for blanks; and glyph 0, which stands for a missing one."""
    from fontTools.ttLib import TTFont

    content = program(font)
    if content is None:
        return set()
    with TTFont(io.BytesIO(content), lazy=True) as opened:
        places = opened["loca"].locations
    drawn = {glyph for glyph in glyphs if glyph + 1 < len(places) and places[glyph + 1] > places[glyph]}
    blanks = {glyph for glyph, text in _characters(font).items() if not squashed(text)}
    return (glyphs - drawn - blanks) | (glyphs & {0})


def _characters(font: Any) -> Mapping[int, str]:
    """What each glyph of a font stands for."""
    table = font.get("/ToUnicode")
    mapped = [] if table is None else _MAPPED.findall(table.read_bytes())
    return {int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for glyph, text in mapped}
