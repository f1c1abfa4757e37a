"""The faces of the screen: WOFF2, subset to the characters used, inside the page."""

from __future__ import annotations

import base64
import io
from functools import lru_cache
from pathlib import Path

from reportgen.render.glyphs import FACES

_FEATURES = ("chws", "halt", "locl", "kern", "ccmp", "lnum", "tnum", "liga")


def web_font_faces(fonts: Path, characters: frozenset[str]) -> str:
    """The ``@font-face`` rules with the fonts as data addresses; the same characters give the same bytes."""
    wanted = "".join(sorted(characters))
    return "".join(
        f"@font-face{{font-family:'{family}';font-weight:{weight};font-display:swap;"
        f"src:url(data:font/woff2;base64,{_subset(fonts / name, wanted)}) format('woff2')}}\n"
        for (family, weight), name in FACES.items()
    )


@lru_cache(maxsize=16)
def _subset(path: Path, characters: str) -> str:
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options(flavor="woff2", layout_features=list(_FEATURES), notdef_outline=True, hinting=False)
    subsetter = Subsetter(options)
    subsetter.populate(text=characters)
    with TTFont(path, recalcTimestamp=False) as font:
        subsetter.subset(font)
        font.flavor = "woff2"
        file = io.BytesIO()
        font.save(file)
    return base64.b64encode(file.getvalue()).decode()
