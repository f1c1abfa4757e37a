"""The fonts of the document, each Chinese one under its other name too, for systems that know only that."""

from __future__ import annotations

from reportgen.render.word.elements import Element, element
from reportgen.render.word.omml import FONT

SONGTI, HEITI = "宋体", "黑体"
SERIF, SANS = "Times New Roman", "Arial"
_CHINESE, _WESTERN = "86", "00"  # character sets
_FONTS = (
    (SONGTI, "SimSun", _CHINESE, "auto"),
    (HEITI, "SimHei", _CHINESE, "modern"),
    (SERIF, "", _WESTERN, "roman"),
    (SANS, "", _WESTERN, "swiss"),
    (FONT, "", _WESTERN, "roman"),
)


def font_table() -> Element:
    """The root of ``fontTable.xml``."""
    return element("w:fonts", *(_font(*font) for font in _FONTS))


def _font(name: str, other: str, characters: str, family: str) -> Element:
    return element(
        "w:font",
        element("w:altName", val=other) if other else None,
        element("w:charset", val=characters),
        element("w:family", val=family),
        name=name,
    )
