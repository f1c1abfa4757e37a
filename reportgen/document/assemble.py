"""Chapters, drawings and facts put together into one document, and what must agree between them."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path
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
from reportgen.document.numbering import Numbering
from reportgen.errors import ChapterError, FigureError, ManyErrors, ReportError, nearest, raise_all
from reportgen.facts.reader import Reader
from reportgen.text.beside import Beside
from reportgen.text.blocks import (
    Block,
    Figure,
    GeneratedTable,
    Heading,
    KeyFigures,
    Lead,
    Table,
    plain,
)
from reportgen.text.chapter import WrittenChapter, write_chapter

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
        origins: where the facts of a metric come from, by its English name.
    """

    narrow: Mapping[str, Drawing] = dataclasses.field(default_factory=dict)
    appendix: AppendixData = dataclasses.field(default_factory=AppendixData)
    origins: Mapping[str, Origin] = dataclasses.field(default_factory=dict)


NO_SUPPLEMENTS = Supplements()


def assemble(
    edition: EditionParts,
    chapter_folder: Path,
    drawings: Mapping[str, Drawing],
    reader: Reader,
    beside: Beside = NOTHING_BESIDE,
    supplements: Supplements = NO_SUPPLEMENTS,
) -> Document:
    """Write all chapters of an edition and put the document together.

    Args:
        edition: its chapters (file names with or without ``.md``), figures, imprint and layout.
        chapter_folder: where the chapter files are.
        drawings: a drawing for each figure of the edition, by name.
        reader: the facts; its uses so far (those of the figures) become part of the document.
        beside: the method and the context facts, for the chapters.
        supplements: narrow drawings, what generated tables hold, and origins.

    Raises:
        ChapterError, AddressError: in a chapter, a figure placed twice or never, a generated table that
            does not exist.
        EditionError: a wrong list of figures.
        FigureError: a listed figure without drawing.
        ManyErrors: several of these.
    """
    numbers = figure_numbers(edition.figures, f"{edition.edition}.yaml")
    missing = [name for name in numbers if name not in drawings]
    raise_all(
        FigureError(f"没有图“{name}”的文件", place=f"{edition.edition}.yaml", remedy=nearest(name, drawings))
        for name in missing
    )
    written = _write_all(edition.chapters, chapter_folder, numbers, reader, beside)
    _check_figures_placed(written, numbers)
    printed = {use.address.metric for use in reader.uses if use.printed}
    chapters = _numbered(_with_tables(written, AppendixTables(supplements.appendix, printed)))
    return Document(
        year=edition.edition,
        reference_year=edition.reference_year,
        imprint=edition.imprint,
        layout=edition.layout,
        chapters=chapters,
        figures={
            name: NumberedFigure(n, drawings[name], f"figure-{n}", supplements.narrow.get(name))
            for name, n in numbers.items()
        },
        contents=_contents(chapters),
        cover_bars=cover_bars(reader),
        uses=tuple(reader.uses),
        facts=reader.facts,
        origins=dict(supplements.origins),
    )


def _with_tables(written: Sequence[WrittenChapter], tables: AppendixTables) -> list[WrittenChapter]:
    """The chapters with every generated table in its place."""
    found: list[WrittenChapter] = []
    errors: list[ReportError] = []
    for chapter in written:
        blocks: list[Block] = []
        for block in chapter.blocks:
            try:
                generated = isinstance(block, GeneratedTable)
                blocks.append(tables.table(block, chapter.name) if generated else block)
            except ReportError as error:
                errors.append(error)
        found.append(dataclasses.replace(chapter, blocks=tuple(blocks)))
    raise_all(errors)
    return found


def _write_all(
    names: Sequence[str], folder: Path, numbers: Mapping[str, int], reader: Reader, beside: Beside
) -> list[WrittenChapter]:
    written: list[WrittenChapter] = []
    errors: list[ReportError] = []
    for name in names:
        try:
            written.append(write_chapter(folder / f"{name.removesuffix('.md')}.md", reader, numbers, beside))
        except ManyErrors as several:
            errors.extend(several.errors)
        except ReportError as error:
            errors.append(error)
    raise_all(errors)
    return written


def _check_figures_placed(written: Sequence[WrittenChapter], numbers: Mapping[str, int]) -> None:
    places: dict[str, str] = {}
    errors: list[ReportError] = []
    for chapter in written:
        for block in chapter.blocks:
            if not isinstance(block, Figure):
                continue
            place = f"{chapter.name}:{block.line}"
            if block.name in places:
                errors.append(
                    ChapterError(
                        f"图“{block.name}”放了两次",
                        place=place,
                        remedy=f"另一处在 {places[block.name]}，删去一处",
                    )
                )
            places[block.name] = place
    for name in numbers:
        if name not in places:
            remedy = f'在提到它的段落之后写 {{{{ 图表("{name}") }}}}，或从 figures 中删去'
            errors.append(ChapterError(f"图“{name}”列在版本文件中，却没有放进任何一章", remedy=remedy))
    raise_all(errors)
    _check_figure_order(places, list(numbers))


def _check_figure_order(places: Mapping[str, str], listed: Sequence[str]) -> None:
    """Figures stand in the chapters in the order of the list, so that their numbers rise."""
    for placed, expected in zip(places, listed, strict=True):
        if placed != expected:
            raise ChapterError(
                f"图“{placed}”放在图“{expected}”之前，与版本文件中的次序不同",
                place=places[placed],
                remedy="调整图在文中的位置，或改 figures 的次序，图号随之而定",
            )


def _numbered(written: Sequence[WrittenChapter]) -> tuple[Chapter, ...]:
    numbering = Numbering()
    tables = 0
    chapters = []
    for position, chapter in enumerate(written, start=1):
        numbering.start_chapter(chapter.kind)
        title = chapter.blocks[0]
        numeral = chapter.label or numbering.numeral(title, chapter.name)
        blocks: list[Block | Section] = []
        for block in chapter.blocks[1:]:
            if isinstance(block, Heading):
                anchor = f"c{position}-{len(blocks)}"
                block = Section(
                    block.level, numbering.numeral(block, chapter.name), block.content, anchor, block.line
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
    return Chapter(written.name, written.kind, numeral, title.content, anchor, lead, key_figures, rest)


def _contents(chapters: Sequence[Chapter]) -> tuple[Entry, ...]:
    entries = []
    for chapter in chapters:
        front = chapter.kind == "卷首"
        entries.append(Entry(1, chapter.numeral, plain(chapter.title), chapter.anchor, front))
        for block in chapter.blocks:
            if isinstance(block, Section) and block.level <= _CONTENTS_DEPTH:
                entries.append(Entry(block.level, block.numeral, plain(block.content), block.anchor, front))
    return tuple(entries)
