"""The paper as one self-contained HTML file, for phone and desktop, light and dark."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from reportgen.document.columns import column_shares
from reportgen.document.document import Chapter, Document, NumberedFigure
from reportgen.document.located import TRACE_PAGE
from reportgen.document.table_width import least_widths
from reportgen.render.cover import draw_cover_bars
from reportgen.render.figure_numbers import figure_numbers
from reportgen.render.formula import mathml
from reportgen.render.glyphs import check_glyphs
from reportgen.render.heat_markup import heat_markup
from reportgen.render.inline_svg import inline_svg
from reportgen.render.markup import BlockMarkup
from reportgen.render.note_mark import note_mark
from reportgen.render.page import fill_page, read_scripts, visible_text
from reportgen.render.palette import Palette
from reportgen.render.spacing import UNITS
from reportgen.render.tips import tips
from reportgen.render.web_fonts import math_face, web_font_faces

_COVER_WIDTH, _COVER_HEIGHT = 520.0, 190.0  # px
_COUNTED = re.compile(rf"\d+(?:\.\d+)?[{UNITS}]")


def render_html(document: Document, templates: Path) -> str:
    """The paper as HTML: styles, fonts and figures inside; the same document gives the same text.

    Args:
        document: the paper.
        templates: folder with ``screen/``, ``colours.json`` and ``fonts/``.

    Raises:
        RenderError: a glyph is missing, a colour has no dark twin, or a template is wrong.
    """
    markup = ScreenMarkup(document, Palette.read(templates))
    chapters = [(chapter, markup.chapter(chapter)) for chapter in document.chapters]
    values = page_values(document, markup, templates) | {"chapters": chapters, "traces": TRACE_PAGE}
    page = fill_page(templates / "screen", faces="", **values)
    text = visible_text(page) + values["tips"] + values["script"]
    check_glyphs(document, text, templates / "fonts")
    faces = web_font_faces(templates / "fonts", frozenset(text) - {"\n"}) + math_face(page)
    return fill_page(templates / "screen", faces=Markup(faces), **values)


def page_values(document: Document, markup: ScreenMarkup, templates: Path) -> dict[str, Any]:
    """What the template of the screen is filled with, but for the chapters and the font faces.

    Args:
        document: the paper.
        markup: after it has made every chapter, so that it knows all colours.
        templates: folder with ``screen/``.

    Raises:
        RenderError: the scripts cannot be read.
    """
    return {
        "document": document,
        "markup": markup,
        "light": _variables(markup.palette, markup.colours, dark=False),
        "dark": _variables(markup.palette, markup.colours, dark=True),
        "bars": draw_cover_bars(document.cover_bars, _COVER_WIDTH, _COVER_HEIGHT),
        "tips": Markup(tips(document)),
        "traces": "",
        "script": Markup(read_scripts(templates / "screen")),
    }


class ScreenMarkup(BlockMarkup):
    """Blocks as HTML for browsers; notes are collected and stand at the end of their chapter."""

    def __init__(self, document: Document, palette: Palette) -> None:
        super().__init__(document)
        self.palette = palette
        self.colours: set[str] = set()
        self._notes: list[Markup] = []
        self._first_note = 1

    def chapter(self, chapter: Chapter) -> Markup:
        """The blocks of a chapter and its notes."""
        self._first_note += len(self._notes)
        self._notes = []
        body = self.blocks(chapter.blocks)
        if not self._notes:
            return body
        return body + Markup('<div class="notes"><ol>{}</ol></div>').format(Markup("").join(self._notes))

    def text(self, part: Any, after: str = "") -> Markup:
        """Characters as they are, the browser adds the space between Han and Latin; ``2021年`` stays whole."""
        return Markup(_COUNTED.sub(r'<span class="whole">\g<0></span>', str(escape(part.text))))

    def words(self, text: str, after: str = "") -> Markup:
        """Characters as they are."""
        return escape(text)

    def math(self, part: Any, after: str = "") -> Markup:
        """A formula within a line."""
        return Markup(mathml(part.tex, display=False))

    def footnote(self, part: Any, after: str = "") -> Markup:
        """The mark of a note; it never begins a line."""
        number = self._first_note + len(self._notes)
        self._notes.append(Markup(""))
        self._notes[-1] = Markup(
            '<li id="note-{0}"><a class="mark" href="#call-{0}" aria-label="回到正文">{1}</a>{2}</li>'
        ).format(number, note_mark(number), self.content(part.content))
        return Markup('\u2060<sup><a id="call-{0}" href="#note-{0}" aria-label="注{0}">{1}</a></sup>').format(
            number, note_mark(number)
        )

    def drawing(self, figure: NumberedFigure) -> Markup:
        """The picture within the page, so that its colours follow light and dark; the narrow one for phones.

        A figure that is a table becomes one.
        """
        if figure.drawing.table is not None:
            table, used = self.palette.with_variables(heat_markup(figure.drawing), _place(figure))
            self.colours |= used
            return Markup(table)
        drawings = [figure.drawing] if figure.narrow is None else [figure.drawing, figure.narrow]
        pictures = Markup("")
        for drawing in drawings:
            svg, used = inline_svg(drawing, _place(figure), self.palette)
            self.colours |= used
            pictures += svg
        described = Markup('<div class="{}" role="img" aria-label="{}">{}</div>').format(
            "picture" if figure.narrow is None else "pictures", figure.drawing.alternative, pictures
        )
        if figure.narrow is not None:
            return described
        return Markup('<div class="scroll" tabindex="0" role="group" aria-label="图 {}">{}</div>').format(
            figure.number, described
        )

    def numbers(self, figure: NumberedFigure) -> Markup:
        """The numbers of a figure as a table and as a file."""
        return figure_numbers(figure)

    def formula(self, part: Any) -> Markup:
        """A formula on its own line with its number."""
        number = f"（{part.number}）" if part.number else ""
        anchor = Markup(' id="formula-{}"').format(part.number) if part.number else ""
        return Markup('<div class="formula"{}><div>{}</div><span>{}</span></div>').format(
            anchor, Markup(mathml(part.tex, display=True)), number
        )

    def columns(self, part: Any) -> list[str]:
        """The width of each column in a wide window, and the least one for a narrow window."""
        pairs = zip(column_shares(part), least_widths(part), strict=True)
        return [f"--share:{share:.3f}%;--least:{least:.1f}em" for share, least in pairs]

    def table_attributes(self, part: Any) -> Markup:
        """What makes a table that is wider than the window known as one that scrolls."""
        name = f"表 {part.number}" if part.number else "表"
        return Markup(' role="group" aria-label="{}" style="--least:{:.1f}em"').format(
            name, sum(least_widths(part))
        )

    def keyfigure(self, number: Any) -> Markup:
        """One of the numbers that open a chapter, which tells where it comes from as those in the text do."""
        addresses = " ".join(self.vocabulary.chinese(address) for address in number.addresses)
        return Markup('<span class="number" data-address="{}" data-status="{}">{}</span>').format(
            addresses, number.status.name, super().keyfigure(number)
        )


def _variables(palette: Palette, colours: set[str], *, dark: bool) -> Markup:
    return Markup(palette.page_variables(dark) + palette.chart_variables(colours, dark))


def _place(figure: NumberedFigure) -> str:
    return f"图 {figure.number}（{figure.drawing.name}）"
