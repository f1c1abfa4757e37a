"""Finds every word and number of the paper in its finished PDF, block by block in reading order."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from reportgen.document.document import Chapter, Document
from reportgen.document.located import Located, Piece
from reportgen.render.gate.finished import Finished
from reportgen.render.gate.tagged import Element
from reportgen.render.page_text import Run, squashed

_FARTHEST = 600  # characters that may stand between two pieces: a repeated head of a table, a formula
_WORDS = ("Text", "Number", "FigureReference")


def located(document: Document, finished: Finished) -> Located:
    """The pages of everything that a paper prints."""
    body, notes = _Stream(), _Stream()
    _read(finished.structure, body, notes)
    pieces = [piece for one in document.in_page_order for piece in _pieces(one, finished, body, notes)]
    figures = {
        name: finished.destinations[figure.anchor][0]
        for name, figure in document.figures.items()
        if figure.anchor in finished.destinations
    }
    return Located(tuple(finished.labels), tuple(pieces), figures)


class _Stream:
    """Text in reading order with the page of every character, read forward only."""

    def __init__(self) -> None:
        self.text = ""
        self.pages: list[int] = []
        self._next = 0

    def add(self, text: str, page: int) -> None:
        """Append words."""
        self.text += text
        self.pages += [page] * len(text)

    def go_to(self, page: int) -> None:
        """Read on from the beginning of a page, unless already behind it."""
        start = next((i for i, one in enumerate(self.pages) if one == page), len(self.pages))
        self._next = max(self._next, start)

    def find(self, text: str) -> tuple[int, ...]:
        """The pages of the characters of a text that comes soon; empty when it does not come."""
        start = self.text.find(text, self._next, self._next + _FARTHEST + len(text)) if text else -1
        if start < 0:
            return ()
        self._next = start + len(text)
        return tuple(self.pages[start : self._next])


def _read(element: Element, body: _Stream, notes: _Stream) -> None:
    """The words of the structure; those of figures are part of their pictures."""
    for part in element.parts:
        if isinstance(part, Run):
            body.add(squashed(part.text), element.page)
        elif part.kind == "Note":
            notes.add(part.text, part.page)
        elif part.kind not in ("Figure", "TOC"):
            _read(part, body, notes)


def _pieces(chapter: Chapter, finished: Finished, body: _Stream, notes: _Stream) -> Iterator[Piece]:
    if chapter.anchor in finished.destinations:
        body.go_to(finished.destinations[chapter.anchor][0])
    parts = [(0, chapter.title), (0, chapter.lead)]
    if chapter.key_figures:
        parts.append((chapter.key_figures.line, chapter.key_figures))
    parts += [(block.line, block) for block in chapter.blocks]
    for line, part in parts:
        for leaf, in_note in _leaves(part, False):
            text = squashed(leaf.text)
            pages = (notes if in_note else body).find(text)
            if pages:
                yield Piece(chapter.name, line, text, getattr(leaf, "addresses", ()), pages)


def _leaves(part: object, in_note: bool) -> Iterator[tuple[object, bool]]:
    """The words and numbers of a part in their order, and whether each stands in a note."""
    kind = type(part).__name__
    if kind in _WORDS:
        yield part, in_note
    elif isinstance(part, tuple):
        for one in part:
            yield from _leaves(one, in_note)
    elif dataclasses.is_dataclass(part) and kind != "Math":
        for field in dataclasses.fields(part):
            yield from _leaves(getattr(part, field.name), in_note or kind == "Footnote")
