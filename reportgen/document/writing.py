"""All chapters of an edition written, and their generated tables filled in; errors of all are reported together."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from reportgen.document.appendix import AppendixTables
from reportgen.document.kept_chapters import KeptChapters
from reportgen.errors import ManyErrors, ReportError, raise_all
from reportgen.facts.reader import Reader
from reportgen.text.beside import Beside
from reportgen.text.blocks import Block, GeneratedTable
from reportgen.text.chapter import WrittenChapter
from reportgen.text.manuscript import Manuscript


def write_chapters(
    names: Sequence[str],
    manuscript: Manuscript,
    numbers: Mapping[str, int],
    reader: Reader,
    beside: Beside,
    kept: KeptChapters,
) -> list[WrittenChapter]:
    """Write the chapters of an edition with its facts; those written before are used again.

    Raises:
        ChapterError, AddressError: in one place.
        ManyErrors: in several.
    """
    written: list[WrittenChapter] = []
    errors: list[ReportError] = [*manuscript.strays(names)]
    for name in names:
        try:
            written.append(kept.write(manuscript.source(name), reader, numbers, beside))
        except ManyErrors as several:
            errors.extend(several.errors)
        except ReportError as error:
            errors.append(error)
    raise_all(errors)
    return written


def with_tables(written: Sequence[WrittenChapter], tables: AppendixTables) -> list[WrittenChapter]:
    """The chapters with every generated table in its place.

    Raises:
        ChapterError, ManyErrors: a table that does not exist, or has nothing to say in this edition.
    """
    found: list[WrittenChapter] = []
    errors: list[ReportError] = []
    for chapter in written:
        blocks: list[Block] = []
        for block in chapter.blocks:
            try:
                generated = isinstance(block, GeneratedTable)
                blocks.append(_table(block, chapter, tables) if generated else block)
            except ReportError as error:
                errors.append(error)
        found.append(dataclasses.replace(chapter, blocks=tuple(blocks)))
    raise_all(errors)
    return found


def _table(block: GeneratedTable, chapter: WrittenChapter, tables: AppendixTables) -> Block:
    """What stands in a place; its errors name the line of the file, its own line counts as that of the place."""
    written = chapter.source.line(block.line)
    made = tables.table(dataclasses.replace(block, line=written.number), written.file)
    return dataclasses.replace(made, line=block.line)
