"""Reads a layout of WeasyPrint: the height of each block of a chapter, where figures are mentioned and stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportgen.document.document import Chapter
from reportgen.render.filling import Measured, MeasuredChapter

_POINTS = 0.75  # per px
_WITH_LINES = ("Paragraph", "Items")
_ROW = 18.0  # points; a block that has broken otherwise than between lines is a long table
_OPENING = ("band", "key-figures", "plain")
_Place = tuple[int, int]  # chapter, block


@dataclass
class _Found:
    """The boxes of one block, each with its page, and the height of the notes it calls, in px."""

    boxes: list[tuple[int, Any]] = field(default_factory=list)
    notes: float = 0.0


class Measurement:
    """What a layout shows.

    Args:
        pages: the pages of a WeasyPrint document.
        root: the element ``html`` it was made from.
        chapters: the chapters in the order in which they are set.
    """

    def __init__(self, pages: Sequence[Any], root: Any, chapters: Sequence[Chapter]) -> None:
        self._chapters = chapters
        self._places = dict(_places(root))
        self._anchors = dict(_anchors(root, chapters))
        self._found: dict[_Place, _Found] = defaultdict(_Found)
        self._full: dict[int, float] = defaultdict(float)
        self._tops = [page._page_box.content_box_y() for page in pages]
        self._height = min((page._page_box.height for page in pages), default=0.0)
        for number, page in enumerate(pages):
            self._read(number, page._page_box)

    def chapter(self, index: int) -> MeasuredChapter:
        """The measured blocks of a chapter."""
        blocks = self._chapters[index].blocks
        measured = tuple(self._measured((index, number), block) for number, block in enumerate(blocks))
        return MeasuredChapter(self._start(index), self._height * _POINTS, measured)

    def blank_before(self, index: int) -> Mapping[str, float]:
        """For each figure of a chapter that begins a page: the blank share of the page before it."""
        shares: dict[str, float] = {}
        for number, block in enumerate(self._chapters[index].blocks):
            if type(block).__name__ != "Figure" or not number:
                continue
            page, _ = self._found[index, number].boxes[0]
            before, _ = self._found[index, number - 1].boxes[-1]
            if before < page:
                shares[block.name] = 1 - self._full[before] / self._height
        return shares

    def pages_apart(self, index: int) -> Mapping[str, int]:
        """For each figure of a chapter: the pages between it and the words that first point to it."""
        figures: dict[str, int] = {}
        mentions: dict[str, int] = {}
        for number, block in enumerate(self._chapters[index].blocks):
            boxes = self._found[index, number].boxes
            if type(block).__name__ == "Figure":
                figures[block.name] = boxes[0][0]
            for page, box in boxes:
                for name in self._pointed_to(box):
                    mentions.setdefault(name, page)
        return {name: abs(page - mentions.get(name, page)) for name, page in figures.items()}

    def _pointed_to(self, box: Any) -> Iterator[str]:
        """The figures that links within a box point to."""
        for child in getattr(box, "children", ()):
            if child.element_tag == "a" and (target := child.element.get("href")) in self._anchors:
                yield self._anchors[target]
            yield from self._pointed_to(child)

    def _read(self, number: int, page: Any) -> None:
        """Record the blocks of a page; its notes come last among the boxes of a page."""
        for box, element, note in _outermost(page, self._places):
            place = self._places[id(element)]
            if note:
                self._found[place].notes += box.height
                self._full[number] += box.height
            else:
                self._found[place].boxes.append((number, box))
                self._full[number] = max(
                    self._full[number], box.position_y + box.margin_height() - self._tops[number]
                )

    def _measured(self, place: _Place, block: Any) -> Measured:
        found, kind = self._found[place], type(block).__name__
        notes = found.notes * _POINTS
        if kind in _WITH_LINES:
            line = found.boxes[0][1].style["line_height"].value * _POINTS
            lines = [one for _, box in found.boxes for one in _lines(box)]
            mentions = tuple(
                (name, index) for index, one in enumerate(lines) for name in self._pointed_to(one)
            )
            return Measured(line * len(lines), line=line, notes=notes, mentions=mentions)
        if kind == "Section":
            return Measured(self._advance(place), level=block.level, notes=notes)
        if kind == "Figure":
            return Measured(self._advance(place), figure=block.name, notes=notes)
        return Measured(self._advance(place), line=_ROW if len(found.boxes) > 1 else 0.0, notes=notes)

    def _advance(self, place: _Place) -> float:
        """From the top of a block to that of the next, or its own height where that stands elsewhere."""
        boxes = self._found[place].boxes
        following = self._found[place[0], place[1] + 1].boxes
        page, box = boxes[-1]
        if len(boxes) == 1 and following and following[0][0] == page:
            return (following[0][1].position_y - box.position_y) * _POINTS
        return sum(box.margin_height() for _, box in boxes) * _POINTS

    def _start(self, index: int) -> float:
        """How far down its page the first block of a chapter starts."""
        if not self._found[index, 0].boxes:
            return 0.0
        page, first = self._found[index, 0].boxes[0]
        return (first.position_y - self._tops[page]) * _POINTS


def _lines(box: Any) -> Iterator[Any]:
    """The lines of text in a block."""
    from weasyprint.formatting_structure import boxes

    for child in getattr(box, "children", ()):
        if isinstance(child, boxes.LineBox):
            yield child
        else:
            yield from _lines(child)


def _anchors(root: Any, chapters: Sequence[Chapter]) -> Iterator[tuple[str, str]]:
    """Each figure by the target of the links to it; figures stand in the page in the order of the blocks."""
    names = (
        block.name for chapter in chapters for block in chapter.blocks if type(block).__name__ == "Figure"
    )
    for element, name in zip(root.iter("figure"), names, strict=True):
        yield f"#{element.get('id')}", name


def _places(root: Any) -> Iterator[tuple[int, _Place]]:
    """Chapter and block of each element that is a block or, within it, a note; by the element's id."""
    sections = (part for part in root.iter("section") if "chapter" in part.get("class", "").split())
    for index, section in enumerate(sections):
        blocks = [part for part in section if not (set(part.get("class", "").split()) & set(_OPENING))]
        for number, block in enumerate(blocks):
            yield id(block), (index, number)
            for element in block.iter("span"):
                if element.get("class") == "footnote":
                    yield id(element), (index, number)


def _outermost(
    box: Any, places: Mapping[int, _Place], *, note: bool = False
) -> Iterator[tuple[Any, Any, bool]]:
    """The outermost boxes of blocks and notes, with their element, and whether they are notes."""
    from weasyprint.formatting_structure import boxes

    for child in getattr(box, "children", ()):
        child = getattr(child, "_box", child)
        in_notes = note or isinstance(child, boxes.FootnoteAreaBox)
        if id(child.element) in places and isinstance(child, boxes.BlockLevelBox):
            yield child, child.element, in_notes
        elif not isinstance(child, boxes.MarginBox):
            yield from _outermost(child, places, note=in_notes)
