"""The structure tree of a finished PDF, each element with the text it holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from reportgen.render.page_text import Box, PageText, Run, box_around, squashed, text_of

HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")


@dataclass
class Element:
    """An element of the structure.

    Attributes:
        kind: ``P``, ``H1``, ``Figure``.
        page: index of its page, -1 when it names none.
        attributes: its dictionary in the PDF.
        parts: the text and the elements it holds, in reading order.
        target: where the link leads whose annotation it holds, else ``""``.
        annotations: the annotations it holds, by their object numbers.
    """

    kind: str
    page: int
    attributes: Any
    parts: list[Run | Element] = field(default_factory=list)
    target: str = ""
    annotations: list[tuple[int, int]] = field(default_factory=list)

    @property
    def children(self) -> list[Element]:
        """The elements directly below."""
        return [part for part in self.parts if isinstance(part, Element)]

    def walk(self) -> Iterator[Element]:
        """The element and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @cached_property
    def runs(self) -> list[Run]:
        """Its text and that of all below it, in reading order."""
        runs: list[Run] = []
        for part in self.parts:
            runs += part.runs if isinstance(part, Element) else (part,)
        return runs

    @cached_property
    def text(self) -> str:
        """The visible characters in reading order."""
        return text_of(self.runs)

    @cached_property
    def box(self) -> Box | None:
        """Around its ink and its pictures; None when it shows nothing."""
        boxes = [run.box for run in self.runs if squashed(run.text)]
        pictures = [element.picture for element in self.walk() if element.kind in ("Figure", "Formula")]
        return box_around(boxes + [box for box in pictures if box is not None])

    @property
    def picture(self) -> Box | None:
        """The place it declares, as pictures do."""
        layout = self.attributes.get("/A")
        if layout is None or "/BBox" not in layout:
            return None
        return Box(*map(float, layout["/BBox"]))


def read_structure(pdf: Any, pages: Sequence[PageText]) -> Element:
    """The root of the structure tree of a pikepdf PDF; without a tree an empty root."""
    return _Reader(pdf, pages).root()


class _Reader:
    def __init__(self, pdf: Any, pages: Sequence[PageText]) -> None:
        self._tree = pdf.Root.get("/StructTreeRoot")
        self._numbers: Mapping[Any, int] = {page.objgen: index for index, page in enumerate(pdf.pages)}
        self._runs: dict[tuple[int, int], list[Run]] = defaultdict(list)
        for index, page in enumerate(pages):
            for run in page.runs:
                self._runs[index, run.content].append(run)

    def root(self) -> Element:
        if self._tree is None:
            return Element("", -1, {})
        return self._read(self._tree, -1)

    def _read(self, dictionary: Any, page: int) -> Element:
        own = dictionary.get("/Pg")
        page = page if own is None else self._numbers.get(own.objgen, -1)
        element = Element(str(dictionary.get("/S", ""))[1:], page, dictionary)
        for kid in _kids(dictionary):
            self._add(element, kid)
        return element

    def _add(self, element: Element, kid: Any) -> None:
        if isinstance(kid, int):
            element.parts += self._runs[element.page, kid]
            return
        kind = kid.get("/Type")
        if kind == "/StructElem":
            element.parts.append(self._read(kid, element.page))
        elif kind == "/OBJR":
            element.annotations.append(kid["/Obj"].objgen)
            element.target = str(kid["/Obj"].get("/Dest", ""))


def _kids(dictionary: Any) -> list[Any]:
    from pikepdf import Array

    kids = dictionary.get("/K", ())
    return list(kids) if isinstance(kids, Array | tuple) else [kids]
