"""A drawing as pixels, from the marks that also made its SVG."""

from __future__ import annotations

import io
from pathlib import Path

from reportgen.charts.figure import Drawing
from reportgen.charts.fonts import load_fonts
from reportgen.charts.sheet import sheet
from reportgen.charts.style import PAPER


def to_png(drawing: Drawing, fonts: Path, dpi: int = 200) -> bytes:
    """The drawing on paper white, the same bytes for the same drawing.

    Args:
        fonts: the folder with the TrueType files.
        dpi: pixels per inch at final size.
    """
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    with rc_context({"path.simplify": False, "text.hinting": "none"}):
        figure = sheet(drawing.marks, drawing.width_pt, drawing.height_pt, load_fonts(fonts))
        FigureCanvasAgg(figure)
        figure.patch.set_visible(True)
        file = io.BytesIO()
        figure.savefig(file, format="png", dpi=dpi, facecolor=PAPER, metadata={"Software": None})
    return file.getvalue()
