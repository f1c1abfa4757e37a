"""Where the words and numbers of a paper stand in its pages, as the renderer of the pages found them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportgen.facts.address import Address

TRACE_PAGE = "trace.html"  # beside a finished paper: where each of its numbers comes from


@dataclass(frozen=True, slots=True)
class Piece:
    """Words or a number within a block.

    Attributes:
        chapter: its file.
        line: of the block, as counted in the chapter's source.
        text: without blanks.
        addresses: the facts of a number.
        pages: the page of each character, as an index.
    """

    chapter: str
    line: int
    text: str
    addresses: tuple[Address, ...]
    pages: tuple[int, ...]


@dataclass(frozen=True)
class Located:
    """A finished paper.

    Attributes:
        labels: what a viewer calls each page: ``""``, ``I``, ``1``.
        pieces: all words and numbers in their order.
        figures: the page of each figure by its name.
    """

    labels: tuple[str, ...]
    pieces: tuple[Piece, ...]
    figures: Mapping[str, int]
