"""The package around the text: parts that python-docx brings, settings, properties, and the same bytes again."""

from __future__ import annotations

import datetime
import io
import zipfile

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart

from reportgen.document.document import Document
from reportgen.render.word import footnotes
from reportgen.render.word.elements import Element, element
from reportgen.render.word.omml import FONT

LANGUAGE = "zh-CN"
_WORD_2013 = 15  # the layout rules of Word 2013 and all later
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # that a zip archive can tell
_KEPT = (RELATION.STYLES, RELATION.NUMBERING, RELATION.SETTINGS, RELATION.THEME)


def empty_package() -> WordDocument:
    """A document without text, styles or pictures of python-docx's own template; its theme stays, as Word asks for one."""
    made = docx.Document()
    for relations, kept in (
        (made.part.rels, _KEPT),
        (made.part.package.rels, (RELATION.OFFICE_DOCUMENT, RELATION.CORE_PROPERTIES)),
    ):
        for name in [name for name, relation in relations.items() if relation.reltype not in kept]:
            del relations[name]
    made.element.body.clear_content()
    made.element.body.remove(made.element.body.sectPr)
    return made


def set_root(made: WordDocument, kind: str, root: Element) -> None:
    """Replace the whole content of the part with this type of relationship."""
    made.part.part_related_by(kind)._element = root


def add_part(made: WordDocument, name: str, kind: str, content_type: str, root: Element) -> str:
    """Add a part beside the text; the identifier of the relationship to it.

    Args:
        name: of its file, as ``header.xml``.
        kind: the type of the relationship.
    """
    part = XmlPart(PackURI(f"/word/{name}"), content_type, root, made.part.package)
    return made.part.relate_to(part, kind)


def settings() -> Element:
    """The root of ``settings.xml``."""
    separators = (element("w:footnote", id=number) for number in footnotes.SEPARATORS.values())
    rules = "http://schemas.microsoft.com/office/word"
    return element(
        "w:settings",
        element("w:zoom", percent=100),
        element("w:defaultTabStop", val=420),
        element("w:characterSpacingControl", val="compressPunctuation"),
        element("w:footnotePr", element("w:numFmt", val=footnotes.NUMBER_FORM), *separators),
        element("w:compat", element("w:compatSetting", name="compatibilityMode", uri=rules, val=_WORD_2013)),
        element("m:mathPr", element("m:mathFont", val=FONT)),
        element("w:themeFontLang", val=LANGUAGE, eastAsia=LANGUAGE),
        element("w:decimalSymbol", val="."),
        element("w:listSeparator", val=","),
    )


def set_properties(made: WordDocument, document: Document, date: datetime.datetime) -> None:
    """Title, issuer, language and dates; nobody is invented."""
    properties, issuer = made.core_properties, document.imprint.issuer
    properties.title = document.running_title
    properties.author = properties.last_modified_by = issuer
    properties.language = LANGUAGE
    properties.created = properties.modified = date
    properties.comments = properties.keywords = properties.subject = ""
    properties.revision = 1


def packed(made: WordDocument) -> bytes:
    """The file; the same document gives the same bytes."""
    file, taken = io.BytesIO(), io.BytesIO()
    made.save(file)
    with zipfile.ZipFile(file) as given, zipfile.ZipFile(taken, "w") as archive:
        for entry in given.infolist():
            copy = zipfile.ZipInfo(entry.filename, _EARLIEST)
            copy.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(copy, given.read(entry))
    return taken.getvalue()
