"""Lays the paper out, moves figures that would leave a page half empty, and lays it out again."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from math import inf
from typing import Any

from reportgen.document.document import Chapter, Document
from reportgen.render.floats import MOST_EMPTY, floating_order
from reportgen.render.measure import Measurement

_MOST_TURNS = 3
_ACCEPTED = 0.25  # share of a page; the order is sought for less, heights are not known to the line
_CORRECTION = 18.0  # points by which a figure that did not fit is taken for larger in the next turn


def lay_out(document: Document, page: Callable[[Document], str], base_url: str) -> Any:
    """The laid-out paper, a WeasyPrint document; the same paper always gives the same order of blocks.

    Args:
        document: the paper, its blocks in the order of the author.
        page: makes the HTML of a paper.
        base_url: where its addresses start.
    """
    from weasyprint import HTML

    current, corrections, images = document, defaultdict(float), {}
    best, least = None, inf
    for turn in range(_MOST_TURNS + 1):
        html = HTML(string=page(current), base_url=base_url)
        laid_out = html.render(pdf_variant="pdf/ua-1", cache=images)
        measurement = Measurement(laid_out.pages, html.etree_element, in_setting_order(current))
        blank = _blank(measurement, len(current.chapters))
        if (excess := sum(blank.values())) < least:
            best, least = laid_out, excess
        moved = _moved(document, current, measurement, blank, corrections)
        if turn == _MOST_TURNS or moved is None:
            break
        current = moved
    return best


def in_setting_order(document: Document) -> list[Chapter]:
    """The chapters as the pages have them: front matter before everything else."""
    return sorted(document.chapters, key=lambda chapter: chapter.kind != "卷首")


def _blank(measurement: Measurement, chapters: int) -> dict[str, float]:
    """The figures that leave too much of the page before them blank, and how much too much."""
    shares = (measurement.blank_before(index) for index in range(chapters))
    return {
        name: share - MOST_EMPTY for found in shares for name, share in found.items() if share > _ACCEPTED
    }


def _moved(
    document: Document,
    current: Document,
    measurement: Measurement,
    late: Collection[str],
    corrections: defaultdict[str, float],
) -> Document | None:
    """The paper in another order, or None when no figure is late or none can be moved."""
    for _ in range(_MOST_TURNS if late else 0):
        for name in late:
            corrections[name] += _CORRECTION
        chapters = _reordered(document, current, measurement, corrections)
        if chapters != current.chapters:
            return dataclasses.replace(document, chapters=chapters)
    return None


def _reordered(
    document: Document, current: Document, measurement: Measurement, corrections: Mapping[str, float]
) -> tuple[Chapter, ...]:
    """The chapters of the author with their blocks in floating order, by the heights of the current ones."""
    setting = [chapter.name for chapter in in_setting_order(current)]
    chapters = []
    for original, now in zip(document.chapters, current.chapters, strict=True):
        measured = measurement.chapter(setting.index(now.name))
        heights = {id(block): height for block, height in zip(now.blocks, measured.blocks, strict=True)}
        authored = dataclasses.replace(
            measured, blocks=tuple(heights[id(block)] for block in original.blocks)
        )
        order = floating_order(authored, corrections)
        chapters.append(
            dataclasses.replace(original, blocks=tuple(original.blocks[index] for index in order))
        )
    return tuple(chapters)
