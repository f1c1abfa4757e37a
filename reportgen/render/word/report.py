"""The paper as a Word document."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION

from reportgen.document.document import Document
from reportgen.render.palette import Palette
from reportgen.render.word import style_names as names
from reportgen.render.word.changes import compared
from reportgen.render.word.drawings import Drawings
from reportgen.render.word.elements import Element, element
from reportgen.render.word.flow import Flow, Line, PageOf
from reportgen.render.word.font_table import font_table
from reportgen.render.word.footnotes import Footnotes
from reportgen.render.word.numbering import numbering
from reportgen.render.word.package import (
    add_part,
    empty_package,
    packed,
    set_properties,
    set_root,
    settings,
)
from reportgen.render.word.paper import flow
from reportgen.render.word.parts import Parts
from reportgen.render.word.revisions import Revisions
from reportgen.render.word.runs import Runs
from reportgen.render.word.sections import section
from reportgen.render.word.styles import styles

_DATE = re.compile(r"(\d{4})年(\d{1,2})月")
_FRONT, _BODY = "upperRoman", "decimal"


@dataclass(frozen=True)
class Illustrated:
    """A paper and the PNG of each of its figures, by name."""

    document: Document
    pictures: Mapping[str, bytes]

    @property
    def flow(self) -> Flow:
        """The paper as Word sees it."""
        return flow(self.document, self.pictures)


def render_word(paper: Illustrated, templates: Path, earlier: Illustrated | None = None) -> bytes:
    """The paper as a Word document; the same paper gives the same bytes.

    Args:
        paper: the paper.
        templates: folder with ``colours.json``.
        earlier: with it, what differs from this paper is marked as tracked insertions and deletions.

    Raises:
        RenderError: a formula that Word cannot show, or a wrong palette.
    """
    document, date = paper.document, edition_date(paper.document)
    made = empty_package()
    revisions = Revisions(document.imprint.editors, f"{date.isoformat()}Z")
    notes = Footnotes()
    parts = Parts(Runs(revisions, notes, Drawings(made.part, revisions).drawing), revisions)
    text = paper.flow if earlier is None else compared(earlier.flow, paper.flow)
    made.element.body.extend(_body(made, text, parts))
    add_part(made, "footnotes.xml", RELATION.FOOTNOTES, CONTENT_TYPE.WML_FOOTNOTES, notes.root(parts))
    add_part(made, "fontTable.xml", RELATION.FONT_TABLE, CONTENT_TYPE.WML_FONT_TABLE, font_table())
    set_root(made, RELATION.STYLES, styles(Palette.read(templates)))
    set_root(made, RELATION.NUMBERING, numbering(parts.ordered_lists))
    set_root(made, RELATION.SETTINGS, settings())
    set_properties(made, document, date)
    return packed(made)


def edition_date(document: Document) -> datetime.datetime:
    """The first of the month on the cover; of the edition's year when the cover names none."""
    found = _DATE.search(document.imprint.date)
    year, month = (int(found[1]), int(found[2])) if found else (document.year, 1)
    return datetime.datetime(year, month, 1)


def _body(made: WordDocument, text: Flow, parts: Parts) -> list[Element]:
    """The three sections; front and body have margins of their own, as LibreOffice forgets marks it inherits."""
    separation = Line(names.SEPARATION)
    front, body = (_margins(made, which, text.header, parts) for which in ("front", "body"))
    return [
        *parts.of(text.cover),
        parts.line(separation, section=section()),
        *parts.of(text.front),
        parts.line(separation, section=section(*front, _FRONT)),
        *parts.of(text.body),
        section(*body, _BODY),
    ]


def _margins(made: WordDocument, which: str, header: Line, parts: Parts) -> tuple[str, str]:
    """Header and footer of a section: the identifiers of their relationships."""
    footer = Line(names.FOOTER, (PageOf(),))
    top, bottom = element("w:hdr", parts.line(header)), element("w:ftr", parts.line(footer))
    return (
        add_part(made, f"header-{which}.xml", RELATION.HEADER, CONTENT_TYPE.WML_HEADER, top),
        add_part(made, f"footer-{which}.xml", RELATION.FOOTER, CONTENT_TYPE.WML_FOOTER, bottom),
    )
