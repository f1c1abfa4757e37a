"""Labels beside small marks: set where they touch nothing, left out where there is no such place."""

from __future__ import annotations

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas, Dot, Rectangle
from reportgen.charts.crossing import is_struck
from reportgen.charts.style import CLEARANCE, INK, REGULAR

_NEAR, _FAR = 2.5, 9.0  # from the edge of a mark to its label


def label_mark(
    canvas: Canvas,
    x: float,
    y: float,
    text: str,
    size: float,
    within: Box,
    radius: float,
    weight: int = REGULAR,
    colour: str = INK,
) -> bool:
    """Set a label above, below, right or left of a mark, or a little further off; False where none is free.

    A place is free when the label stays within the given box and meets no text, line, dot or filled box.
    """
    ink = canvas.fonts.ink(text, size, weight)
    for gap in (_NEAR, _FAR):
        reach = radius + gap
        middle = y - (ink.top + ink.bottom) / 2
        places = (
            (x, y - reach - ink.bottom, "center"),
            (x, y + reach - ink.top, "center"),
            (x + reach, middle, "left"),
            (x - reach, middle, "right"),
            (x + reach, y - reach - ink.bottom, "left"),
            (x - reach, y - reach - ink.bottom, "right"),
            (x + reach, y + reach - ink.top, "left"),
            (x - reach, y + reach - ink.top, "right"),
        )
        for left, baseline, align in places:
            box = canvas.box_of(left, baseline, text, size, weight, align)
            if box.within(within) and _is_free(canvas, box):
                canvas.text(left, baseline, text, size, colour, weight, align)
                return True
    return False


def _is_free(canvas: Canvas, box: Box) -> bool:
    room = Box(box.left - CLEARANCE, box.top - CLEARANCE, box.right + CLEARANCE, box.bottom + CLEARANCE)
    taken = (mark_box for mark in canvas.marks if (mark_box := _box(mark)) is not None)
    return canvas.is_free(box) and not is_struck(canvas.marks, room) and not any(map(room.overlaps, taken))


def _box(mark: object) -> Box | None:
    if isinstance(mark, Dot):
        reach = mark.radius
        return Box(mark.x - reach, mark.y - reach, mark.x + reach, mark.y + reach)
    return mark.box if isinstance(mark, Rectangle) and mark.fill else None
