"""Figures that float: one that does not fit on a page moves to the next, and the text runs on.

WeasyPrint has no page floats, so the blocks of a chapter are put into another order before the final
layout. A chapter is filled into pages here by the heights that a first layout measured. A figure that
would leave more than `MOST_EMPTY` of a page blank waits until the page is filled; where its section ends
before that, it goes up the page instead, above a paragraph. Figures keep their order and never cross a
heading of level 1 or 2.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

MOST_EMPTY = 0.2
_FEWEST_LINES = 2
_SECTION = 2


@dataclass(frozen=True, slots=True)
class Measured:
    """One block of a chapter as laid out; sizes in points.

    Attributes:
        height: with its margins; without the notes it calls.
        line: height of a line where the block may break between lines, else 0.
        level: of a heading, else 0.
        figure: the name of a figure, else ``""``.
        notes: height of the notes it calls.
    """

    height: float
    line: float = 0.0
    level: int = 0
    figure: str = ""
    notes: float = 0.0


@dataclass(frozen=True, slots=True)
class MeasuredChapter:
    """The blocks of a chapter, how far down its first page they start, and the height of a page."""

    start: float
    page: float
    blocks: tuple[Measured, ...]


def floating_order(chapter: MeasuredChapter, extra: Mapping[str, float]) -> list[int]:
    """The order in which the blocks are to be set, as indices.

    Args:
        chapter: the blocks in the order of the author.
        extra: height by which a figure has to be taken for larger than measured, by its name.
    """
    return _Filling(chapter, extra).order()


@dataclass
class _Filling:
    """Fills pages from the top, block by block."""

    chapter: MeasuredChapter
    extra: Mapping[str, float]
    placed: list[int] = field(default_factory=list)
    waiting: list[int] = field(default_factory=list)
    starts: list[tuple[int, float, float]] = field(default_factory=list)  # page, used, notes before each

    def __post_init__(self) -> None:
        self.pages, self.used, self.notes = 0, self.chapter.start, 0.0

    def order(self) -> list[int]:
        blocks = self.chapter.blocks
        for index, block in enumerate(blocks):
            if block.figure:
                self._figure(index)
                continue
            if 0 < block.level <= _SECTION:
                self._release(all_of_them=True)
            page = self.pages
            self._text(index, _following(blocks, index))
            if not block.level and (self.pages > page or not self._mostly_empty()):
                self._release(all_of_them=False)
        self._release(all_of_them=True)
        return self.placed

    def _figure(self, index: int) -> None:
        fits = self._height(index) <= self._room()
        if not self.waiting and (fits or not self._mostly_empty()):
            self._whole(index)
        else:
            self.waiting.append(index)

    def _release(self, *, all_of_them: bool) -> None:
        """Set figures that wait; while text follows, only those that fit or leave little blank."""
        while self.waiting:
            fits = self._height(self.waiting[0]) <= self._room()
            if not (all_of_them or fits or not self._mostly_empty()):
                return
            figure = self.waiting.pop(0)
            if fits or not self._mostly_empty() or not self._up_the_page(figure):
                self._whole(figure)

    def _up_the_page(self, figure: int) -> bool:
        """Set a figure above the last paragraphs of the page, if it fits there."""
        blocks, below = self.chapter.blocks, []
        while len(self.placed) > 1 and self.starts[-1][0] == self.pages:
            last, before = blocks[self.placed[-1]], blocks[self.placed[-2]]
            if not last.line or before.level:
                break
            below.insert(0, self.placed.pop())
            self.pages, self.used, self.notes = self.starts.pop()
            if self._height(figure) <= self._room():
                self._whole(figure)
                break
        fitted = bool(below) and self.placed[-1] == figure
        for index in below:
            self._text(index, 0.0)
        return fitted

    def _text(self, index: int, following: float) -> None:
        self.starts.append((self.pages, self.used, self.notes))
        block = self.chapter.blocks[index]
        self.notes += block.notes
        if not block.line:
            if block.height + following > self._room():
                self._turn(block.notes)
            self._add(index, block.height)
            return
        lines, room = round(block.height / block.line), int(self._room() // block.line)
        if lines > room:
            here = min(room, lines - _FEWEST_LINES)
            lines -= here if here >= _FEWEST_LINES else 0
            self._turn(0)
            rest = int(self.chapter.page // block.line)
            self.pages += lines // rest
            lines %= rest
        self._add(index, lines * block.line)

    def _whole(self, index: int) -> None:
        self.starts.append((self.pages, self.used, self.notes))
        if self._height(index) > self._room():
            self._turn(0)
        self._add(index, self._height(index))

    def _add(self, index: int, height: float) -> None:
        self.placed.append(index)
        self.used += height

    def _turn(self, notes: float) -> None:
        self.pages += 1
        self.used, self.notes = 0.0, notes

    def _height(self, index: int) -> float:
        block = self.chapter.blocks[index]
        return block.height + self.extra.get(block.figure, 0.0)

    def _room(self) -> float:
        return self.chapter.page - self.used - self.notes

    def _mostly_empty(self) -> bool:
        return self._room() > MOST_EMPTY * self.chapter.page


def _following(blocks: Sequence[Measured], index: int) -> float:
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
