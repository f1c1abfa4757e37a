"""Whether the MathML of a formula holds mathematics and nothing else: no links, styles, scripts or pictures."""

from __future__ import annotations

from xml.etree import ElementTree

_NAMESPACE = "{http://www.w3.org/1998/Math/MathML}"
_ELEMENTS = frozenset(
    ["math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mfrac", "msqrt", "mroot", "msub", "msup", "msubsup", "munder", "mover", "munderover", "mtable", "mtr", "mtd", "mstyle", "mpadded", "mphantom", "menclose", "mmultiscripts", "mprescripts", "none"]
)
_ATTRIBUTES = frozenset(
    ["display", "displaystyle", "scriptlevel", "stretchy", "fence", "form", "separator", "accent", "accentunder", "movablelimits", "largeop", "symmetric", "minsize", "maxsize", "lspace", "rspace", "width", "height", "depth", "voffset", "linethickness", "mathvariant", "mathsize", "mathcolor", "mathbackground", "notation", "columnalign", "columnspacing", "columnlines", "rowalign", "rowspacing", "rowlines", "frame", "dir"]
)


def foreign_markup(mathml: str) -> str:
    """The first element or attribute that is not for mathematics; ``""`` when there is none.

    Text in a formula may hold ``<``, and then what is made of it is no longer MathML.
    """
    try:
        root = ElementTree.fromstring(mathml)
    except ElementTree.ParseError:
        return "<"
    for element in root.iter():
        name = str(element.tag).removeprefix(_NAMESPACE)
        if name not in _ELEMENTS:
            return name
        foreign = next((attribute for attribute in element.attrib if attribute not in _ATTRIBUTES), "")
        if foreign:
            return foreign
    return ""
