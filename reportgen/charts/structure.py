"""A tree of three levels: the whole, its branches in their colours, leaves with a band of their colour."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas, middle
from reportgen.charts.labels import wrap, wrap_names
from reportgen.charts.style import (
    INK2,
    LABEL,
    REGULAR,
    ROW,
    RULE,
    SEMIBOLD,
    WASH,
    colour_of,
    industry_of,
    ink_on,
)
from reportgen.facts.address import Vocabulary

_SOLID, _GAP, _AIR, _BAND = (
    34.0,
    16.0,
    5.0,
    3.0,
)  # solid boxes, space between levels, between leaves, and bands
_TITLE = 46.0  # room for the name of a leaf that has a text beside it
_BRANCHES = 16.0  # between branches side by side
_PITCH = 11.0
_SHARES = (0.45, 0.55, 0.4, 0.6, 0.35, 0.65)  # part of the first of two branches


@dataclass(frozen=True)
class Leaf:
    """A box with a band in the colour of its scope; `names` stand beside its own name, which may be empty."""

    scope: str
    name: str
    names: Sequence[str] = ()


@dataclass(frozen=True)
class Branch:
    """A solid box, what it says below its name, and rows of leaves."""

    scope: str
    name: str
    remark: str
    rows: Sequence[Sequence[Leaf]]


@dataclass(frozen=True)
class Tree:
    """The whole, and the names of the three levels for the hanging column."""

    scope: str
    name: str
    remark: str
    branches: Sequence[Branch]
    levels: tuple[str, str, str]


def sections_of(industry: str, vocabulary: Vocabulary) -> list[str]:
    """Chinese names of the sections of an industry (English name), as far as the vocabulary knows them."""
    sections = vocabulary.scopes_of_kind("sector")
    return [vocabulary.scope_name(one) for one in sections if industry_of(one) == industry]


def draw_structure(canvas: Canvas, tree: Tree) -> None:
    """Draw the tree, and set the height of the canvas; in a narrow one the branches are stacked."""
    left, width = canvas.zero, canvas.width - canvas.zero
    narrow = canvas.variant.is_narrow
    widths = [width] * len(tree.branches) if narrow else _widths(canvas, tree.branches, width)
    heights = [_branch_height(canvas, branch, own) for branch, own in zip(tree.branches, widths, strict=True)]
    whole = _SOLID + (sum(heights) if narrow else max(heights))
    canvas.rows = math.ceil((whole + 1) / ROW)
    _draw_solid(canvas, Box(left, 0, left + width, _SOLID), tree.scope, tree.name, tree.remark)
    top, bottom = _SOLID, 0.0 if narrow else canvas.height - 1
    for branch, own, height in zip(tree.branches, widths, heights, strict=True):
        _draw_branch(canvas, branch, Box(left, top, left + own, bottom or top + height), top == _SOLID)
        if narrow:
            top += height
        else:
            left += own + _BRANCHES
    if not narrow:
        centres = (_SOLID / 2, 1.5 * _SOLID + _GAP, 2 * _SOLID + 2 * _GAP + 10)
        for name, y in zip(tree.levels, centres, strict=True):
            canvas.text(0, middle(y, LABEL), name, colour=INK2)


def _widths(canvas: Canvas, branches: Sequence[Branch], width: float) -> list[float]:
    """Widths side by side: equal, or for two branches those with which the higher one is lowest."""
    free = width - _BRANCHES * (len(branches) - 1)
    choices = [[free / len(branches)] * len(branches)]
    if len(branches) == 2:
        choices += [[free * share, free * (1 - share)] for share in _SHARES]

    def height(widths: Sequence[float]) -> float:
        return max(_branch_height(canvas, *pair) for pair in zip(branches, widths, strict=True))

    return min(choices, key=height)


def _branch_height(canvas: Canvas, branch: Branch, width: float) -> float:
    rows = [max(_leaf_height(canvas, leaf, _leaf_width(row, width)) for leaf in row) for row in branch.rows]
    return _GAP + _SOLID + _GAP + sum(rows) + _AIR * (len(rows) - 1)


def _leaf_width(row: Sequence[Leaf], width: float) -> float:
    return (width - _AIR * (len(row) - 1)) / len(row)


def _lines(canvas: Canvas, leaf: Leaf, width: float) -> tuple[list[str], list[str]]:
    """The lines of the name of a leaf, and those of the names beside it."""
    inner = width - _BAND - 2 * _AIR
    room = min(_TITLE, inner) if leaf.names else inner
    name = wrap(canvas.fonts, leaf.name, room, LABEL, SEMIBOLD)
    if not leaf.names:
        return name, []
    return name, wrap_names(canvas.fonts, leaf.names, inner - _TITLE, canvas.variant.value)


def _leaf_height(canvas: Canvas, leaf: Leaf, width: float) -> float:
    return _PITCH * max(len(lines) for lines in _lines(canvas, leaf, width)) + 2 * _AIR


def _draw_branch(canvas: Canvas, branch: Branch, box: Box, connected: bool) -> None:
    """A branch, connected to the whole when that is above it; its leaves fill the box."""
    x, top = (box.left + box.right) / 2, box.top + _GAP
    if connected:
        canvas.line(((x, box.top), (x, top)), RULE, 0.8)
    _draw_solid(canvas, Box(box.left, top, box.right, top + _SOLID), branch.scope, branch.name, branch.remark)
    top += _SOLID
    canvas.line(((x, top), (x, top + _GAP)), RULE, 0.8)
    top += _GAP
    heights = [
        max(_leaf_height(canvas, leaf, _leaf_width(row, box.width)) for leaf in row) for row in branch.rows
    ]
    spare = (box.bottom - top - sum(heights) - _AIR * (len(heights) - 1)) / len(heights)
    for row, height in zip(branch.rows, heights, strict=True):
        width = _leaf_width(row, box.width)
        for number, leaf in enumerate(row):
            left = box.left + number * (width + _AIR)
            _draw_leaf(canvas, leaf, Box(left, top, left + width, top + height + spare))
        top += height + spare + _AIR


def _draw_solid(canvas: Canvas, box: Box, scope: str, name: str, remark: str) -> None:
    colour = colour_of(scope)
    canvas.rectangle(box, fill=colour)
    x, ink = (box.left + box.right) / 2, ink_on(colour)
    canvas.text(x, box.top + 14, name, 9.0, ink, SEMIBOLD, "center")
    canvas.text(x, box.top + 26, remark, canvas.variant.value, ink, align="center")


def _draw_leaf(canvas: Canvas, leaf: Leaf, box: Box) -> None:
    canvas.rectangle(box, fill=WASH)
    if leaf.scope:
        canvas.rectangle(Box(box.left, box.top, box.left + _BAND, box.bottom), fill=colour_of(leaf.scope))
    name, names = _lines(canvas, leaf, box.width)
    x, size = box.left + _BAND + _AIR, canvas.variant.value
    for lines, left, weight, own in ((name, x, SEMIBOLD, LABEL), (names, x + _TITLE, REGULAR, size)):
        first = (box.top + box.bottom) / 2 - _PITCH * (len(lines) - 1) / 2
        for number, line in enumerate(lines):
            canvas.text(left, middle(first + _PITCH * number, own), line, own, weight=weight)
