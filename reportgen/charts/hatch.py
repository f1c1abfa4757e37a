"""Bars, and the forecast hatch: lines at 45 degrees cut at the edge of the box, no SVG pattern."""

from __future__ import annotations

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas, Points
from reportgen.charts.style import HATCH_PITCH, HATCH_WIDTH, OUTLINE, tint


def hatch_lines(box: Box, pitch: float = HATCH_PITCH) -> tuple[Points, ...]:
    """Rising lines `pitch` apart, each ending exactly on the edge of the box."""
    step = pitch * 2**0.5
    lines, offset = [], step / 2
    while offset < box.width + box.height:
        over = max(0.0, offset - box.width)
        deep = min(offset, box.height)
        upper = (box.left + offset - over, box.top + over)
        lower = (box.left + offset - deep, box.top + deep)
        lines.append((upper, lower))
        offset += step
    return tuple(lines)


def draw_bar(canvas: Canvas, box: Box, colour: str, forecast: bool) -> None:
    """A bar: solid, or for a forecast a tint with hatch and outline in the full colour."""
    if not forecast:
        canvas.rectangle(box, fill=colour)
        return
    canvas.rectangle(box, fill=tint(colour))
    canvas.lines(hatch_lines(box), colour, HATCH_WIDTH)
    inset = min(OUTLINE, box.width, box.height) / 2
    inner = Box(box.left + inset, box.top + inset, box.right - inset, box.bottom - inset)
    canvas.rectangle(inner, outline=colour, width=OUTLINE)
