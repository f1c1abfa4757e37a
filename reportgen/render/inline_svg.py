"""Figures drawn into the page of the screen: colours become variables, ids become unique."""

from __future__ import annotations

import re

from markupsafe import Markup

from reportgen.document.document import Drawing
from reportgen.render.palette import Palette

_STYLE = re.compile(r"<defs>\s*<style[^>]*>.*?</style>\s*</defs>", re.DOTALL)
_HEAD = re.compile(r"<svg\b([^>]*)>")
_SIZE = re.compile(r'\s(?:width|height)="[^"]*"')


def inline_svg(drawing: Drawing, place: str, palette: Palette) -> tuple[Markup, set[str]]:
    """The SVG of a drawing for use inside HTML, and the chart colours it uses.

    What surrounds it says what it shows, so that it is hidden from screen readers itself.

    Args:
        drawing: wide or narrow; its variant becomes a class.
        place: the figure, for messages.
        palette: the dark twins of its colours.

    Raises:
        RenderError: a colour has no dark twin.
    """
    prefix = drawing.name if drawing.variant == "wide" else f"{drawing.name}-{drawing.variant}"
    return picture_of(drawing.svg, prefix, drawing.variant, place, palette)


def picture_of(svg: str, prefix: str, variant: str, place: str, palette: Palette) -> tuple[Markup, set[str]]:
    """The same for any SVG text; the prefix makes its ids unique on the page."""
    svg = _STYLE.sub("", svg[svg.index("<svg") :], count=1)
    for pattern in (r'\bid="([^"]+)"', r"url\(#([^)]+)\)", r'href="#([^"]+)"'):
        svg = re.sub(pattern, lambda found: found[0].replace(found[1], f"{prefix}-{found[1]}"), svg)
    svg, used = palette.with_variables(svg, place)
    head = f'<svg class="chart {variant}" aria-hidden="true"'
    return Markup(_HEAD.sub(lambda found: f"{head}{_SIZE.sub('', found[1])}>", svg, count=1)), used
