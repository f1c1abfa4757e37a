"""Two papers as one, in which everything says whether it was kept, inserted or deleted.

What was inserted or kept makes the later paper, what was deleted or kept the earlier one.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from functools import singledispatch

from reportgen.render.word.alignment import pairs, part_likeness, row_likeness
from reportgen.render.word.flow import Change, Flow, Grid, Group, Line, Listing, Part, Row
from reportgen.render.word.wording import compared_pieces, marked_pieces


def compared(earlier: Flow, later: Flow) -> Flow:
    """The later paper with what differs from the earlier one marked."""
    return Flow(
        _line(earlier.header, later.header),
        _parts(earlier.cover, later.cover),
        _parts(earlier.front, later.front),
        _parts(earlier.body, later.body),
    )


def _parts(earlier: Sequence[Part], later: Sequence[Part]) -> tuple[Part, ...]:
    made: list[Part] = []
    for one, other in pairs(earlier, later, part_likeness):
        if one is None:
            made.append(_marked(other, Change.INSERTED))
        elif other is None:
            made.append(_marked(one, Change.DELETED))
        else:
            made.append(_pair(other, one))
    return tuple(made)


@singledispatch
def _pair(later: Part, earlier: Part) -> Part:
    """Two parts of one kind as one."""
    raise TypeError(type(later).__name__)


@_pair.register
def _(later: Line, earlier: Line) -> Part:
    return _line(earlier, later)


@_pair.register
def _(later: Group, earlier: Group) -> Part:
    return Group(later.name, _parts(earlier.parts, later.parts))


@_pair.register
def _(later: Listing, earlier: Listing) -> Part:
    return Listing(later.instruction, _lines(earlier.lines, later.lines))


@_pair.register
def _(later: Grid, earlier: Grid) -> Part:
    rows = [
        _row(one, other) if one and other else _marked_row(one or other, _change(one))
        for one, other in pairs(earlier.rows, later.rows, row_likeness)
    ]
    return Grid(later.style, tuple(rows), later.shares)


def _change(earlier: object | None) -> Change:
    """What happened to something that only one of the papers has."""
    return Change.INSERTED if earlier is None else Change.DELETED


def _lines(earlier: Sequence[Line], later: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(
        _line(one, other) if one and other else _marked_line(one or other, _change(one))
        for one, other in pairs(earlier, later, part_likeness)
    )


def _line(earlier: Line, later: Line) -> Line:
    return dataclasses.replace(later, content=compared_pieces(earlier.content, later.content))


def _row(earlier: Row, later: Row) -> Row:
    """The cells one by one; cells hold as many lines in both."""
    cells = zip(earlier.cells, later.cells, strict=True)
    return Row(tuple(_lines(one, other) for one, other in cells), later.head)


@singledispatch
def _marked(part: Part, change: Change) -> Part:
    """A part of which everything was inserted or deleted."""
    raise TypeError(type(part).__name__)


@_marked.register
def _(part: Group, change: Change) -> Part:
    return Group(part.name, tuple(_marked(one, change) for one in part.parts))


@_marked.register
def _(part: Listing, change: Change) -> Part:
    """A list that is no more computed becomes plain lines."""
    lines = tuple(_marked_line(line, change) for line in part.lines)
    return Group(part.instruction, lines) if change is Change.DELETED else Listing(part.instruction, lines)


@_marked.register
def _(part: Grid, change: Change) -> Part:
    rows = tuple(_marked_row(row, change) for row in part.rows)
    return dataclasses.replace(part, rows=rows, change=change)


@_marked.register
def _marked_line(part: Line, change: Change) -> Line:
    return dataclasses.replace(part, content=marked_pieces(part.content, change), change=change)


def _marked_row(row: Row, change: Change) -> Row:
    cells = tuple(tuple(_marked_line(line, change) for line in lines) for lines in row.cells)
    return Row(cells, row.head, change)
