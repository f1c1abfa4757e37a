"""The two sizes of every figure, drawn by the same code: wide for print and desktop, narrow for the phone."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.charts.style import LABEL, NARROW_WIDTH, SMALLEST, VALUE, WIDTH, ZERO


@dataclass(frozen=True, slots=True)
class Variant:
    """One size.

    Attributes:
        name: ``wide`` or ``narrow``.
        width: of the canvas, in points.
        zero: left edge of the plot; 0 where there is no hanging column.
        value: text size of values on marks.
        smallest: no text is smaller.
    """

    name: str
    width: float
    zero: float
    value: float
    smallest: float

    @property
    def is_narrow(self) -> bool:
        """True for the phone."""
        return self.name == "narrow"


WIDE = Variant("wide", WIDTH, ZERO, VALUE, SMALLEST)
NARROW = Variant("narrow", NARROW_WIDTH, 0.0, LABEL, LABEL)
VARIANTS = {variant.name: variant for variant in (WIDE, NARROW)}
