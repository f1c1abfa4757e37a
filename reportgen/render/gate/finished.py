"""A finished PDF, opened for the checks of the gate."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from reportgen.errors import RenderError
from reportgen.render.gate.tagged import Element, read_structure
from reportgen.render.page_text import PageText, read_pages

NAMED = re.compile(r"[图表]\d+")


@dataclass(frozen=True)
class Finished:
    """What the file holds.

    Attributes:
        pdf: opened by pikepdf.
        pages: their text.
        structure: the root of the structure tree.
    """

    pdf: Any
    pages: list[PageText]
    structure: Element

    @cached_property
    def elements(self) -> list[Element]:
        """Every element of the structure in reading order."""
        return list(self.structure.walk())

    @cached_property
    def labels(self) -> list[str]:
        """What a viewer calls each page: ``""``, ``I``, ``1``."""
        from pikepdf import Page

        return [Page(page).label for page in self.pdf.pages]

    @cached_property
    def destinations(self) -> dict[str, tuple[int, float]]:
        """Page index and height of every named destination that leads to a page."""
        from pikepdf import NameTree

        names = self.pdf.Root.get("/Names", {}).get("/Dests")
        if names is None:
            return {}
        numbers = {page.objgen: index for index, page in enumerate(self.pdf.pages)}
        found = ((str(name), list(target)) for name, target in NameTree(names).items())
        return {
            name: (numbers[target[0].objgen], float(target[3]))
            for name, target in found
            if target[0].objgen in numbers
        }

    @cached_property
    def captions(self) -> dict[str, int]:
        """The page of the caption of each ``图2`` and ``表1``."""
        found: dict[str, int] = {}
        for caption in self.of_kind("Caption"):
            for element in caption.walk():
                if NAMED.fullmatch(element.text):
                    found.setdefault(element.text, caption.page)
        return found

    def of_kind(self, *kinds: str) -> list[Element]:
        """The elements of these kinds in reading order."""
        return [element for element in self.elements if element.kind in kinds]

    def place(self, page: int) -> str:
        """A page in words: its position in the file and the number printed on it."""
        label = self.labels[page] if 0 <= page < len(self.labels) else ""
        return f"PDF 第 {page + 1} 页" + (f"（页码 {label}）" if label else "")

    def fault(self, page: int, problem: str, remedy: str) -> RenderError:
        """An error on a page."""
        return RenderError(problem, place=self.place(page), remedy=remedy)


@contextmanager
def opened(content: bytes) -> Iterator[Finished]:
    """Open the bytes of a PDF."""
    import pikepdf

    with pikepdf.open(io.BytesIO(content)) as pdf:
        pages = read_pages(content)
        yield Finished(pdf, pages, read_structure(pdf, pages))
