"""The paper as PDF, by WeasyPrint."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from markupsafe import Markup

from reportgen.document.document import Document
from reportgen.document.keeper import NoKeeper
from reportgen.document.located import Located
from reportgen.render.alarms import warnings_raise
from reportgen.render.attachment import Attachment, attach
from reportgen.render.cover import draw_cover_bars
from reportgen.render.formula import draw_formula
from reportgen.render.gate.gate import check_pdf
from reportgen.render.glyphs import FACES, check_glyphs
from reportgen.render.kept_pictures import KeptPictures
from reportgen.render.layout import lay_out
from reportgen.render.navigation import clean_bookmarks, name_pages
from reportgen.render.page import fill_page, visible_text
from reportgen.render.palette import Palette
from reportgen.render.print_markup import PrintMarkup
from reportgen.render.spacing import spaced
from reportgen.render.structure import Structure
from reportgen.render.system import check_system_libraries
from reportgen.render.weasyprint_hooks import hooks

_COVER_WIDTH, _COVER_HEIGHT = 168.0, 92.0  # mm


def render_pdf(
    document: Document,
    templates: Path,
    attachment: Attachment | None = None,
    pictures: KeptPictures | None = None,
) -> bytes:
    """The paper as PDF/UA-1, without where things stand in it; see `set_paper`."""
    return set_paper(document, templates, attachment, pictures)[0]


def set_paper(
    document: Document,
    templates: Path,
    attachment: Attachment | None = None,
    pictures: KeptPictures | None = None,
) -> tuple[bytes, Located]:
    """The paper as PDF/UA-1, read back and found sound, and where its words and numbers stand.

    The same document gives the same bytes.

    Args:
        document: the paper.
        templates: folder with ``print/``, ``colours.json`` and ``fonts/``.
        attachment: a file to go with the PDF.
        pictures: those drawn before; by default none.

    Raises:
        RenderError: a system library, font or glyph is missing, a formula is too wide, or WeasyPrint warns.
        ManyErrors: the finished PDF has faults.
    """
    check_system_libraries()
    pictures = pictures or KeptPictures(NoKeeper(), "")
    page = print_page(document, templates, pictures)
    check_glyphs(document, visible_text(page) + _chart_text(document), templates / "fonts")
    from reportgen.render import justify, keep_notes

    justify.install()
    keep_notes.install()

    def finish(_: Any, pdf: Any) -> None:
        Structure(pdf, link_labels(document)).repair()
        name_pages(pdf, document)
        clean_bookmarks(pdf)
        if attachment is not None:
            attach(pdf, attachment)

    with warnings_raise(), hooks(), pictures.used():
        laid_out = lay_out(document, lambda paper: print_page(paper, templates, pictures), templates)
        content = laid_out.write_pdf(
            finisher=finish,
            pdf_variant="pdf/ua-1",
            pdf_identifier=f"{document.running_title} {document.year}".encode(),
        )
    pictures.keep()
    return content, check_pdf(content, document, templates, attachment)


def print_page(document: Document, templates: Path, pictures: KeptPictures | None = None) -> str:
    """The HTML that WeasyPrint sets."""
    palette = Palette.read(templates)
    return fill_page(
        templates / "print",
        document=document,
        markup=PrintMarkup(document, palette, pictures.formula if pictures else draw_formula),
        variables=Markup(palette.page_variables()),
        faces=Markup(_font_faces(templates / "fonts")),
        bars=draw_cover_bars(document.cover_bars, _COVER_WIDTH, _COVER_HEIGHT),
        ground=palette.page["cover"][0],
        spaced=spaced,
    )


def link_labels(document: Document) -> dict[str, str]:
    """In words, what the link to an anchor leads to."""
    headings = {entry.anchor: f"{entry.numeral}{entry.title}" for entry in document.contents}
    figures = {
        figure.anchor: f"图{figure.number}　{figure.drawing.title}" for figure in document.figures.values()
    }
    return headings | figures


def _font_faces(fonts: Path) -> str:
    return "".join(
        f"@font-face{{font-family:'{family}';font-weight:{weight};src:url('{(fonts / name).resolve().as_uri()}')}}"
        for (family, weight), name in FACES.items()
    )


def _chart_text(document: Document) -> str:
    return "".join(visible_text(figure.drawing.svg) for figure in document.figures.values())
