"""Blocks as HTML for WeasyPrint."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from reportgen.document.document import Document, NumberedFigure
from reportgen.errors import RenderError
from reportgen.render.formula import FormulaDrawing, draw_formula
from reportgen.render.markup import BlockMarkup
from reportgen.render.palette import Palette
from reportgen.render.spacing import spaced
from reportgen.render.structure import FORMULA

DrawFormula = Callable[[str, float, str, bool], FormulaDrawing]
BASELINE = 18  # pt
_INLINE_SIZE, _DISPLAY_SIZE, _WIDEST = 11.0, 11.5, 336.0  # pt
_SHORT_TABLE = 12  # rows; a longer one may break over pages


class PrintMarkup(BlockMarkup):
    """Blocks as HTML for WeasyPrint."""

    def __init__(self, document: Document, palette: Palette, draw_formula: DrawFormula = draw_formula) -> None:
        super().__init__(document)
        self._draw_formula = draw_formula
        self.ink = palette.page["ink"][0]

    def text(self, part: Any, after: str = "") -> Markup:
        """Characters with hair spaces."""
        return spaced(part.text, after)

    def words(self, text: str, after: str = "") -> Markup:
        """Characters with hair spaces."""
        return spaced(text, after)

    def math(self, part: Any, after: str = "") -> Markup:
        """A formula within a line, as a picture on the baseline."""
        drawing = self._draw_formula(part.tex, _INLINE_SIZE, self.ink, True)
        return Markup(
            '<img class="math" alt="{}" src="{}" style="width:{:.2f}pt;height:{:.2f}pt;vertical-align:{:.2f}pt">'
        ).format(FORMULA + part.tex, _data_uri(drawing.svg), drawing.width, drawing.height, -drawing.depth)

    def footnote(self, part: Any, after: str = "") -> Markup:
        """A note at the foot of the page."""
        return Markup('<span class="footnote">{}</span>').format(self.content(part.content))

    def drawing(self, figure: NumberedFigure) -> Markup:
        """The picture as an image: an SVG within the page would be slower."""
        drawing = figure.drawing
        return Markup('<img class="chart" alt="{}" src="{}" style="width:{:.2f}pt;height:{:.2f}pt">').format(
            drawing.alternative, _data_uri(drawing.svg), drawing.width_pt, drawing.height_pt
        )

    def formula(self, part: Any) -> Markup:
        """A formula in the middle of the line and its number at the right, on one baseline."""
        drawing = self._draw_formula(part.tex, _DISPLAY_SIZE, self.ink, False)
        if drawing.width > _WIDEST:
            raise RenderError(
                f"公式宽 {drawing.width:.0f} 磅，超过版心可用的 {_WIDEST:.0f} 磅：{part.tex[:40]}",
                place=self.document.place(part),
                remedy="拆成两行或改写",
            )
        height = -(-(drawing.height + BASELINE) // BASELINE) * BASELINE
        padding = (height - drawing.height) / 2
        number = f"（{part.number}）" if part.number else ""
        return Markup(
            '<div class="formula" style="padding:{:.2f}pt 0"><span></span><span><img alt="{}" src="{}" '
            'style="width:{:.2f}pt;height:{:.2f}pt;vertical-align:{:.2f}pt"></span><span>{}</span></div>'
        ).format(
            padding,
            FORMULA + part.tex,
            _data_uri(drawing.svg),
            drawing.width,
            drawing.height,
            -drawing.depth,
            number,
        )

    def table_class(self, part: Any) -> str:
        """A short table stays on one page."""
        return "table whole" if len(part.rows) <= _SHORT_TABLE else "table"

    def symbols(self, part: Any) -> Markup:
        """The meaning of symbols; a list, because the structure of a PDF has no better name for it."""
        items = Markup("").join(
            Markup('<li><span class="symbol">{}</span>{}</li>').format(
                self.content(symbol), self.content(meaning)
            )
            for symbol, meaning in part.items
        )
        return Markup('<ul class="symbols">{}</ul>').format(items)

    def keyfigures(self, part: Any) -> Markup:
        """The numbers that open a chapter."""
        items = Markup("").join(
            Markup(
                '<li><span class="key">{}<small>{}</small></span><span class="label">{}</span></li>'
            ).format(number.text.removesuffix(number.unit), number.unit, self.content(label))
            for number, label in part.items
        )
        return Markup('<ul class="key-figures">{}</ul>').format(items)


def _data_uri(svg: str) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()
