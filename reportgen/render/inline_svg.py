"""Figures drawn into the page of the screen: colours become variables, ids become unique."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from reportgen.document.document import NumberedFigure
from reportgen.render.palette import Palette

_STYLE = re.compile(r"<defs>\s*<style[^>]*>.*?</style>\s*</defs>", re.DOTALL)
_HEAD = re.compile(r"<svg\b([^>]*)>")
_SIZE = re.compile(r'\s(?:width|height)="[^"]*"')


def inline_svg(figure: NumberedFigure, palette: Palette) -> tuple[Markup, set[str]]:
    """The SVG of a figure for use inside HTML, and the chart colours it uses.

    Raises:
        RenderError: a colour has no dark twin.
    """
    drawing = figure.drawing
    svg = drawing.svg[drawing.svg.index("<svg") :]
    svg = _STYLE.sub("", svg, count=1)
    for pattern in (r'\bid="([^"]+)"', r"url\(#([^)]+)\)", r'href="#([^"]+)"'):
        svg = re.sub(pattern, lambda found: found[0].replace(found[1], f"{drawing.name}-{found[1]}"), svg)
    svg, used = palette.with_variables(svg, f"图 {figure.number}（{drawing.name}）")
    return Markup(_HEAD.sub(lambda head: _labelled(head[1], drawing.alternative), svg, count=1)), used


def _labelled(attributes: str, alternative: str) -> str:
    return f'<svg class="chart" role="img" aria-label="{escape(alternative)}"{_SIZE.sub("", attributes)}>'
