"""The map itself: filled regions, coast and frontier, the dashed line, the inset of the South China Sea."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas
from reportgen.charts.map_outlines import Country, Outlines
from reportgen.charts.map_view import View
from reportgen.charts.style import INK2, INK3, PAPER, RULE

_COAST = "#8895A4"
_COAST_WIDTH, _INSET_COAST_WIDTH, _DASH_WIDTH, _FRAME_WIDTH = 0.55, 0.3, 0.8, 0.6
_UNCERTAIN = (2.0, 1.4)
_SEA_NAME = "南海诸岛"
_SEA_NAME_FOOT = 3.5
_ISLAND, _TO_ISLAND = 0.7, 2.5


def draw_regions(canvas: Canvas, placed: Outlines, colours: Mapping[str, str], border: float) -> None:
    """Fill each region of a placed map, with a white border of the given width."""
    for key in placed.regions:
        canvas.area(placed.rings(key), colours[key], PAPER, border)


def draw_coast(canvas: Canvas, placed: Outlines) -> None:
    """Coast and frontier, its undetermined part broken, and the dashed line at sea."""
    canvas.lines(placed.outer(), _COAST, _COAST_WIDTH)
    canvas.lines(placed.outer(uncertain=True), _COAST, _COAST_WIDTH, _UNCERTAIN)
    canvas.lines(placed.dashes, INK3, _DASH_WIDTH)


def draw_islands(canvas: Canvas, country: Country, view: View) -> list[Box]:
    """Dots and names of the named islands, the southernmost name below; returns the boxes of the names."""
    boxes = []
    size = canvas.variant.smallest
    south = min(y for _, y in country.islands.values()) if country.islands else 0.0
    for name, (x, y) in country.islands.items():
        across, down = view.point(x, y)
        canvas.dot(across, down, _COAST, _COAST, _ISLAND, 0.0)
        baseline = down + _TO_ISLAND + 0.9 * size if y == south else down - _TO_ISLAND
        boxes.append(canvas.text(across - _TO_ISLAND, baseline, name, size, INK2))
    return boxes


def inset_height(outlines: Outlines, width: float) -> float:
    """The height of an inset of this width."""
    return width * (outlines.view.top - outlines.view.bottom) / outlines.view.width


def draw_inset(
    canvas: Canvas, outlines: Outlines, left: float, top: float, width: float, colours: Mapping[str, str]
) -> Box:
    """The South China Sea in a frame with its name; returns the frame."""
    view = View(outlines.view, left, top, width)
    placed = outlines.placed(view.line)
    canvas.rectangle(view.frame, fill=PAPER)
    for key in placed.regions:
        canvas.area(placed.rings(key), colours[key], _COAST, _INSET_COAST_WIDTH)
    canvas.lines(placed.dashes, INK3, _DASH_WIDTH)
    canvas.rectangle(view.frame, outline=RULE, width=_FRAME_WIDTH)
    size = canvas.variant.smallest
    canvas.text(
        view.frame.right - 2.5, view.frame.bottom - _SEA_NAME_FOOT, _SEA_NAME, size, INK2, align="right"
    )
    return view.frame
