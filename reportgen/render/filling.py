"""Fills the pages of a chapter with blocks whose heights are known, as the layout will."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

_FEWEST_LINES = 2  # of a paragraph at the foot or the head of a page


@dataclass(frozen=True, slots=True)
class Measured:
    """One block of a chapter as laid out; sizes in points.

    Attributes:
        height: with its margins; without the notes it calls.
        line: height of a line where the block may break between lines, else 0.
        level: of a heading, else 0.
        figure: the name of a figure, else ``""``.
        notes: height of the notes it calls.
        mentions: the figures it points to, each with the line of the block that does, from 0.
    """

    height: float
    line: float = 0.0
    level: int = 0
    figure: str = ""
    notes: float = 0.0
    mentions: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class MeasuredChapter:
    """The blocks of a chapter, how far down its first page they start, and the height of a page."""

    start: float
    page: float
    blocks: tuple[Measured, ...]


class Place(NamedTuple):
    """A place in a chapter: its page from 0, the height used there above it, and that of the page's notes."""

    page: int
    used: float
    notes: float


class Lines(NamedTuple):
    """Where a block that breaks between lines has come to stand.

    Attributes:
        first: its page.
        here: the lines of it on that page.
        each: the lines that a whole page takes.
        end: where the next block starts.
    """

    first: int
    here: int
    each: int
    end: Place

    def page_of(self, line: int) -> int:
        """The page of a line."""
        return self.first if line < self.here else self.first + 1 + (line - self.here) // self.each


def start_of(chapter: MeasuredChapter) -> Place:
    """Where the first block starts."""
    return Place(0, chapter.start, 0.0)


def blank_share(chapter: MeasuredChapter, place: Place) -> float:
    """The share of a page that stays blank when the next block turns the page here."""
    return max(0.0, _room(chapter, place) / chapter.page)


def set_whole(chapter: MeasuredChapter, place: Place, height: float, notes: float = 0.0) -> Place:
    """Where the next block starts when one that must not break is set."""
    noted = place._replace(notes=place.notes + notes)
    if height > _room(chapter, noted) and place.used:
        noted = Place(place.page + 1, 0.0, notes)
    return noted._replace(used=noted.used + height)


def set_lines(chapter: MeasuredChapter, place: Place, block: Measured) -> Lines:
    """Where the lines of a block come to stand; never fewer than two at the foot or the head of a page."""
    start = place._replace(notes=place.notes + block.notes)
    lines, room = round(block.height / block.line), int(_room(chapter, start) // block.line)
    each = max(1, int(chapter.page // block.line))
    if lines <= room:
        end = start._replace(used=start.used + lines * block.line)
        return Lines(start.page, lines, each, end)
    here = min(room, lines - _FEWEST_LINES)
    here = here if here >= _FEWEST_LINES else 0
    turned, last = divmod(lines - here, each)
    end = Place(start.page + 1 + turned, last * block.line, 0.0)
    return Lines(start.page, here, each, end)


def kept_with(blocks: Sequence[Measured], index: int) -> float:
    """What a heading must keep with it: the headings after it and the first lines of the text."""
    if not blocks[index].level:
        return 0.0
    height = 0.0
    for block in blocks[index + 1 :]:
        if block.level:
            height += block.height
            continue
        return height + (min(block.height, _FEWEST_LINES * block.line) if block.line else block.height)
    return height


def _room(chapter: MeasuredChapter, place: Place) -> float:
    return chapter.page - place.used - place.notes
