"""The passages of a written paper, as a reviewer signs them: what each says and the numbers behind it.

A passage is what is written at one place between blank lines: running text, a lead, key figures, a list, a
list of symbols, a table; a heading when it has a number. The turns of a loop are one passage. Figures,
formulas and tables that the program makes are none: nobody wrote them.

Its numbers are those it prints, and those read in its lines or in the lines it rests on: the conditions
around it and the variables it names (`text.premises`), so that a number which is only compared counts too.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache

from reportgen.document.document import Chapter, Document, Section
from reportgen.document.passage_lines import PassageLines, lead_line, title_line
from reportgen.facts.address import Address
from reportgen.facts.fact import Fact, FactTable
from reportgen.text.blocks import (
    FigureReference,
    Footnote,
    Items,
    KeyFigures,
    Math,
    Number,
    Paragraph,
    Strong,
    Symbols,
    Table,
    Text,
)
from reportgen.text.premises import Premises
from reportgen.text.source import Line

_SIGNED = (tuple, Section, Paragraph, KeyFigures, Items, Symbols, Table)
_GENERATED = re.compile(r"\{\{\s*附表\(")
_REMARK = re.compile(r"\{#.*?#\}", re.DOTALL)
_premises = lru_cache(maxsize=64)(Premises)  # reading the templates takes longer than all the rest
Leaf = Text | Number | FigureReference | Math


@dataclasses.dataclass(frozen=True)
class Passage:
    """One passage.

    Attributes:
        chapter: file name of the chapter: ``20-overall.md``.
        name: the name written above it, or ``""``; several passages of an override may share one.
        line: the line of its block, as counted in the chapter's source.
        place: file and line of its block.
        lines: where it is written, its notes last.
        printed: its words as printed; a figure is named, not numbered.
        facts: the numbers it prints or compares, by address.
        numbers: as they are printed, in their order.
    """

    chapter: str
    name: str
    line: int
    place: str
    lines: tuple[Line, ...]
    printed: str
    facts: tuple[Fact, ...]
    numbers: tuple[Number, ...]

    @cached_property
    def written(self) -> str:
        """Its text in the file, without remarks; where lines break does not matter."""
        text = _REMARK.sub("", "\n".join(line.text for line in self.lines))
        return "".join(" ".join(line.split()) for line in text.split("\n"))


def passages(document: Document) -> list[Passage]:
    """All passages of the paper in their order."""
    read: dict[str, set[Address]] = {}
    for use in document.uses:
        read.setdefault(use.place, set()).add(use.address)
    return [one for chapter in document.chapters for one in _ChapterPassages(chapter, document.facts, read)]


class _ChapterPassages:
    """The passages of one chapter; `read` gives for each place the facts that were read there."""

    def __init__(self, chapter: Chapter, facts: FactTable, read: Mapping[str, set[Address]]) -> None:
        self._chapter = chapter
        self._facts = facts
        self._read = read
        self._parts: dict[int, list[object]] = {}
        self._headings: set[int] = set()
        self._collect()
        self._lines = PassageLines(chapter.source, self._parts)
        self._premises = _premises(chapter.source)

    def __iter__(self) -> Iterator[Passage]:
        for line in sorted(self._parts):
            parts = [part for part in self._parts[line] if isinstance(part, _SIGNED)]
            found = self._passage(line, parts) if parts else None
            if found and (found.facts or line not in self._headings) and not _GENERATED.match(found.written):
                yield found

    def _collect(self) -> None:
        chapter = self._chapter
        self._add(title_line(chapter), chapter.title, heading=True)
        if chapter.lead:
            self._add(lead_line(chapter), chapter.lead)
        if chapter.key_figures:
            self._add(chapter.key_figures.line, chapter.key_figures)
        for block in chapter.blocks:
            self._add(block.line, block, heading=isinstance(block, Section))

    def _add(self, line: int, part: object, heading: bool = False) -> None:
        self._parts.setdefault(line, []).append(part)
        if heading:
            self._headings.add(line)

    def _passage(self, line: int, parts: list[object]) -> Passage:
        source = self._chapter.source
        own = self._lines.own(line)
        own += self._lines.notes(own)
        leaves = [leaf for part in parts for leaf in _leaves(part)]
        return Passage(
            chapter=self._chapter.name,
            name=source.line(line).paragraph,
            line=line,
            place=source.place(line),
            lines=tuple(source.line(number) for number in own),
            printed="".join(map(_words, leaves)),
            facts=tuple(self._facts.get(address) for address in sorted(self._addresses(own, leaves))),
            numbers=tuple(leaf for leaf in leaves if isinstance(leaf, Number)),
        )

    def _addresses(self, own: list[int], leaves: list[Leaf]) -> set[Address]:
        found = {address for leaf in leaves if isinstance(leaf, Number) for address in leaf.addresses}
        for number in self._premises.lines(frozenset(own)):
            found |= self._read.get(self._chapter.place(number), set())
        return found


def _leaves(part: object) -> Iterator[Leaf]:
    """All words and numbers in a block or a part of it."""
    if isinstance(part, Leaf):
        yield part
    elif isinstance(part, Strong | Footnote):
        yield from _leaves(part.content)
    elif isinstance(part, tuple):
        for one in part:
            yield from _leaves(one)
    elif dataclasses.is_dataclass(part):
        yield from _leaves(tuple(getattr(part, field.name) for field in dataclasses.fields(part)))


def _words(leaf: Leaf) -> str:
    if isinstance(leaf, FigureReference):
        return f"图（{leaf.name}）"
    return leaf.tex if isinstance(leaf, Math) else leaf.text
