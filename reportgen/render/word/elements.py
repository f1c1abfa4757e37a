"""Elements of WordprocessingML, each written in one expression."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

Element = Any  # an lxml element; python-docx gives some of them classes of its own
_QUALIFIED = ("w", "m")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def element(tag: str, *children: Element | str | None, **attributes: str | int) -> Element:
    """An element with its children in order; None is left out, a string becomes its text, spaces kept.

    Args:
        tag: with prefix, as ``w:p``.
        attributes: ``val="center"`` gets the prefix of the tag where the format asks for one; names with a
            prefix of their own come as ``**{"r:id": "rId3"}``.
    """
    made = OxmlElement(tag)
    prefix = tag.split(":")[0]
    for name, value in attributes.items():
        if ":" not in name and prefix in _QUALIFIED:
            name = f"{prefix}:{name}"
        made.set(qn(name) if ":" in name else name, str(value))
    for child in children:
        if isinstance(child, str):
            made.text = child
            made.set(_SPACE, "preserve")
        elif child is not None:
            made.append(child)
    return made
