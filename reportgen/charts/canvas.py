"""The sheet a figure is drawn on: points at print width, y running down, text by its baseline.

A canvas only collects marks, in the order in which they are painted; `svg` paints them, `check` judges
the boxes of the text.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.charts.box import Box
from reportgen.charts.fonts import Fonts
from reportgen.charts.heat_cells import HeatTable
from reportgen.charts.style import CLEARANCE, INK, LABEL, REGULAR, ROW
from reportgen.charts.variant import WIDE, Variant

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A filled or outlined rectangle."""

    box: Box
    fill: str | None = None
    outline: str | None = None
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Strokes:
    """Open lines that share one stroke."""

    lines: tuple[Points, ...]
    colour: str
    width: float
    dashes: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Area:
    """A filled area with closed rings; rings within rings are holes."""

    rings: tuple[Points, ...]
    fill: str
    outline: str | None = None
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled circle with an outline."""

    x: float
    y: float
    radius: float
    fill: str
    outline: str
    width: float


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text: anchor point on the baseline, and the measured box of its ink."""

    x: float
    y: float
    content: str
    size: float
    colour: str
    weight: int
    align: str
    box: Box


Mark = Rectangle | Strokes | Area | Dot | Text
_SHIFT = {"left": 0.0, "center": 0.5, "right": 1.0}


class Canvas:
    """One figure at final size: `width` and `height` in points, the zero line at `zero`.

    The height is set by the chart, in rows of the page's baseline step. The variant gives width, zero line
    and text sizes. A chart that is a table leaves its cells in `table`, for pages that can show a real one.
    """

    def __init__(self, fonts: Fonts, variant: Variant = WIDE) -> None:
        self.fonts = fonts
        self.variant = variant
        self.width = variant.width
        self.zero = variant.zero
        self.rows = 0
        self.marks: list[Mark] = []
        self.table: HeatTable | None = None

    @property
    def height(self) -> float:
        """The height in points, a multiple of the baseline step."""
        return self.rows * ROW

    @property
    def texts(self) -> list[Text]:
        """All text in painting order."""
        return [mark for mark in self.marks if isinstance(mark, Text)]

    def rectangle(
        self, box: Box, fill: str | None = None, outline: str | None = None, width: float = 0.0
    ) -> None:
        """Paint a rectangle; an outline is centred on the edge."""
        self.marks.append(Rectangle(box, fill, outline, width))

    def line(self, points: Points, colour: str, width: float, dashes: tuple[float, ...] = ()) -> None:
        """Paint one open line."""
        self.lines((points,), colour, width, dashes)

    def lines(
        self, lines: tuple[Points, ...], colour: str, width: float, dashes: tuple[float, ...] = ()
    ) -> None:
        """Paint several open lines with one stroke; lines of one point are left out."""
        drawn = tuple(points for points in lines if len(points) > 1)
        if drawn:
            self.marks.append(Strokes(drawn, colour, width, dashes))

    def area(
        self, rings: tuple[Points, ...], fill: str, outline: str | None = None, width: float = 0.0
    ) -> None:
        """Paint a filled area of closed rings."""
        self.marks.append(Area(rings, fill, outline, width))

    def dot(
        self, x: float, y: float, fill: str, outline: str, radius: float = 2.3, width: float = 0.9
    ) -> None:
        """Paint a dot."""
        self.marks.append(Dot(x, y, radius, fill, outline, width))

    def text(
        self,
        x: float,
        y: float,
        content: str,
        size: float = LABEL,
        colour: str = INK,
        weight: int = REGULAR,
        align: str = "left",
    ) -> Box:
        """Paint a line of text with its baseline at y; returns the box of its ink.

        Args:
            align: which end of the text stands at x: ``left``, ``center`` or ``right``.
        """
        box = self.box_of(x, y, content, size, weight, align)
        self.marks.append(Text(x, y, content, size, colour, weight, align, box))
        return box

    def box_of(self, x: float, y: float, content: str, size: float, weight: int, align: str) -> Box:
        """The box that `text` would fill."""
        start = x - _SHIFT[align] * self.fonts.width(content, size, weight)
        ink = self.fonts.ink(content, size, weight)
        return Box(start + ink.left, y + ink.top, start + ink.right, y + ink.bottom)

    def is_free(self, box: Box) -> bool:
        """True when the box keeps clear of all text painted so far."""
        return not any(box.widened(CLEARANCE).overlaps(text.box) for text in self.texts)


def middle(y: float, size: float) -> float:
    """The baseline that centres Chinese text and digits on y."""
    return y + 0.35 * size
