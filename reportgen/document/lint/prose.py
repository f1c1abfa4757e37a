"""What the paper prints, block by block, as the rules on printed text read it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from reportgen.document.document import Chapter, Document, Section
from reportgen.text.blocks import (
    Block,
    Content,
    Footnote,
    Inline,
    Items,
    KeyFigures,
    Number,
    Paragraph,
    Strong,
    Symbols,
    Table,
    plain,
)
from reportgen.text.lint.finding import Finding, Rule
from reportgen.text.lint.passage import BREAK
from reportgen.text.source import Line


@dataclass(frozen=True)
class Printed:
    """Some running text: a paragraph, a heading, a note, a cell of a table.

    Attributes:
        chapter: where it is printed.
        line: of its block, in the source of the chapter.
        content: its inlines, without those of its notes.
        head: what stands over it in a table.
    """

    chapter: Chapter
    line: int
    content: Content
    head: str = ""

    @property
    def text(self) -> str:
        """Its words; a formula is a break."""
        return words(self.content)

    def finding(self, rule: Rule, found: str, problem: str, proposal: str) -> Finding:
        """A finding at these words where the source has them, else at the start of the block."""
        return Finding(rule, *self.place(found), found, problem, proposal)

    def place(self, found: str) -> tuple[str, int, int]:
        """File, line and column of these words where the source has them, else of the start of the block."""
        for line in self._lines():
            if found in line.text:
                return line.file, line.number, line.text.index(found) + 1
        start = self.chapter.source.line(self.line)
        return start.file, start.number, 1

    def has(self, code: re.Pattern[str]) -> bool:
        """Whether the source of the block has something that matches."""
        return any(code.search(line.text) for line in self._lines())

    def _lines(self) -> Iterator[Line]:
        return takewhile(lambda line: not line.blank, self.chapter.source.lines[self.line - 1 :])


def words(content: Iterable[Inline]) -> str:
    """The printed words without the notes; a formula is a break."""
    return plain(content, BREAK)


def printed(document: Document) -> Iterator[Printed]:
    """All running text of the paper."""
    for chapter in document.chapters:
        for line, content, head in _contents(chapter):
            for part in (content, *_notes(content)):
                yield Printed(chapter, line, part, head)


def inlines(content: Iterable[Inline]) -> Iterator[Inline]:
    """Every inline, those within others too."""
    for inline in content:
        yield inline
        if isinstance(inline, Strong | Footnote):
            yield from inlines(inline.content)


def numbers(content: Iterable[Inline]) -> Iterator[Number]:
    """Every printed number."""
    return (inline for inline in inlines(content) if isinstance(inline, Number))


def _notes(content: Content) -> list[Content]:
    return [inline.content for inline in inlines(content) if isinstance(inline, Footnote)]


def _contents(chapter: Chapter) -> Iterator[tuple[int, Content, str]]:
    yield 1, chapter.title, ""
    yield 1, chapter.lead, ""
    for block in (*filter(None, [chapter.key_figures]), *chapter.blocks):
        yield from ((block.line, content, head) for content, head in _parts(block))


def _parts(block: Block | Section) -> Iterator[tuple[Content, str]]:
    if isinstance(block, Section | Paragraph):
        yield block.content, ""
    elif isinstance(block, Items):
        yield from ((item, "") for item in block.items)
    elif isinstance(block, KeyFigures):
        yield from (((number, *label), "") for number, label in block.items)
    elif isinstance(block, Symbols):
        yield from ((meaning, "") for _, meaning in block.items)
    elif isinstance(block, Table):
        yield from ((content, "") for content in (block.caption, *block.head))
        for row in block.rows:
            yield from zip(row, map(words, block.head), strict=False)
