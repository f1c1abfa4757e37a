"""Figures that float: where each figure of a chapter stands, so that pages are full and figures near.

WeasyPrint has no page floats, so the blocks of a chapter are put into another order before the final
layout. Text keeps its order and so do figures; how the two are shuffled into each other is searched for.
Every order is filled into pages by the heights that a first layout measured, and costs what a reader would
mind: a page left blank before a figure, a figure far from the words that point to it, a figure far from
where its author put it. Figures never cross a heading of level 1 or 2 and never stand right below a heading.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from reportgen.render.filling import (
    MeasuredChapter,
    Place,
    blank_share,
    kept_with,
    set_lines,
    set_whole,
    start_of,
)

_SECTION = 2
_KEPT = 16  # best ways kept for each number of texts and figures set so far
_BLANK = 250.0  # of a whole blank page; grows with the square of the share
_FAR = 40.0  # of each page beyond the next between a figure and the words that point to it
_NEXT = 1.5  # of standing on the page after them
_ABOVE = 2.0  # of standing above them on their page; twice that on the page before
_MOVED = 0.3  # of each block between a figure and where its author put it


@dataclass(frozen=True)
class _Way:
    """One way to set the first texts and figures of a chapter.

    Attributes:
        place: where the next block starts.
        cost: what a reader minds so far.
        order: indices of the blocks set.
        figures: page of each figure set, by its name.
        mentions: page of the first words that point to a figure, by its name.
    """

    place: Place
    cost: float = 0.0
    order: tuple[int, ...] = ()
    figures: Mapping[str, int] = field(default_factory=dict)
    mentions: Mapping[str, int] = field(default_factory=dict)


def floating_order(chapter: MeasuredChapter, extra: Mapping[str, float]) -> list[int]:
    """The order in which the blocks are to be set, as indices.

    Args:
        chapter: the blocks in the order of the author.
        extra: height by which a figure has to be taken for larger than measured, by its name.
    """
    return _Search(chapter, extra).best()


class _Search:
    """Goes through the orders, text by text and figure by figure, and keeps the best."""

    def __init__(self, chapter: MeasuredChapter, extra: Mapping[str, float]) -> None:
        self._chapter, self._extra, self._blocks = chapter, extra, chapter.blocks
        self._texts = [index for index, block in enumerate(chapter.blocks) if not block.figure]
        self._figures = [index for index, block in enumerate(chapter.blocks) if block.figure]
        self._opened = [-1]  # for each block: the heading of its section
        for index, block in enumerate(chapter.blocks):
            self._opened.append(index if 0 < block.level <= _SECTION else self._opened[-1])
        del self._opened[0]

    def best(self) -> list[int]:
        """The order of least cost, that of the author where none is found."""
        found: dict[tuple[int, int], list[_Way]] = {(0, 0): [_Way(start_of(self._chapter))]}
        for figures in range(len(self._figures) + 1):
            for texts in range(len(self._texts) + 1):
                ways = sorted(found.pop((texts, figures), ()), key=lambda way: (way.cost, way.place))[:_KEPT]
                if ways and (texts, figures) == (len(self._texts), len(self._figures)):
                    return list(ways[0].order)
                for way in ways:
                    for key, longer in self._steps(way, texts, figures):
                        found.setdefault(key, []).append(longer)
        return list(range(len(self._blocks)))

    def _steps(self, way: _Way, texts: int, figures: int) -> Iterator[tuple[tuple[int, int], _Way]]:
        text = self._texts[texts] if texts < len(self._texts) else None
        figure = self._figures[figures] if figures < len(self._figures) else None
        if text is not None and (figure is None or self._opened[text] <= figure):
            yield (texts + 1, figures), self._with_text(way, text)
        if figure is not None and self._may_stand(figure, text, way):
            yield (texts, figures + 1), self._with_figure(way, figure, texts)

    def _may_stand(self, figure: int, text: int | None, way: _Way) -> bool:
        """Whether a figure may come next: in its section, and below a heading only if its author said so."""
        if text is not None and text <= self._opened[figure]:
            return False
        below = way.order[-1] if way.order else -1
        return below == figure - 1 or (below >= 0 and not self._blocks[below].level)

    def _with_text(self, way: _Way, index: int) -> _Way:
        block = self._blocks[index]
        if block.line:
            lines = set_lines(self._chapter, way.place, block)
            pages = {name: lines.page_of(line) for name, line in block.mentions}
            place = lines.end
        else:
            kept = kept_with(self._blocks, index)
            place = set_whole(self._chapter, way.place, block.height + kept, block.notes)
            place = place._replace(used=place.used - kept)
            pages = {name: place.page for name, _ in block.mentions}
        new = {name: page for name, page in pages.items() if name not in way.mentions}
        apart = sum(
            _apart(way.figures[name], page, above=True) for name, page in new.items() if name in way.figures
        )
        return replace(
            way,
            place=place,
            cost=way.cost + apart,
            order=(*way.order, index),
            mentions={**way.mentions, **new},
        )

    def _with_figure(self, way: _Way, index: int, texts: int) -> _Way:
        block = self._blocks[index]
        height = block.height + self._extra.get(block.figure, 0.0)
        place = set_whole(self._chapter, way.place, height)
        cost = way.cost
        if place.page > way.place.page:
            cost += _BLANK * blank_share(self._chapter, way.place) ** 2
        if block.figure in way.mentions:
            cost += _apart(place.page, way.mentions[block.figure], above=False)
        authored = sum(text < index for text in self._texts)
        return replace(
            way,
            place=place,
            cost=cost + _MOVED * abs(texts - authored),
            order=(*way.order, index),
            figures={**way.figures, block.figure: place.page},
        )


def _apart(figure: int, mention: int, *, above: bool) -> float:
    """What the pages between a figure and the words that point to it cost."""
    pages = abs(figure - mention)
    if pages > 1:
        return _FAR * (pages - 1)
    return (_ABOVE if above else _NEXT) * (pages + above)
