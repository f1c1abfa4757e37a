"""Chapters, drawings and facts put together into one document."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Protocol

from reportgen.charts.figure import Drawing
from reportgen.document.appendix import AppendixTables
from reportgen.document.appendix_data import AppendixData
from reportgen.document.cover import cover_bars
from reportgen.document.document import (
    Chapter,
    Document,
    Entry,
    Imprint,
    Layout,
    NumberedFigure,
    Origin,
    Section,
)
from reportgen.document.figure_list import figure_numbers
from reportgen.document.kept_chapters import KeptChapters
from reportgen.document.numbering import Numbering
from reportgen.document.placed_figures import check_drawn, check_placed
from reportgen.document.writing import with_tables, write_chapters
from reportgen.facts.reader import Reader
from reportgen.text.beside import Beside
from reportgen.text.blocks import Block, Heading, KeyFigures, Lead, Table, plain
from reportgen.text.chapter import WrittenChapter
from reportgen.text.manuscript import Manuscript

_CONTENTS_DEPTH = 3
NOTHING_BESIDE = Beside()


class EditionParts(Protocol):
    """What a document takes from an edition."""

    edition: int
    reference_year: int
    imprint: Imprint
    layout: Layout
    chapters: list[str]
    figures: list[str]


@dataclasses.dataclass(frozen=True)
class Supplements:
    """What a document may carry beyond chapters and figures.

    Attributes:
        narrow: drawings for the phone, by name of the figure; any may be missing.
        appendix: what generated tables are made from.
        origins: where facts come from, as `Document` holds them.
    """

    narrow: Mapping[str, Drawing] = dataclasses.field(default_factory=dict)
    appendix: AppendixData = dataclasses.field(default_factory=AppendixData)
    origins: Mapping[str, Origin] = dataclasses.field(default_factory=dict)


NO_SUPPLEMENTS = Supplements()
NOTHING_KEPT = KeptChapters()


def assemble(
    edition: EditionParts,
    manuscript: Manuscript,
    drawings: Mapping[str, Drawing],
    reader: Reader,
    beside: Beside = NOTHING_BESIDE,
    supplements: Supplements = NO_SUPPLEMENTS,
    kept: KeptChapters = NOTHING_KEPT,
) -> Document:
    """Write all chapters of an edition and put the document together.

    Args:
        edition: its chapters (file names with or without ``.md``), figures, imprint and layout.
        manuscript: where the chapter files are.
        drawings: a drawing for each figure of the edition, by name.
        reader: the facts; its uses so far (those of the figures) become part of the document.
        beside: the method and the context facts, for the chapters.
        supplements: narrow drawings, what generated tables hold, and origins.
        kept: the chapters written before.

    Raises:
        ChapterError, AddressError: in a chapter, a figure placed twice or never, no such generated table.
        EditionError: a wrong list of figures.
        FigureError: a listed figure without drawing.
        ManyErrors: several of these.
    """
    numbers = figure_numbers(edition.figures, f"{edition.edition}.yaml")
    check_drawn(numbers, drawings, f"{edition.edition}.yaml")
    written = write_chapters(edition.chapters, manuscript, numbers, reader, beside, kept)
    check_placed(written, numbers)
    printed = {use.address.metric for use in reader.uses if use.printed}
    chapters = _numbered(with_tables(written, AppendixTables(supplements.appendix, printed)))
    return Document(
        year=edition.edition,
        reference_year=edition.reference_year,
        imprint=edition.imprint,
        layout=edition.layout,
        chapters=chapters,
        figures=_figures(numbers, drawings, supplements.narrow),
        contents=_contents(chapters),
        cover_bars=cover_bars(reader),
        uses=tuple(reader.uses),
        facts=reader.facts,
        origins=dict(supplements.origins),
    )


def _figures(
    numbers: Mapping[str, int], drawings: Mapping[str, Drawing], narrow: Mapping[str, Drawing]
) -> dict[str, NumberedFigure]:
    return {
        name: NumberedFigure(number, drawings[name], f"figure-{number}", narrow.get(name))
        for name, number in numbers.items()
    }


def _numbered(written: Sequence[WrittenChapter]) -> tuple[Chapter, ...]:
    numbering = Numbering()
    tables = 0
    chapters = []
    for position, chapter in enumerate(written, start=1):
        numbering.start_chapter(chapter.kind)
        title = chapter.blocks[0]
        numeral = chapter.label or numbering.numeral(title, chapter.place(title.line))
        blocks: list[Block | Section] = []
        for block in chapter.blocks[1:]:
            if isinstance(block, Heading):
                anchor = f"c{position}-{len(blocks)}"
                block = Section(
                    block.level,
                    numbering.numeral(block, chapter.place(block.line)),
                    block.content,
                    anchor,
                    block.line,
                )
            elif isinstance(block, Table) and block.caption:
                tables += 1
                block = dataclasses.replace(block, number=tables)
            blocks.append(block)
        chapters.append(_chapter(chapter, numeral, title, f"c{position}", blocks))
    return tuple(chapters)


def _chapter(
    written: WrittenChapter, numeral: str, title: Heading, anchor: str, blocks: Sequence[Block | Section]
) -> Chapter:
    lead = next((block.content for block in blocks if isinstance(block, Lead)), ())
    key_figures = next((block for block in blocks if isinstance(block, KeyFigures)), None)
    rest = tuple(block for block in blocks if not isinstance(block, Lead | KeyFigures))
    return Chapter(
        written.name, written.kind, numeral, title.content, anchor, lead, key_figures, rest, written.source
    )


def _contents(chapters: Sequence[Chapter]) -> tuple[Entry, ...]:
    entries = []
    for chapter in chapters:
        entries.append(Entry(1, chapter.numeral, plain(chapter.title), chapter.anchor, chapter.front))
        for block in chapter.blocks:
            if isinstance(block, Section) and block.level <= _CONTENTS_DEPTH:
                entries.append(
                    Entry(block.level, block.numeral, plain(block.content), block.anchor, chapter.front)
                )
    return tuple(entries)
