"""The paper as PDF, by WeasyPrint."""

from __future__ import annotations

import base64
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from markupsafe import Markup

from reportgen.document.document import Document, NumberedFigure
from reportgen.errors import RenderError
from reportgen.render.cover import draw_cover_bars
from reportgen.render.formula import draw_formula
from reportgen.render.glyphs import FACES, check_glyphs
from reportgen.render.markup import BlockMarkup
from reportgen.render.page import fill_page, visible_text
from reportgen.render.palette import Palette
from reportgen.render.spacing import spaced
from reportgen.render.system import check_system_libraries

BASELINE = 18  # pt
_INLINE_SIZE, _DISPLAY_SIZE, _WIDEST = 11.0, 11.5, 336.0  # pt
_COVER_WIDTH, _COVER_HEIGHT = 168.0, 92.0  # mm


def render_pdf(document: Document, templates: Path) -> bytes:
    """The paper as PDF; the same document gives the same bytes.

    Args:
        document: the paper.
        templates: folder with ``print/``, ``colours.json`` and ``fonts/``.

    Raises:
        RenderError: a system library, font or glyph is missing, a formula is too wide, or WeasyPrint warns.
    """
    check_system_libraries()
    page = print_page(document, templates)
    check_glyphs(document, visible_text(page) + _chart_text(document), templates / "fonts")
    from weasyprint import HTML

    from reportgen.render import justify, keep_notes

    justify.install()
    keep_notes.install()
    with _warnings_raise():
        return HTML(string=page, base_url=str(templates)).write_pdf(
            pdf_variant="pdf/ua-1", pdf_identifier=f"{document.running_title} {document.year}".encode()
        )


def print_page(document: Document, templates: Path) -> str:
    """The HTML that WeasyPrint sets."""
    palette = Palette.read(templates)
    return fill_page(
        templates / "print",
        document=document,
        markup=PrintMarkup(document, palette),
        variables=Markup(palette.page_variables()),
        faces=Markup(_font_faces(templates / "fonts")),
        bars=draw_cover_bars(document.cover_bars, _COVER_WIDTH, _COVER_HEIGHT),
        ground=palette.page["cover"][0],
        spaced=spaced,
    )


class PrintMarkup(BlockMarkup):
    """Blocks as HTML for WeasyPrint."""

    def __init__(self, document: Document, palette: Palette) -> None:
        super().__init__(document)
        self.ink = palette.page["ink"][0]

    def text(self, part: Any, after: str = "") -> Markup:
        """Characters with hair spaces."""
        return spaced(part.text, after)

    def words(self, text: str, after: str = "") -> Markup:
        """Characters with hair spaces."""
        return spaced(text, after)

    def math(self, part: Any, after: str = "") -> Markup:
        """A formula within a line, as a picture on the baseline."""
        drawing = draw_formula(part.tex, _INLINE_SIZE, self.ink, inline=True)
        return Markup(
            '<img class="math" alt="{}" src="{}" style="width:{:.2f}pt;height:{:.2f}pt;vertical-align:{:.2f}pt">'
        ).format(part.tex, _data_uri(drawing.svg), drawing.width, drawing.height, -drawing.depth)

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
        drawing = draw_formula(part.tex, _DISPLAY_SIZE, self.ink, inline=False)
        if drawing.width > _WIDEST:
            raise RenderError(
                f"公式宽 {drawing.width:.0f} 磅，超过版心可用的 {_WIDEST:.0f} 磅：{part.tex[:40]}",
                place=f"第 {part.line} 行",
                remedy="拆成两行或改写",
            )
        height = -(-(drawing.height + BASELINE) // BASELINE) * BASELINE
        padding = (height - drawing.height) / 2
        number = f"（{part.number}）" if part.number else ""
        return Markup(
            '<div class="formula" style="padding:{:.2f}pt 0"><span></span><span><img alt="{}" src="{}" '
            'style="width:{:.2f}pt;height:{:.2f}pt;vertical-align:{:.2f}pt"></span><span>{}</span></div>'
        ).format(
            padding, part.tex, _data_uri(drawing.svg), drawing.width, drawing.height, -drawing.depth, number
        )


def _data_uri(svg: str) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def _font_faces(fonts: Path) -> str:
    return "".join(
        f"@font-face{{font-family:'{family}';font-weight:{weight};src:url('{(fonts / name).resolve().as_uri()}')}}"
        for (family, weight), name in FACES.items()
    )


def _chart_text(document: Document) -> str:
    return "".join(visible_text(figure.drawing.svg) for figure in document.figures.values())


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _warnings_raise() -> Iterator[None]:
    """Collect what WeasyPrint logs, and raise RenderError if it warned of anything."""
    logger = logging.getLogger("weasyprint")
    collector = _Collector()
    handlers, logger.handlers = logger.handlers, [collector]
    try:
        yield
    finally:
        logger.handlers = handlers
    if collector.messages:
        listed = "\n".join(f"  · {message}" for message in dict.fromkeys(collector.messages))
        raise RenderError(f"排版程序有警告：\n{listed}", remedy="按提示改正样式、字体或图后重试")
