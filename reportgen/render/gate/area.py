"""Overfull boxes: nothing sticks out of the content area, of its figure or of its cell, or lies on another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from reportgen.errors import RenderError
from reportgen.render.gate.blocks import COVER, by_page
from reportgen.render.gate.finished import Finished
from reportgen.render.gate.tagged import Element
from reportgen.render.page_text import Box, squashed

_EDGE = 0.5  # points that ink may stand out; sizes in a PDF are rounded
_TOUCHING = 1.0  # points that two blocks may share
_REMEDY = "缩短文字或改写，图则减小尺寸；查 templates/print/style.css"


def check_area(finished: Finished, area: Box) -> Iterator[RenderError]:
    """Faults of the room that things take, page by page."""
    for page, found in by_page(finished).items():
        for block in found:
            if block.box is not None and not block.box.within(area, _EDGE):
                yield finished.fault(page, f"“{_name(block)}”超出版心{_beyond(block.box, area)}", _REMEDY)
        for first, second in combinations(found, 2):
            if first.box is not None and second.box is not None and first.box.overlaps(second.box, _TOUCHING):
                yield finished.fault(page, f"“{_name(first)}”与“{_name(second)}”相叠", _REMEDY)
    yield from _check_margins(finished, area)
    yield from _check_figures(finished)
    yield from _check_rows(finished)


def _check_margins(finished: Finished, area: Box) -> Iterator[RenderError]:
    """What is not content stands in the margins of its page."""
    for index, page in enumerate(finished.pages):
        sheet = Box(0, 0, page.width, page.height)
        for run in page.runs:
            if run.content >= 0 or not squashed(run.text):
                continue
            if run.box.overlaps(area, 0) or not run.box.within(sheet, 0):
                yield finished.fault(index, f"页眉或页码“{_short(run.text)}”不在页边之内", _REMEDY)


def _check_figures(finished: Finished) -> Iterator[RenderError]:
    """Words of a figure stand within its picture, which would cut them off."""
    for figure in finished.of_kind("Figure"):
        if figure.picture is None or figure.page == COVER:
            continue
        for run in figure.runs:
            if squashed(run.text) and not run.box.within(figure.picture, _EDGE):
                yield finished.fault(figure.page, f"图中文字“{_short(run.text)}”超出图的边缘", _REMEDY)


def _check_rows(finished: Finished) -> Iterator[RenderError]:
    """Cells of a row do not run into each other."""
    for row in finished.of_kind("TR"):
        cells = [cell for cell in row.children if cell.box is not None]
        for left, right in pairwise(cells):
            if left.box.right > right.box.left:
                yield finished.fault(
                    row.page, f"表格中“{_name(left)}”伸入右边一格“{_name(right)}”", "缩短文字或少列几栏"
                )


def _name(block: Element) -> str:
    """The first words of a block, or what it shows."""
    return _short(block.text or str(block.attributes.get("/Alt", block.kind)))


def _short(text: str) -> str:
    return squashed(text)[:14]


def _beyond(box: Box, area: Box) -> str:
    """By how much a box sticks out, on the worst side."""
    sides = {
        "左边": area.left - box.left,
        "右边": box.right - area.right,
        "上边": box.top - area.top,
        "下边": area.bottom - box.bottom,
    }
    side = max(sides, key=sides.__getitem__)
    return f"{side} {sides[side]:.1f} 磅"
