"""Paint a canvas as SVG by matplotlib: text stays text, and the same canvas gives the same bytes."""

from __future__ import annotations

import io
import re

from reportgen.charts.canvas import Canvas
from reportgen.charts.sheet import sheet

_SETTINGS = {"svg.fonttype": "none", "svg.hashsalt": "reportgen", "path.simplify": False}
_TAG = re.compile(r"<[^>]+>")
_LONG = re.compile(r"-?\d+\.\d{3,}")
_DROPPED = re.compile(
    r"<metadata>.*?</metadata>\s*|<!--.*?-->\s*|<!DOCTYPE.*?>\s*|"
    r' transform="rotate\(-0 [^)]*\)"',
    re.DOTALL,
)


def paint(canvas: Canvas) -> str:
    """The SVG of a canvas, in points at final size."""
    from matplotlib import rc_context
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    with rc_context(_SETTINGS):
        figure = sheet(canvas.marks, canvas.width, canvas.height, canvas.fonts)
        FigureCanvasSVG(figure)
        file = io.StringIO()
        figure.savefig(file, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    return _tidy(file.getvalue())


def _tidy(text: str) -> str:
    """Drop what only describes the file; round coordinates to a hundredth of a point; text is not touched."""
    return _TAG.sub(lambda tag: _LONG.sub(_shorten, tag[0]), _DROPPED.sub("", text))


def _shorten(number: re.Match[str]) -> str:
    return f"{float(number[0]):.2f}".rstrip("0").rstrip(".")
