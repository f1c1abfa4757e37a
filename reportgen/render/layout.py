"""Lays the paper out, moves figures that would leave a page half empty, and lays it out again."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from math import inf
from pathlib import Path
from typing import Any

from reportgen.document.document import Chapter, Document
from reportgen.render.floats import floating_order
from reportgen.render.measure import Measurement
from reportgen.render.own_files import own_files

_MOST_TURNS = 3
_ACCEPTED = 0.3  # blank share of the page before a figure
_CORRECTION = 18.0  # points by which a figure that did not fit is taken for larger in the next turn


def lay_out(document: Document, page: Callable[[Document], str], templates: Path) -> Any:
    """The laid-out paper, a WeasyPrint document; the same paper always gives the same order of blocks.

    Args:
        document: the paper, its blocks in the order of the author.
        page: makes the HTML of a paper.
        templates: where its addresses start, and the only folder that is read.
    """
    from weasyprint import HTML

    fetcher = own_files(templates)
    current, corrections, images = document, defaultdict(float), {}
    best, least = None, inf
    for turn in range(_MOST_TURNS + 1):
        html = HTML(string=page(current), base_url=str(templates), url_fetcher=fetcher)
        laid_out = html.render(pdf_variant="pdf/ua-1", cache=images)
        measurement = Measurement(laid_out.pages, html.etree_element, current.in_page_order)
        faults = _faults(measurement, len(current.chapters))
        if (sum_of_faults := sum(faults.values())) < least:
            best, least = laid_out, sum_of_faults
        if not faults or turn == _MOST_TURNS:
            break
        moved = _moved(document, current, measurement, faults if turn else (), corrections)
        if moved is None:
            break
        current = moved
    return best


def _faults(measurement: Measurement, chapters: int) -> dict[str, float]:
    """The figures that leave too much of the page before them blank or stand far from their first mention."""
    faults: dict[str, float] = defaultdict(float)
    for index in range(chapters):
        for name, share in measurement.blank_before(index).items():
            faults[name] += max(0.0, share - _ACCEPTED)
        for name, pages in measurement.pages_apart(index).items():
            faults[name] += max(0, pages - 1)
    return {name: fault for name, fault in faults.items() if fault}


def _moved(
    document: Document,
    current: Document,
    measurement: Measurement,
    faulty: Collection[str],
    corrections: defaultdict[str, float],
) -> Document | None:
    """The paper in another order, or None when the search finds none that is new.

    Figures at fault are taken for larger each time: their heights were not known to the line.
    """
    for _ in range(_MOST_TURNS):
        for name in faulty:
            corrections[name] += _CORRECTION
        chapters = _reordered(document, current, measurement, corrections)
        if chapters != current.chapters:
            return dataclasses.replace(document, chapters=chapters)
        if not faulty:
            return None
    return None


def _reordered(
    document: Document, current: Document, measurement: Measurement, corrections: Mapping[str, float]
) -> tuple[Chapter, ...]:
    """The chapters of the author with their blocks in floating order, by the heights of the current ones."""
    setting = [chapter.name for chapter in current.in_page_order]
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
