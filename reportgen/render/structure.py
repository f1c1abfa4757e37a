"""Puts the structure of the PDF right, after WeasyPrint has made it and before it is written.

WeasyPrint tags by HTML element and leaves gaps: text in the margins of a page is told like content, header
cells have no scope, a link is told once for each box within it and named by its anchor, formulas count as
pictures and footnotes as plain text, the place of a picture is given in other coordinates, lists of contents
are plain lists, and an element with a positioned part is nested in itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

FORMULA = "公式："  # opens the alternative text of a formula
_ONCE = {"/H1", "/H2", "/H3", "/H4", "/P", "/Caption", "/LBody", "/Link"}
_REFERENCE = re.compile(rb"(\d+) 0 R")
_POINTS = 0.75  # per px


class Structure:
    """The structure tree of a pydyf PDF.

    Args:
        pdf: the PDF, complete but for its trailer.
        labels: in words, what the link to an anchor leads to.
    """

    def __init__(self, pdf: Any, labels: Mapping[str, str]) -> None:
        self._pdf = pdf
        self._labels = labels
        root = self._object(pdf.catalog["StructTreeRoot"])
        self._document = self._object(root["K"][0])
        self._parents = self._object(root["ParentTree"])["Nums"]
        self._pages = [pdf.objects[number] for number in pdf.pages["Kids"][::3]]
        self._notes = 0

    def repair(self) -> None:
        """Put everything right that the module names."""
        self._mark_decorations()
        for part in self._children(self._document):
            if part["S"] == "/NonStruct":
                self._name_notes(part)
        self._walk(self._document, ())

    def _object(self, value: Any) -> Any:
        found = _REFERENCE.fullmatch(value) if isinstance(value, bytes) else None
        return self._pdf.objects[int(found[1])] if found else value

    def _children(self, element: Any) -> list[Any]:
        """The structure elements directly below an element."""
        below = (self._object(kid) for kid in element["K"])
        return [kid for kid in below if isinstance(kid, dict) and kid.get("Type") == "/StructElem"]

    def _descendants(self, element: Any) -> Iterator[Any]:
        yield element
        for child in self._children(element):
            yield from self._descendants(child)

    def _mark_decorations(self) -> None:
        """Content that the tree does not reach stands in the margins: running heads and page numbers."""
        reached = {element.reference for element in self._descendants(self._document)}
        for number, page in enumerate(self._pages):
            owners = self._parents[2 * number + 1]
            stray = {index for index, owner in enumerate(owners) if owner not in reached}
            for index in stray:
                owners[index] = b"null"
            _make_artifacts(self._object(page["Contents"]).stream, stray)

    def _walk(self, element: Any, above: tuple[str, ...]) -> None:
        if above and element["S"] == above[-1] and element["S"] in _ONCE:
            element["S"] = "/Span"
        kind = element["S"]
        if kind == "/Figure":
            self._name_figure(element)
        elif kind == "/TH":
            element["A"]["Scope"] = "/Column" if "/THead" in above else "/Row"
        elif kind == "/L":
            self._name_contents(element)
        elif kind == "/Link" and "/Link" not in above:
            self._tell_once(element)
        for child in self._children(element):
            self._walk(child, (*above, kind))

    def _name_figure(self, element: Any) -> None:
        """A formula is told as such; the place of a picture is counted from the foot of the page."""
        import pydyf

        if element.get("Alt") is not None and element["Alt"].string.startswith(FORMULA):
            element["S"] = "/Formula"
        height = self._object(element["Pg"])["MediaBox"][3]
        left, top, right, bottom = (side * _POINTS for side in element["A"]["BBox"])
        element["A"]["BBox"] = pydyf.Array((left, height - bottom, right, height - top))

    def _name_contents(self, element: Any) -> None:
        """A list in which every item is a link is a table of contents."""
        items = self._children(element)
        linked = [{below["S"] for below in self._descendants(item)} >= {"/Link"} for item in items]
        if not linked or not all(linked):
            return
        element["S"] = "/TOC"
        for item in items:
            item["S"] = "/TOCI"
            for body in self._children(item):
                body["S"] = "/Reference"

    def _name_notes(self, area: Any) -> None:
        import pydyf

        for note in self._children(area):
            self._notes += 1
            note["S"], note["ID"] = "/Note", pydyf.String(f"note-{self._notes}")

    def _tell_once(self, link: Any) -> None:
        """Keep the first annotation of a link, and say in words where it leads."""
        import pydyf

        first = True
        for element in self._descendants(link):
            if element is not link and element["S"] == "/Link":
                element["S"] = "/Span"
            for kid in list(element["K"]):
                annotation = self._annotation(kid)
                if annotation is None:
                    continue
                if first:
                    target = annotation["Dest"].string if "Dest" in annotation else ""
                    label = self._labels.get(target, target) or annotation["Contents"].string
                    annotation["Contents"], first = pydyf.String(label), False
                else:
                    element["K"].remove(kid)
                    self._drop(annotation)

    def _annotation(self, kid: Any) -> Any:
        kid = self._object(kid)
        is_reference = isinstance(kid, dict) and kid.get("Type") == "/OBJR"
        return self._object(kid["Obj"]) if is_reference else None

    def _drop(self, annotation: Any) -> None:
        for page in self._pages:
            if annotation.reference in page.get("Annots", ()):
                page["Annots"].remove(annotation.reference)
        index = next(
            index
            for index in range(2 * len(self._pages), len(self._parents), 2)
            if self._parents[index] == annotation["StructParent"]
        )
        del self._parents[index : index + 2]


def _make_artifacts(stream: list[Any], stray: set[int]) -> None:
    """Turn the marked content with these numbers into decoration of the page."""
    import pydyf

    for index, part in enumerate(stream):
        if isinstance(part, pydyf.Dictionary) and part.get("MCID") in stray and stream[index + 1] == b"BDC":
            stream[index - 1] = "/Artifact"
            stream[index] = pydyf.Dictionary({"Type": "/Pagination"})
