"""What Word would stumble over: the schema, and everything that points to something else in the document."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from docx.oxml.ns import qn
from lxml import etree
from openxml_audit import OpenXmlValidator

from tests.render.word.reading import parts, relations

TEXT, NOTES = "word/document.xml", "word/footnotes.xml"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STYLED = {
    "pStyle": "paragraph",
    "rStyle": "character",
    "tblStyle": "table",
    "basedOn": "",
    "next": "paragraph",
}


def schema_problems(path: Path) -> list[str]:
    """What the schemas of the format find: unknown elements, wrong order, missing parts."""
    return [f"{error.part_uri} {error.description}" for error in OpenXmlValidator().validate(path).errors]


def reference_problems(document: bytes) -> list[str]:
    """What leads nowhere, is there twice, or stands where it may not."""
    found = parts(document)
    return [
        *_relationship_problems(document, found),
        *_number_problems(found),
        *_note_problems(found),
        *_bookmark_problems(found),
        *_style_problems(found),
        *_field_problems(found),
        *_deleted_text_problems(found),
        *_table_problems(found),
    ]


def _values(root: etree._Element, tag: str, attribute: str = "val") -> list[str]:
    return [node.get(qn(f"w:{attribute}")) for node in root.iter(qn(f"w:{tag}"))]


def _relationship_problems(document: bytes, found: dict[str, etree._Element]) -> Iterator[str]:
    with zipfile.ZipFile(BytesIO(document)) as archive:
        names = archive.namelist()
    if len(set(names)) != len(names):
        yield "a file twice"
    for source, root in found.items():
        known = relations(document, source)
        for node in root.iter():
            for attribute, value in node.attrib.items():
                if attribute.startswith(_RELATION) and value not in known:
                    yield f"{source}: no relationship {value}"
        yield from (f"{source}: no file {target}" for target in known.values() if target not in names)
    types = found["[Content_Types].xml"]
    listed = {node.get("PartName", "").lstrip("/") for node in types}
    endings = {node.get("Extension") for node in types} - {"xml"}  # which says nothing of what a part is
    for name in names:
        if name not in listed and name != "[Content_Types].xml" and name.rpartition(".")[2] not in endings:
            yield f"{name}: no content type"


def _number_problems(found: dict[str, etree._Element]) -> Iterator[str]:
    for tag in ("ins", "del", "bookmarkStart"):
        numbers = [number for root in found.values() for number in _values(root, tag, "id")]
        yield from (f"{tag} {number} twice" for number, times in Counter(numbers).items() if times > 1)
    pictures = [node.get("id") for node in found[TEXT].iter(qn("wp:docPr"))]
    yield from (f"picture {number} twice" for number, times in Counter(pictures).items() if times > 1)


def _note_problems(found: dict[str, etree._Element]) -> Iterator[str]:
    calls, notes = _values(found[TEXT], "footnoteReference", "id"), _values(found[NOTES], "footnote", "id")
    if sorted(calls) != sorted(number for number in notes if int(number) > 0):
        yield f"notes {notes} are called as {calls}"
    separators = _values(found["word/settings.xml"], "footnote", "id")
    if [number for number in notes if int(number) <= 0] != separators:
        yield "the settings name other separators than there are"


def _bookmark_problems(found: dict[str, etree._Element]) -> Iterator[str]:
    text = found[TEXT]
    names = _values(text, "bookmarkStart", "name")
    yield from (f"bookmark {name} twice" for name, times in Counter(names).items() if times > 1)
    if sorted(_values(text, "bookmarkStart", "id")) != sorted(_values(text, "bookmarkEnd", "id")):
        yield "a bookmark without end"
    fields = (words.text.split() for words in text.iter(qn("w:instrText")))
    wanted = {words[1] for words in fields if words[0] in ("REF", "PAGEREF")}
    wanted |= set(_values(text, "hyperlink", "anchor"))
    yield from (f"no bookmark {name}" for name in wanted - set(names))


def _style_problems(found: dict[str, etree._Element]) -> Iterator[str]:
    styles = {
        style.get(qn("w:styleId")): style.get(qn("w:type"))
        for style in found["word/styles.xml"].iter(qn("w:style"))
    }
    lists = set(_values(found["word/numbering.xml"], "num", "numId"))
    for source, root in found.items():
        for tag, kind in _STYLED.items():
            for name in _values(root, tag):
                if name not in styles or kind not in ("", styles[name]):
                    yield f"{source}: no {kind} style {name}"
        yield from (f"{source}: no list {name}" for name in _values(root, "numId") if name not in lists)


def _field_problems(found: dict[str, etree._Element]) -> Iterator[str]:
    for source, root in found.items():
        open_fields: list[str] = []
        for kind in _values(root, "fldChar", "fldCharType"):
            if kind == "begin":
                open_fields.append(kind)
            elif not open_fields:
                yield f"{source}: a field {kind} without begin"
            elif kind == "end":
                open_fields.pop()
        yield from (f"{source}: a field without end" for _ in open_fields)


def _deleted_text_problems(found: dict[str, etree._Element]) -> Iterator[str]:
    for source, root in found.items():
        for tag, deleted in (("t", False), ("delText", True)):
            for node in root.iter(qn(f"w:{tag}")):
                if deleted != (next(node.iterancestors(qn("w:del")), None) is not None):
                    yield f"{source}: w:{tag} where it may not be: {node.text}"


def _table_problems(found: dict[str, etree._Element]) -> Iterator[str]:
    for cell in found[TEXT].iter(qn("w:tc")):
        if cell[-1].tag != qn("w:p"):
            yield "a cell that does not end with a paragraph"
    for table in found[TEXT].iter(qn("w:tbl")):
        following = table.getnext()
        if following is None or following.tag != qn("w:p"):
            yield "a table without paragraph after it"
