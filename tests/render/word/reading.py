"""Reads a Word document back: its parts, its words, and what it says once all changes are accepted or rejected."""

from __future__ import annotations

import io
import posixpath
import zipfile

from docx.oxml.ns import qn
from lxml import etree

MARKS = {"accept": ("ins", "del"), "reject": ("del", "ins")}
_RELATIONS = "_rels/"


def parts(document: bytes) -> dict[str, etree._Element]:
    """The XML parts by the names of their files."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }


def relations(document: bytes, source: str) -> dict[str, str]:
    """What a part points to: file names by the identifiers of its relationships."""
    folder, name = posixpath.split(source)
    root = parts(document).get(f"{folder}/{_RELATIONS}{name}.rels")
    if root is None:
        return {}
    return {
        one.get("Id"): posixpath.normpath(posixpath.join("/", folder, one.get("Target"))).lstrip("/")
        for one in root
    }


def lines(document: bytes, choice: str = "") -> list[str]:
    """The paragraphs of the header, of the text and of the notes, each as ``style: words``.

    Args:
        choice: ``accept`` or ``reject`` all changes first; as it is without.
    """
    found = []
    for name, root in parts(document).items():
        if name in ("word/document.xml", "word/footnotes.xml") or name.startswith("word/header"):
            if choice:
                resolve(root, *MARKS[choice])
            found.extend(_part_lines(name, root))
    return found


def _part_lines(name: str, root: etree._Element) -> list[str]:
    if not name.endswith("footnotes.xml"):
        return [line(paragraph) for paragraph in root.iter(qn("w:p"))]
    return [line(one) for one in root.iter(qn("w:p")) if one.getparent().get(qn("w:type")) is None]


def called_notes(document: bytes, choice: str) -> list[str]:
    """The words of the notes in the order of their calls, of those calls that are left."""
    found = parts(document)
    text, notes = found["word/document.xml"], found["word/footnotes.xml"]
    resolve(text, *MARKS[choice])
    resolve(notes, *MARKS[choice])
    by_number = {note.get(qn("w:id")): "".join(map(line, note)) for note in notes}
    return [by_number[call.get(qn("w:id"))] for call in text.iter(qn("w:footnoteReference"))]


def body_lines(document: bytes, choice: str = "") -> list[str]:
    """The paragraphs of the text, with the marks of rows and cells around them."""
    root = parts(document)["word/document.xml"]
    if choice:
        resolve(root, *MARKS[choice])
    found = []
    for node in root.iter(qn("w:p"), qn("w:tr"), qn("w:tc")):
        found.append(line(node) if node.tag == qn("w:p") else etree.QName(node).localname)
    return found


def line(paragraph: etree._Element) -> str:
    """``style: words`` of a paragraph; pictures, notes, tabs and line breaks are marked."""
    marks = {
        qn("w:drawing"): "[图]", qn("w:footnoteReference"): "[注]", qn("w:tab"): "\t", qn("w:br"): "\n",
    }  # fmt: skip
    words = []
    for node in paragraph.iter():
        if node.tag in (qn("w:t"), qn("m:t"), qn("w:delText")):
            words.append(node.text)
        elif node.tag in marks and node.getparent().tag == qn("w:r"):
            words.append(marks[node.tag])
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return f"{'' if style is None else style.get(qn('w:val'))}: {''.join(words)}"


def resolve(root: etree._Element, kept: str, dropped: str) -> None:
    """Keep one kind of marked changes as ordinary text and drop the other, as Word does."""
    kept, dropped = qn(f"w:{kept}"), qn(f"w:{dropped}")
    for mark in list(root.iter(dropped)):
        if mark.getparent().tag == qn("w:trPr"):
            row = mark.getparent().getparent()
            row.getparent().remove(row)
    for table in list(root.iter(qn("w:tbl"))):
        if table.find(qn("w:tr")) is None:
            table.getparent().remove(table)
    for mark in list(root.iter(dropped)):
        if mark.getparent().tag != qn("w:rPr"):
            mark.getparent().remove(mark)
    for mark in list(root.iter(kept)):
        parent, place = mark.getparent(), mark.getparent().index(mark)
        parent[place : place + 1] = list(mark)
    for paragraph in list(root.iter(qn("w:p"))):
        if paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{dropped}") is not None:
            _join_with_next(paragraph)


def _join_with_next(paragraph: etree._Element) -> None:
    """The end of a paragraph goes: what is left of its words begins the next one."""
    left = [node for node in paragraph if node.tag != qn("w:pPr")]
    following = paragraph.getnext()
    if left:
        assert following is not None and following.tag == qn("w:p"), "words would join a table"
        following[1:1] = left
    paragraph.getparent().remove(paragraph)
