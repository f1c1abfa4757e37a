"""The bars of the cover as SVG."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from reportgen.document.document import CoverBar

_FAINTEST, _STRONGEST, _THICKNESS = 0.30, 0.85, 0.36
_DASH = 0.014  # of the height


def draw_cover_bars(bars: Sequence[CoverBar], width: float, height: float) -> Markup:
    """Thin bars on a dark ground from a common base line at y = height; forecasts are dashed.

    Args:
        bars: from left to right.
        width, height: of the picture.
    """
    if not bars:
        return Markup("")
    step = width / len(bars)
    largest = max(bar.value for bar in bars)
    drawn = []
    for index, bar in enumerate(bars):
        top = height - max(bar.value, 0) / largest * height
        x = (index + 0.5) * step
        strength = _FAINTEST + (_STRONGEST - _FAINTEST) * index / len(bars)
        colour, opacity = ("#F3B2A7", 1.0) if bar.marked else ("#7FA9CF", strength)
        dashes = f' stroke-dasharray="{_DASH * height:.3f} {_DASH * height:.3f}"' if bar.forecast else ""
        drawn.append(
            f'<path d="M{x:.3f} {top:.3f}V{height:.3f}" stroke="{colour}" '
            f'stroke-width="{step * _THICKNESS:.3f}" opacity="{opacity:.2f}"{dashes}/>'
        )
    return Markup("".join(drawn))
