"""A picture that stands alone brings the fonts of its words."""

from __future__ import annotations

import base64
import io
import re
from pathlib import Path
from xml.etree import ElementTree

from fontTools.ttLib import TTFont

from reportgen.render.web_fonts import svg_with_fonts

FONTS = Path(__file__).parents[2] / "templates/fonts"
SVG = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="10"><text>由来&amp;甲</text></svg>'


def test_a_picture_brings_both_weights_with_its_characters_and_stays_xml() -> None:
    picture = svg_with_fonts(SVG, FONTS)
    assert ElementTree.fromstring(picture)[1].text == "由来&甲"
    found = re.findall(r"base64,([^)]+)\)", picture)
    assert len(found) == 2
    for one in found:
        with TTFont(io.BytesIO(base64.b64decode(one))) as font:
            assert set(map(ord, "由来&甲")) <= set(font.getBestCmap())
