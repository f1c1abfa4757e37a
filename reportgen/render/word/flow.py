"""The paper as Word sees it: lines of pieces in named styles, and grids of cells.

Two papers in this form can be compared: pieces, lines and rows carry what a comparison found.
``change`` of a line is that of its end, the paragraph mark.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum


class Change(Enum):
    """What happened to a part since the earlier edition."""

    KEPT = "kept"
    INSERTED = "ins"
    DELETED = "del"


@dataclass(frozen=True, slots=True)
class Words:
    """Characters; ``look`` is the character style, ``""`` for that of the paragraph."""

    text: str
    look: str = ""
    change: Change = Change.KEPT


@dataclass(frozen=True, slots=True)
class Reference:
    """``图2`` within a sentence, which repeats the words at a bookmark."""

    text: str
    bookmark: str
    change: Change = Change.KEPT


@dataclass(frozen=True, slots=True)
class Counter:
    """``图2`` or ``表2`` of a caption; ``restart`` when the number does not follow the one before it."""

    label: str
    number: int
    restart: bool = field(compare=False)
    bookmark: str = field(compare=False)
    change: Change = Change.KEPT


@dataclass(frozen=True, slots=True)
class PageOf:
    """The number of the page of a bookmark; with ``""``, of the page it stands on."""

    bookmark: str = ""
    change: Change = Change.KEPT


@dataclass(frozen=True, slots=True)
class Equation:
    """A formula in LaTeX; ``display`` when it has a line of its own."""

    tex: str
    display: bool
    change: Change = Change.KEPT


@dataclass(frozen=True, slots=True)
class Note:
    """The call of a footnote and its words; two calls are alike whatever the notes say."""

    content: Pieces = field(compare=False)
    change: Change = Change.KEPT


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure as PNG, its size in points; two are alike when they draw the same figure."""

    name: str
    title: str = field(compare=False)
    alternative: str = field(compare=False)
    width: float = field(compare=False)
    height: float = field(compare=False)
    png: bytes = field(compare=False, repr=False)
    change: Change = Change.KEPT


@dataclass(frozen=True, slots=True)
class Tab:
    """To the next tab stop."""

    change: Change = Change.KEPT


@dataclass(frozen=True, slots=True)
class Break:
    """A new line within a paragraph."""

    change: Change = Change.KEPT


Piece = Words | Reference | Counter | PageOf | Equation | Note | Picture | Tab | Break
Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph.

    Attributes:
        style: the identifier of its style.
        align: ``right`` or ``center`` where the style says otherwise.
        bookmark: its name as a target of links.
        link: the bookmark that its words lead to.
        numbered: which ordered list it is an item of, counted from 1; 0 for none.
        keep: whether it stays on the page of the next line.
    """

    style: str
    content: Pieces = ()
    align: str = ""
    bookmark: str = field(default="", compare=False)
    link: str = field(default="", compare=False)
    numbered: int = field(default=0, compare=False)
    keep: bool = field(default=False, compare=False)
    change: Change = Change.KEPT


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a grid: the lines of each cell; a head is repeated on every page."""

    cells: tuple[tuple[Line, ...], ...]
    head: bool = False
    change: Change = Change.KEPT


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in a table style; ``shares`` are the widths of its columns in per cent of the page."""

    style: str
    rows: tuple[Row, ...]
    shares: tuple[float, ...] = field(compare=False)
    change: Change = Change.KEPT


@dataclass(frozen=True, slots=True)
class Group:
    """Parts that stay together in a comparison, found again by name: a chapter, a figure."""

    name: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A table of contents: the instruction of its field, and the lines that it shows until Word updates it."""

    instruction: str
    lines: tuple[Line, ...]


Part = Line | Grid | Group | Listing


@dataclass(frozen=True, slots=True)
class Flow:
    """A whole paper: the words at the head of each page, and its three sections."""

    header: Line
    cover: tuple[Part, ...]
    front: tuple[Part, ...]
    body: tuple[Part, ...]


def words(pieces: Iterable[Piece]) -> str:
    """The characters of some pieces, without notes."""
    return "".join(_words(piece) for piece in pieces)


def _words(piece: Piece) -> str:
    match piece:
        case Words(text=text) | Reference(text=text) | Equation(tex=text) | Picture(name=text):
            return text
        case Counter(label=label, number=number):
            return f"{label}{number}"
        case Tab():
            return "\t"
        case Break():
            return "\n"
        case _:
            return ""
