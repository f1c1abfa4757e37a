"""The sheet: its size and margins, as the style sheet of the print declares them."""

from __future__ import annotations

import re
from pathlib import Path

from reportgen.errors import RenderError
from reportgen.render.page_text import Box

_POINTS = 72 / 25.4  # per mm
_MM = r"([\d.]+)mm"
_SHEET = re.compile(rf"@page \{{\s*size: {_MM} {_MM};\s*margin: {_MM} {_MM} {_MM} {_MM};")


def content_area(templates: Path) -> Box:
    """Where text and figures may stand, in points.

    Raises:
        RenderError: the style sheet does not say.
    """
    path = templates / "print" / "style.css"
    found = _SHEET.search(path.read_text(encoding="utf-8"))
    if found is None:
        raise RenderError(
            "样式没有写明版心",
            place=str(path),
            remedy="@page 以 size: 210mm 297mm; margin: 上 右 下 左; 开头，单位毫米",
        )
    width, height, top, right, bottom, left = (float(length) * _POINTS for length in found.groups())
    return Box(left, bottom, width - right, height - top)
