"""What a chapter consists of once it is written: blocks of inlines, free of any page format.

Renderers walk these as `ast.NodeVisitor` walks a syntax tree, by the name of the class.
``line`` counts in the text of the chapter; `Source.place` says in which file and line it was written.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportgen.facts.address import Address
from reportgen.facts.status import Status


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number: ``text`` with its unit, as ``4.10万亿元``, and the facts it was read from."""

    text: str
    unit: str
    addresses: tuple[Address, ...]
    status: Status


@dataclass(frozen=True, slots=True)
class FigureReference:
    """``图2`` within a sentence."""

    name: str
    number: int

    @property
    def text(self) -> str:
        """The printed words."""
        return f"图{self.number}"


@dataclass(frozen=True, slots=True)
class Math:
    """A formula within a sentence, in LaTeX."""

    tex: str
    line: int


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that stand out."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the place where it is called."""

    content: tuple[Inline, ...]


Inline = Text | Number | FigureReference | Math | Strong | Footnote
Content = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 is the chapter; ``typed`` is the numeral written in the file, ``""`` when left to counting."""

    level: int
    typed: str
    content: Content
    line: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a Strong in the first place is its lead sentence."""

    content: Content
    line: int


@dataclass(frozen=True, slots=True)
class Lead:
    """The sentences that open a chapter."""

    content: Content
    line: int


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """The numbers that open a chapter, each with its label."""

    items: tuple[tuple[Number, Content], ...]
    line: int


@dataclass(frozen=True, slots=True)
class Figure:
    """The place of a figure."""

    name: str
    number: int
    line: int


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula on its own line; ``number`` is printed at the right edge, ``""`` for none."""

    tex: str
    number: str
    line: int


@dataclass(frozen=True, slots=True)
class Symbols:
    """The meaning of symbols, in two columns."""

    items: tuple[tuple[Content, Content], ...]
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """A small table; ``alignments`` are ``left``, ``right`` or ``center``.

    ``number`` is 0 until the document counts its tables, and stays 0 without caption.
    """

    caption: Content
    head: tuple[Content, ...]
    rows: tuple[tuple[Content, ...], ...]
    alignments: tuple[str, ...]
    line: int
    number: int = 0


@dataclass(frozen=True, slots=True)
class GeneratedTable:
    """The place of the tables that the program makes under this name, such as ``数据来源``."""

    name: str
    line: int


@dataclass(frozen=True, slots=True)
class Items:
    """A list with bullets or numbers."""

    ordered: bool
    items: tuple[Content, ...]
    line: int


Block = Heading | Paragraph | Lead | KeyFigures | Figure | Formula | Symbols | Table | GeneratedTable | Items


def plain(content: Iterable[Inline], formula: str | None = None) -> str:
    """The words of some inlines without any mark-up, without their notes.

    Args:
        formula: what stands for a formula; its LaTeX when None.
    """
    words = []
    for inline in content:
        if isinstance(inline, Strong):
            words.append(plain(inline.content, formula))
        elif isinstance(inline, Math):
            words.append(inline.tex if formula is None else formula)
        elif not isinstance(inline, Footnote):
            words.append(inline.text)
    return "".join(words)
