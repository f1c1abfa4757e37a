"""Formulas: as SVG with its true size and baseline for the PDF, as MathML for the screen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reportgen.errors import RenderError

_FRAME = re.compile(r'width="([\d.]+)" height="([\d.]+)" viewBox="[-\d.]+ ([-\d.]+) ')


@dataclass(frozen=True, slots=True)
class FormulaDrawing:
    """A formula as SVG; sizes in points, depth below the baseline."""

    svg: str
    width: float
    height: float
    depth: float


@lru_cache(maxsize=1024)
def draw_formula(tex: str, size: float, colour: str, inline: bool) -> FormulaDrawing:
    """Set a formula.

    Sizes are read from the SVG itself; the size that the library reports is smaller than the view box.

    Raises:
        RenderError: the library gave no size.
    """
    import ziamath

    svg = ziamath.Latex(tex, size=size, color=colour, inline=inline).svg()
    frame = _FRAME.search(svg)
    if frame is None:
        raise RenderError(f"公式没有尺寸：{tex}", remedy="检查公式的写法")
    width, height, top = (float(part) for part in frame.groups())
    return FormulaDrawing(svg, width, height, top + height)


@lru_cache(maxsize=1024)
def mathml(tex: str, display: bool) -> str:
    """A formula as MathML."""
    from latex2mathml.converter import convert

    return convert(tex, display="block" if display else "inline")
