"""Labels beside small marks: set where they touch nothing, left out where there is no such place."""

from __future__ import annotations

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas, Dot, Rectangle, Strokes
from reportgen.charts.crossing import is_struck
from reportgen.charts.style import CLEARANCE, HAIRLINE, PAPER, REGULAR

_GAP = 2.5  # from the edge of a mark to its label


def label_mark(
    canvas: Canvas,
    x: float,
    y: float,
    text: str,
    size: float,
    within: Box,
    radius: float,
) -> bool:
    """Set a label above, below, right or left of a mark or between; False where no place is free.

    A place is free when the label stays within the given box and meets no text, line, dot or filled box;
    lines of a grid are interrupted.
    """
    ink = canvas.fonts.ink(text, size, REGULAR)
    reach = radius + _GAP
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
        box = canvas.box_of(left, baseline, text, size, REGULAR, align)
        if box.within(within) and _is_free(canvas, box):
            if is_struck(canvas.marks, box):
                canvas.rectangle(
                    Box(box.left - 1, box.top - 0.5, box.right + 1, box.bottom + 0.5), fill=PAPER
                )
            canvas.text(left, baseline, text, size, align=align)
            return True
    return False


def _is_free(canvas: Canvas, box: Box) -> bool:
    room = Box(box.left - CLEARANCE, box.top - CLEARANCE, box.right + CLEARANCE, box.bottom + CLEARANCE)
    lines = [mark for mark in canvas.marks if not (isinstance(mark, Strokes) and mark.colour == HAIRLINE)]
    taken = (mark_box for mark in canvas.marks if (mark_box := _box(mark)) is not None)
    return canvas.is_free(box) and not is_struck(lines, room) and not any(map(room.overlaps, taken))


def _box(mark: object) -> Box | None:
    if isinstance(mark, Dot):
        reach = mark.radius
        return Box(mark.x - reach, mark.y - reach, mark.x + reach, mark.y + reach)
    return mark.box if isinstance(mark, Rectangle) and mark.fill else None
