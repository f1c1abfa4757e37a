"""Reads the numbers of a finished PDF back: its text by the structure tree, figures apart."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate

from reportgen.document.document import Document, NumberedFigure
from reportgen.document.printed import CELL, Piece, PrintedPassage, picture_pieces, printed_passages
from reportgen.document.read_back import Lost, ReadBack, ReadNumber
from reportgen.render.gate.finished import Finished, opened
from reportgen.render.gate.tagged import Element
from reportgen.render.page_text import Run, squashed, text_of
from reportgen.render.read_back.matching import Found, find, in_order, left_over, words

_CELLS = ("TD", "TH")
_Chunk = tuple[str, int]


def read_pdf(content: bytes, document: Document) -> ReadBack:
    """Every number of the paper as the file prints it; passages that the file does not hold as written.

    Args:
        content: the bytes of the PDF.
        document: what was printed.
    """
    with opened(content) as finished:
        return _PdfReader(finished, document).read()


class _PdfReader:
    def __init__(self, finished: Finished, document: Document) -> None:
        self._finished = finished
        self._document = document
        self._result = ReadBack()

    def read(self) -> ReadBack:
        """Text, notes, figures."""
        passages = list(printed_passages(self._document.in_page_order))
        root = self._finished.structure
        self._stream([one for one in passages if not one.note], list(_flow(root)))
        notes = [(text_of(note.runs), note.page) for note in self._finished.of_kind("Note")]
        self._stream([one for one in passages if one.note], notes)
        groups = [one for one in self._finished.elements if _is_figure_group(one)]
        for figure, group in zip(self._document.figures.values(), groups, strict=False):
            self._figure(figure, group)
        for figure in list(self._document.figures.values())[len(groups) :]:
            self._result.lost.append(Lost(f"图{figure.number}", ""))
        return self._result

    def _stream(self, passages: list[PrintedPassage], chunks: list[_Chunk]) -> None:
        text = "".join(text for text, _ in chunks)
        ends = list(accumulate(len(text) for text, _ in chunks))
        pages = [page for _, page in chunks]
        covered: list[Found] = []
        for passage, found in in_order(passages, text):
            if found is None:
                self._result.lost.append(Lost(words(passage.pieces), f"{passage.heading}，{passage.place}"))
                continue
            covered.append(found)
            self._take(passage, found, lambda offset: pages[bisect_right(ends, offset)])
        for offset, number in left_over(covered, text):
            where = self._where(pages[bisect_right(ends, offset)])
            self._result.lost.append(Lost(number, where, found=True))

    def _figure(self, figure: NumberedFigure, group: Element) -> None:
        pieces = self._group_pieces(figure)
        found = find(pieces, text_of(group.runs), fixed=True)
        name = f"图{figure.number}"
        if found is None:
            self._result.lost.append(Lost(f"{name}{figure.drawing.title}", self._where(group.page)))
            return
        passage = PrintedPassage(pieces, False, name, figure.drawing.name)
        self._take(passage, found, lambda _: group.page)

    def _group_pieces(self, figure: NumberedFigure) -> tuple[Piece, ...]:
        drawing = figure.drawing
        picture: tuple[Piece, ...] = (drawing.subtitle, *picture_pieces(self._document, figure))
        title = f"图{figure.number}{drawing.title}"
        above = self._document.layout.figure_title == "above"
        return (title, *picture) if above else (*picture, title)

    def _take(self, passage: PrintedPassage, found: Found, page_of: Callable[[int], int]) -> None:
        for wanted, text, offset in found.numbers:
            where = self._where(page_of(offset))
            self._result.numbers.append(ReadNumber(wanted, text, where, passage.heading, passage.place))

    def _where(self, page: int) -> str:
        labels = self._finished.labels
        return f"第{labels[page]}页" if 0 <= page < len(labels) and labels[page] else f"PDF第{page + 1}页"


def _flow(element: Element) -> Iterator[_Chunk]:
    """The text in reading order without contents, notes and figures, with the page; cells are closed."""
    for part in element.parts:
        if isinstance(part, Run):
            yield squashed(part.text), element.page
        elif part.kind not in ("Note", "TOC") and not _is_figure_group(part):
            yield from _flow(part)
            if part.kind in _CELLS:
                yield CELL, part.page


def _is_figure_group(element: Element) -> bool:
    """The frame around a picture with its caption; the picture of the cover has none."""
    kinds = [child.kind for child in element.children]
    return "Figure" in kinds and "Caption" in kinds
