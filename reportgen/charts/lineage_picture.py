"""A lineage as a picture: functions, tables and parameters as boxes coloured by status, A4 across."""

from __future__ import annotations

from pathlib import Path

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas
from reportgen.charts.fonts import Fonts
from reportgen.charts.lineage_layout import Arrangement, Spot, arrange
from reportgen.charts.style import BRAND, INK, INK2, INK3, MILLIMETRE, ROW, RULE, SEMIBOLD, SMALLEST
from reportgen.charts.svg import paint
from reportgen.facts.lineage import FUNCTION, SWITCH, Lineage, Node
from reportgen.facts.status import Status

WIDTH, ROWS = 297 * MILLIMETRE, 33  # A4 across, in whole lines
_FILLS = {
    Status.实际: "#DCE8F3",
    Status.测算: "#F2F5F9",
    Status.校准: "#EADCBF",
    Status.推算: "#EAD0C4",
    Status.预测: "#E1C2CC",
}
_MARGIN, _HEAD, _FOOT = 28.0, 46.0, 40.0
_BOX, _PADDING, _LINE = 62.0, 3.0, 9.0
_LEAST_BOX, _LEAST_GAP, _GAP, _PASSING = 42.0, 9.0, 5.0, 3.0


def lineage_picture(lineage: Lineage, title: str, fonts: Path) -> str:
    """The SVG of a lineage; the same lineage gives the same bytes.

    Switches are named at the foot: they feed many functions, and their lines would hide the others. A sheet
    that A4 cannot hold grows.

    Args:
        lineage: the number it is of comes first.
        title: above the picture.
        fonts: the folder of fonts.
    """
    faces = Fonts(fonts)
    nodes = {node.name: node for node in lineage.nodes if node.kind != SWITCH}
    edges = [edge for edge in lineage.edges if set(edge) <= set(nodes)]
    deepest = _depth(edges, lineage.nodes[0].name)
    pitch = max((WIDTH - 2 * _MARGIN + _LEAST_GAP) / deepest, _LEAST_BOX + _LEAST_GAP)
    box = max(min(_BOX, pitch - _LEAST_GAP), _LEAST_BOX)
    words = {name: _wrapped(faces, node.label, box - 2 * _PADDING - 2) for name, node in nodes.items()}
    heights = {name: (len(lines) + 1) * _LINE + 2 * _PADDING for name, lines in words.items()}
    placed = arrange(edges, heights, _PASSING, _GAP, ROWS * ROW - _HEAD - _FOOT - 2 * _MARGIN)
    canvas = _sheet(faces, placed, pitch, box)
    _lines(canvas, placed, pitch, box)
    for name, node in nodes.items():
        _node(canvas, node, words[name], placed.spots[name], pitch, box, heights[name])
    _legend(canvas, title, [node.label for node in lineage.nodes if node.kind == SWITCH])
    return paint(canvas)


def _sheet(faces: Fonts, placed: Arrangement, pitch: float, box: float) -> Canvas:
    canvas = Canvas(faces)
    canvas.width = max(WIDTH, 2 * _MARGIN + (placed.columns - 1) * pitch + box)
    canvas.rows = max(ROWS, -int(-(placed.height + _HEAD + _FOOT + 2 * _MARGIN) // ROW))
    return canvas


def _lines(canvas: Canvas, placed: Arrangement, pitch: float, box: float) -> None:
    """Each line leaves a box at its right and meets the next at its left; it passes columns level."""
    top = _HEAD + _MARGIN
    for user, used in placed.lines:
        start, end = placed.spots[user], placed.spots[used]
        canvas.line(((_left(start, pitch) + box, top + start.y), (_left(end, pitch), top + end.y)), RULE, 0.6)
    for name, spot in placed.spots.items():
        if isinstance(name, int):
            left, y = _left(spot, pitch), top + spot.y
            canvas.line(((left, y), (left + box, y)), RULE, 0.6)


def _left(spot: Spot, pitch: float) -> float:
    return _MARGIN + spot.column * pitch


def _node(
    canvas: Canvas, node: Node, words: list[str], spot: Spot, pitch: float, width: float, height: float
) -> None:
    left, top = _left(spot, pitch), _HEAD + _MARGIN + spot.y - height / 2
    fill = _FILLS[node.status] if node.status is not None else None
    canvas.rectangle(Box(left, top, left + width, top + height), fill, RULE, 0.5)
    if node.kind != FUNCTION:
        canvas.rectangle(Box(left, top, left + 1.6, top + height), BRAND)
    for row, line in enumerate(words, start=1):
        canvas.text(left + _PADDING + 1.6, top + _PADDING + row * _LINE - 2, line, SMALLEST, INK)
    kind = node.note or ("" if node.kind == FUNCTION else node.kind)
    status = node.status.name if node.status is not None else ""
    last = " ".join(part for part in (kind, status) if part)
    canvas.text(left + _PADDING + 1.6, top + height - _PADDING - 2, last, SMALLEST, INK3)


def _legend(canvas: Canvas, title: str, switches: list[str]) -> None:
    canvas.text(_MARGIN, _MARGIN + 8, title, 11.0, INK, SEMIBOLD)
    x, y = _MARGIN, _MARGIN + 26
    for status, fill in _FILLS.items():
        canvas.rectangle(Box(x, y - 8, x + 12, y + 1), fill, RULE, 0.5)
        x = canvas.text(x + 16, y, status.name, SMALLEST, INK2).right + 14
    canvas.rectangle(Box(x, y - 8, x + 1.6, y + 1), BRAND)
    canvas.text(x + 6, y, "左边有竖线的是统计表或参数，其余是公式；颜色从所用各数中最弱的状态", SMALLEST, INK2)
    for row, line in enumerate(_wrapped(canvas.fonts, _switch_words(switches), canvas.width - 2 * _MARGIN)):
        canvas.text(_MARGIN, canvas.height - _FOOT - 6 + row * 11, line, SMALLEST, INK2)


def _switch_words(switches: list[str]) -> str:
    return f"另从开关与名录：{'、'.join(switches)}" if switches else "没有开关"


def _wrapped(fonts: Fonts, text: str, width: float) -> list[str]:
    """The text in lines no wider than the width."""
    lines = [""]
    for character in text:
        if lines[-1] and fonts.width(lines[-1] + character, SMALLEST, 400) > width:
            lines.append("")
        lines[-1] += character
    return lines


def _depth(edges: list[tuple[str, str]], name: str) -> int:
    """How many columns a number and all above it take at least."""
    above: dict[str, list[str]] = {}
    for used, user in edges:
        above.setdefault(user, []).append(used)
    depth: dict[str, int] = {}

    def of(one: str) -> int:
        if one not in depth:
            depth[one] = 1 + max(map(of, above.get(one, [])), default=0)
        return depth[one]

    return of(name)
