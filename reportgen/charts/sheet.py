"""The marks of a canvas as a matplotlib figure: one axes over the sheet, in points, y running down."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportgen.charts.canvas import Area, Dot, Mark, Rectangle, Strokes, Text
from reportgen.charts.fonts import Fonts

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def sheet(marks: Sequence[Mark], width: float, height: float, fonts: Fonts) -> Figure:
    """The marks, painted in their order, on a sheet of the given size in points."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width / 72, height / 72), dpi=72)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    axes.axis("off")
    figure.patch.set_visible(False)
    for order, mark in enumerate(marks):
        if isinstance(mark, Text):
            _add_text(axes, mark, order, fonts)
        else:
            artist = _artist(mark)
            artist.set(zorder=order, clip_on=False)
            axes.add_artist(artist)
    return figure


def _add_text(axes: Axes, mark: Text, order: int, fonts: Fonts) -> None:
    axes.text(
        mark.x, mark.y, mark.content, color=mark.colour, ha=mark.align, va="baseline", parse_math=False,
        fontproperties=fonts.properties(mark.size, mark.weight), zorder=order, clip_on=False,
    )  # fmt: skip


def _artist(mark: Rectangle | Strokes | Area | Dot) -> Artist:
    from matplotlib.patches import Circle, PathPatch
    from matplotlib.patches import Rectangle as RectanglePatch

    if isinstance(mark, Strokes):
        dashes = (0, tuple(dash / mark.width for dash in mark.dashes)) if mark.dashes else "solid"
        style = {"facecolor": "none", "edgecolor": mark.colour, "linewidth": mark.width, "linestyle": dashes}
        return PathPatch(_path(mark.lines), capstyle="butt", joinstyle="round", **style)
    style = {
        "facecolor": mark.fill or "none",
        "edgecolor": mark.outline or "none",
        "linewidth": mark.width,
    }
    if isinstance(mark, Dot):
        return Circle((mark.x, mark.y), mark.radius, **style)
    if isinstance(mark, Rectangle):
        box = mark.box
        return RectanglePatch((box.left, box.top), box.width, box.height, joinstyle="miter", **style)
    return PathPatch(_path(mark.rings, closed=True), joinstyle="round", **style)


def _path(lines: Sequence[Sequence[tuple[float, float]]], closed: bool = False):
    from matplotlib.path import Path

    return Path.make_compound_path(
        *(Path([*line, line[0]] if closed else line, closed=closed) for line in lines)
    )
