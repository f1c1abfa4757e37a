"""The numbering of lists: one for all bullets, and one for each list with numbers, so that each starts at 1."""

from __future__ import annotations

from reportgen.render.word.elements import Element, element

BULLETS = 1  # the style of bullets names it
_BULLET, _DECIMAL = 0, 1


def number_of_list(position: int) -> int:
    """The numbering of the ordered list at this position, counted from 1."""
    return BULLETS + position


def numbering(ordered_lists: int) -> Element:
    """The root of ``numbering.xml`` for so many ordered lists."""
    lists = (
        element(
            "w:num",
            element("w:abstractNumId", val=_DECIMAL),
            element("w:lvlOverride", element("w:startOverride", val=1), ilvl=0),
            numId=number_of_list(position),
        )
        for position in range(1, ordered_lists + 1)
    )
    return element(
        "w:numbering",
        _scheme(_BULLET, "bullet", "●"),
        _scheme(_DECIMAL, "decimal", "%1."),
        element("w:num", element("w:abstractNumId", val=_BULLET), numId=BULLETS),
        *lists,
    )


def _scheme(identifier: int, form: str, text: str) -> Element:
    level = element(
        "w:lvl",
        element("w:start", val=1),
        element("w:numFmt", val=form),
        element("w:lvlText", val=text),
        element("w:lvlJc", val="left"),
        element("w:rPr", element("w:rFonts", hint="eastAsia")),
        ilvl=0,
    )
    return element(
        "w:abstractNum", element("w:multiLevelType", val="singleLevel"), level, abstractNumId=identifier
    )
