"""What a paper says must be found in its PDF: notes, figures, headings, in the order of the pages."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportgen.document.document import Chapter, Document
from reportgen.render.page_text import squashed

CONTENTS = (("目录", "contents", 1), ("图目录", "figure-list", 2))  # their titles and anchors on the page


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: the words before its call, its own words, and the chapter file."""

    before: str
    words: str
    chapter: str


@dataclass(frozen=True, slots=True)
class Title:
    """A heading as a bookmark shows it; level 1 is a chapter."""

    level: int
    words: str
    anchor: str


def notes(document: Document) -> list[Note]:
    """All footnotes."""
    return [
        Note(squashed(before), squashed(words), chapter.name)
        for chapter in document.in_page_order
        for before, words in _notes((chapter.lead, chapter.key_figures, chapter.blocks))
    ]


def titles(document: Document) -> list[Title]:
    """All headings, those of the contents included; these stand after the front matter."""
    chapters = document.in_page_order
    front = [chapter for chapter in chapters if chapter.front]
    contents = [Title(level, words, anchor) for words, anchor, level in CONTENTS]
    found = [title for chapter in front for title in _titles(chapter)]
    found += contents if document.figures else contents[:1]
    return found + [title for chapter in chapters[len(front) :] for title in _titles(chapter)]


def printed(content: Iterable[object]) -> str:
    """The words of some inlines; formulas are pictures in a PDF, notes stand elsewhere."""
    words = []
    for inline in content:
        kind = type(inline).__name__
        if kind == "Strong":
            words.append(printed(inline.content))
        elif kind not in ("Math", "Footnote"):
            words.append(inline.text)
    return "".join(words)


def _notes(part: object) -> Iterator[tuple[str, str]]:
    """The words before each note below a part, and those of the note."""
    if isinstance(part, tuple):
        for index, item in enumerate(part):
            if type(item).__name__ == "Footnote":
                yield printed(part[:index]), printed(item.content)
            else:
                yield from _notes(item)
    elif dataclasses.is_dataclass(part):
        for field in dataclasses.fields(part):
            yield from _notes(getattr(part, field.name))


def _titles(chapter: Chapter) -> Iterator[Title]:
    between = "　" if chapter.kind == "附录" else ""
    yield Title(1, f"{chapter.numeral}{between}{printed(chapter.title)}", chapter.anchor)
    for block in chapter.blocks:
        if type(block).__name__ == "Section":
            yield Title(block.level, f"{block.numeral}{printed(block.content)}", block.anchor)
