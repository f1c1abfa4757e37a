"""Paint a canvas as SVG by matplotlib: text stays text, and the same canvas gives the same bytes."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from reportgen.charts.canvas import Canvas, Dot, Rectangle, Strokes, Text

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_SETTINGS = {"svg.fonttype": "none", "svg.hashsalt": "reportgen", "path.simplify": False}
_TAG = re.compile(r"<[^>]+>")
_LONG = re.compile(r"-?\d+\.\d{3,}")
_DROPPED = re.compile(
    r"<metadata>.*?</metadata>\s*|<!--.*?-->\s*|<!DOCTYPE.*?>\s*|"
    r' transform="rotate\(-0 [^)]*\)"',
    re.DOTALL,
)


def paint(canvas: Canvas) -> str:
    """The SVG of a canvas, in points at print size."""
    from matplotlib import rc_context
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    with rc_context(_SETTINGS):
        figure = Figure(figsize=(canvas.width / 72, canvas.height / 72), dpi=72)
        FigureCanvasSVG(figure)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_xlim(0, canvas.width)
        axes.set_ylim(canvas.height, 0)
        axes.axis("off")
        figure.patch.set_visible(False)
        for order, mark in enumerate(canvas.marks):
            _add(axes, mark, order, canvas)
        file = io.StringIO()
        figure.savefig(file, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    return _tidy(file.getvalue())


def _add(axes: Axes, mark: Rectangle | Strokes | Dot | Text, order: int, canvas: Canvas) -> None:
    from matplotlib.patches import Circle, PathPatch
    from matplotlib.patches import Rectangle as RectanglePatch
    from matplotlib.path import Path

    common = {"zorder": order, "clip_on": False}
    if isinstance(mark, Text):
        axes.text(
            mark.x, mark.y, mark.content, color=mark.colour, ha=mark.align, va="baseline", parse_math=False,
            fontproperties=canvas.fonts.properties(mark.size, mark.weight), **common,
        )  # fmt: skip
    elif isinstance(mark, Rectangle):
        box = mark.box
        style = {
            "facecolor": mark.fill or "none",
            "edgecolor": mark.outline or "none",
            "linewidth": mark.width,
        }
        axes.add_patch(
            RectanglePatch((box.left, box.top), box.width, box.height, joinstyle="miter", **style, **common)
        )
    elif isinstance(mark, Dot):
        style = {"facecolor": mark.fill, "edgecolor": mark.outline, "linewidth": mark.width}
        axes.add_patch(Circle((mark.x, mark.y), mark.radius, **style, **common))
    else:
        path = Path.make_compound_path(*(Path(points) for points in mark.lines))
        dashes = (0, tuple(dash / mark.width for dash in mark.dashes)) if mark.dashes else "solid"
        style = {"facecolor": "none", "edgecolor": mark.colour, "linewidth": mark.width, "linestyle": dashes}
        axes.add_patch(PathPatch(path, capstyle="butt", joinstyle="round", **style, **common))


def _tidy(text: str) -> str:
    """Drop what only describes the file, and round coordinates to a hundredth of a point; text is not touched."""
    return _TAG.sub(lambda tag: _LONG.sub(_shorten, tag[0]), _DROPPED.sub("", text))


def _shorten(number: re.Match[str]) -> str:
    return f"{float(number[0]):.2f}".rstrip("0").rstrip(".")
