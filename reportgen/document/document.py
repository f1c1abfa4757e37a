"""One edition of the paper, whole and frozen: what every output format is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from reportgen.charts.figure import Drawing
from reportgen.facts.fact import FactTable
from reportgen.facts.reader import Use
from reportgen.text.blocks import Block, Content, KeyFigures
from reportgen.text.kind import FRONT
from reportgen.text.source import Source


class Imprint(Protocol):
    """What stands on the cover and in the metadata."""

    title: str
    subtitle: str
    issuer: str
    date: str
    number: str
    notice: str
    editors: str


class Layout(Protocol):
    """How pages are laid out: ``figure_title`` stands ``below`` or ``above`` the picture."""

    figure_title: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading below the chapter, with its numeral: ``（一）``, ``1.``, or ``""``."""

    level: int
    numeral: str
    content: Content
    anchor: str
    line: int


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter.

    Attributes:
        name: its file, as in places: ``02-overall.md``.
        kind: 卷首, 导论, 正文, 附录 or 卷尾.
        numeral: ``一、``, ``附录二``, or ``""``.
        title: the words of its heading.
        anchor: id of its heading.
        lead: the opening sentences, may be empty.
        key_figures: the opening numbers, or None.
        blocks: everything else; `Section` stands where a heading was.
        source: its text, for the places of blocks.
    """

    name: str
    kind: str
    numeral: str
    title: Content
    anchor: str
    lead: Content
    key_figures: KeyFigures | None
    blocks: tuple[Block | Section, ...]
    source: Source

    @property
    def front(self) -> bool:
        """Whether it stands before the contents, with roman page numbers."""
        return self.kind == FRONT

    def place(self, line: int) -> str:
        """The file and line behind the line of a block."""
        return self.source.place(line)


@dataclass(frozen=True, slots=True)
class NumberedFigure:
    """A drawing with its number and the id of its place; ``narrow`` is the same for the phone, or None."""

    number: int
    drawing: Drawing
    anchor: str
    narrow: Drawing | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the facts of one metric, or one context fact, come from.

    Attributes:
        formula: what is computed, in words, with the number of its equation.
        inputs: Chinese names of what it is computed from.
        sources: the statistics and parameters at the bottom, with publisher or reference.
    """

    formula: str
    inputs: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the table of contents; level 1 is a chapter, ``front`` has roman page numbers."""

    level: int
    numeral: str
    title: str
    anchor: str
    front: bool


@dataclass(frozen=True, slots=True)
class CoverBar:
    """One bar of the cover: the national total while the change of one province after the other is added.

    ``marked`` is the bar that completes the reference year.
    """

    value: float
    forecast: bool
    marked: bool


@dataclass(frozen=True)
class Document:
    """The paper.

    Attributes:
        year: the edition.
        reference_year: the last year with statistics.
        imprint: cover and metadata.
        layout: how pages are laid out.
        chapters: in their order.
        figures: by name; iteration is by number.
        contents: the table of contents.
        cover_bars: value added from the first to the forecast year, province by province.
        uses: every reading of a fact, with its place and printed text.
        facts: all facts of the edition.
        origins: where facts come from, by the English name of a metric or the address of a context fact;
            may be empty.
    """

    year: int
    reference_year: int
    imprint: Imprint
    layout: Layout
    chapters: tuple[Chapter, ...]
    figures: dict[str, NumberedFigure]
    contents: tuple[Entry, ...]
    cover_bars: tuple[CoverBar, ...]
    uses: tuple[Use, ...]
    facts: FactTable
    origins: dict[str, Origin]

    def place(self, block: Block | Section) -> str:
        """File and line in which a block was written; ``""`` for one that is not of this paper."""
        return next((one.place(block.line) for one in self.chapters if block in one.blocks), "")

    @property
    def in_page_order(self) -> list[Chapter]:
        """The chapters as the pages have them: front matter before everything else."""
        return sorted(self.chapters, key=lambda chapter: not chapter.front)

    @property
    def running_title(self) -> str:
        """Title and subtitle in one line; the title may be set in two on the cover."""
        return "".join(f"{self.imprint.title}{self.imprint.subtitle}".split("\n"))
