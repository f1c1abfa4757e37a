"""Where a line strikes through a text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas, Dot, Mark, Points, Rectangle, Strokes, Text

_EDGE = 0.8  # a line may touch the edge of a text by so much


def struck_texts(canvas: Canvas) -> list[Text]:
    """Texts crossed by a line or covered by a dot, unless an opaque box keeps the line from the text."""
    lines = [
        (order, line, _bounds(line))
        for order, mark in enumerate(canvas.marks)
        if isinstance(mark, Strokes)
        for line in mark.lines
    ]
    dots = [(order, mark) for order, mark in enumerate(canvas.marks) if isinstance(mark, Dot)]
    struck = []
    for order, text in enumerate(canvas.marks):
        if isinstance(text, Text):
            core = Box(text.box.left, text.box.top + _EDGE, text.box.right, text.box.bottom - _EDGE)
            orders = [at for at, line, bounds in lines if bounds.overlaps(core) and _strikes(line, core)]
            orders += [at for at, dot in dots if _covers(dot, core)]
            if any(not _kept_off(canvas.marks, at, order, core) for at in orders):
                struck.append(text)
    return struck


def is_struck(marks: Sequence[Mark], box: Box) -> bool:
    """True when a line among the marks passes through the box."""
    lines = (line for mark in marks if isinstance(mark, Strokes) for line in mark.lines)
    return any(_bounds(line).overlaps(box) and _strikes(line, box) for line in lines)


def _bounds(line: Points) -> Box:
    """The box round a line, never quite flat."""
    across, down = zip(*line, strict=True)
    return Box(min(across) - 0.01, min(down) - 0.01, max(across) + 0.01, max(down) + 0.01)


def _strikes(line: Points, box: Box) -> bool:
    return any(_crosses(start, end, box) for start, end in pairwise(line))


def _kept_off(marks: Sequence[Mark], line: int, text: int, core: Box) -> bool:
    """True when a filled box was painted after the line and before the text, and holds the text."""
    between = marks[line + 1 : text]
    return any(isinstance(mark, Rectangle) and mark.fill and core.within(mark.box) for mark in between)


def _covers(dot: Dot, box: Box) -> bool:
    reach = dot.radius
    return Box(dot.x - reach, dot.y - reach, dot.x + reach, dot.y + reach).overlaps(box)


def _crosses(start: tuple[float, float], end: tuple[float, float], box: Box) -> bool:
    """Liang and Barsky: the part of the segment within the box is longer than a point."""
    low, high = 0.0, 1.0
    for axis, (near, far) in enumerate(((box.left, box.right), (box.top, box.bottom))):
        move = end[axis] - start[axis]
        if move == 0:
            if not near < start[axis] < far:
                return False
            continue
        first, last = sorted(((near - start[axis]) / move, (far - start[axis]) / move))
        low, high = max(low, first), min(high, last)
    length = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5
    return (high - low) * length > 1.0
