"""The gate: reads the finished PDF back, and lets nothing faulty through."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportgen.document.document import Document
from reportgen.document.located import Located
from reportgen.errors import RenderError, raise_all
from reportgen.render.attachment import Attachment
from reportgen.render.gate.area import check_area
from reportgen.render.gate.bookmarks import check_bookmarks
from reportgen.render.gate.contents import check_contents, check_page_numbers
from reportgen.render.gate.figures import check_blanks, check_distance
from reportgen.render.gate.finished import Finished, opened
from reportgen.render.gate.fonts import check_fonts
from reportgen.render.gate.located import located
from reportgen.render.gate.notes import check_notes
from reportgen.render.gate.outlines import check_outlines
from reportgen.render.gate.references import check_references
from reportgen.render.gate.sheet import content_area
from reportgen.render.gate.structure import check_attachment, check_catalogue, check_structure
from reportgen.render.page_text import Box


def check_pdf(
    content: bytes, document: Document, templates: Path, attachment: Attachment | None = None
) -> Located:
    """Compare a finished PDF with the paper it was made from; returns where its words and numbers stand.

    Args:
        content: the bytes of the PDF.
        document: what must be in it.
        templates: folder with ``print/style.css``, which says where text may stand.
        attachment: the file that must go with it.

    Raises:
        RenderError, ManyErrors: everything that is wrong, with pages.
    """
    area = content_area(templates)
    with opened(content) as finished:
        raise_all(_faults(finished, document, area, attachment))
        return located(document, finished)


def _faults(
    finished: Finished, document: Document, area: Box, attachment: Attachment | None
) -> Iterator[RenderError]:
    yield from check_catalogue(document, finished)
    yield from check_structure(finished)
    yield from check_fonts(finished)
    yield from check_outlines(finished)
    yield from check_area(finished, area)
    yield from check_contents(document, finished)
    yield from check_page_numbers(finished)
    yield from check_bookmarks(document, finished)
    yield from check_references(document, finished)
    yield from check_notes(document, finished)
    yield from check_distance(document, finished)
    yield from check_blanks(document, finished, area)
    if attachment is not None:
        yield from check_attachment(attachment.name, attachment.content, finished)
