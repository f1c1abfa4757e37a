"""Labels that must not touch: wrapped, fitted, spread, moved out of each other's way."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas
from reportgen.charts.crossing import is_struck
from reportgen.charts.fonts import Fonts
from reportgen.charts.style import INK, LABEL, LABEL_PITCH, PAPER, REGULAR, SMALLEST, VALUE

_TRIES = 8


def wrap(fonts: Fonts, text: str, room: float, size: float = LABEL, weight: int = REGULAR) -> list[str]:
    """Break a name into lines no wider than `room` points; one character a line at least."""
    lines = [""]
    for character in text:
        if lines[-1] and fonts.width(lines[-1] + character, size, weight) > room:
            lines.append("")
        lines[-1] += character
    return lines


def wrap_names(
    fonts: Fonts, names: Sequence[str], room: float, size: float = LABEL, weight: int = REGULAR
) -> list[str]:
    """Names with ； between them in lines no wider than `room`, but for a ； at the end of a line.

    A line ends after a name where it can.
    """
    lines: list[str] = []
    for name in names:
        if lines:
            lines[-1] += "；"
        if lines and fonts.width(lines[-1] + name, size, weight) <= room:
            lines[-1] += name
        else:
            lines += wrap(fonts, name, room, size, weight)
    return lines


def fitting_size(fonts: Fonts, texts: Sequence[str], room: float, smallest: float = SMALLEST) -> float:
    """The largest text size at which every text is narrower than `room`; the smallest size when none is."""
    widest = max((fonts.width(text, 1.0) for text in texts), default=0.0)
    sizes = (size for size in (LABEL, VALUE) if size > smallest)
    return next((size for size in sizes if widest * size <= room), smallest)


def spread(positions: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Move positions as little as needed so that they keep their order and stand `gap` apart.

    They stay between `low` and `high` as long as there is room for all.
    """
    order = sorted(range(len(positions)), key=lambda index: positions[index])
    placed: list[float] = []
    for index in order:
        floor = placed[-1] + gap if placed else low
        placed.append(max(positions[index], floor))
    ceiling = high
    for number in range(len(placed) - 1, -1, -1):
        placed[number] = min(placed[number], ceiling)
        ceiling = placed[number] - gap
    result = [0.0] * len(positions)
    for index, position in zip(order, placed, strict=True):
        result[index] = position
    return result


def draw_clear(
    canvas: Canvas,
    x: float,
    y: float,
    text: str,
    size: float,
    direction: int,
    weight: int = REGULAR,
    colour: str = INK,
    align: str = "center",
) -> Box:
    """Paint a label at its place, or moved up (-1) or down (1) until it meets no other text.

    A line that passes there is interrupted.
    """
    places = [y + direction * step * (LABEL_PITCH - 1) for step in range(_TRIES)]
    boxes = [canvas.box_of(x, place, text, size, weight, align) for place in places]
    chosen = next((number for number, box in enumerate(boxes) if canvas.is_free(box)), 0)
    box = boxes[chosen]
    if is_struck(canvas.marks, box):
        canvas.rectangle(Box(box.left - 1, box.top - 0.5, box.right + 1, box.bottom + 0.5), fill=PAPER)
    return canvas.text(x, places[chosen], text, size, colour, weight, align)
