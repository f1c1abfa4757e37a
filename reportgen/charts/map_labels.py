"""Names on a map: inside their region where they fit, else close by with a leader; never across a border.

A label stands wholly on one ground, which decides its colour. Names that fit are placed first; the others
look for the nearest free place at sea or on a neighbour.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas
from reportgen.charts.map_classes import label_on
from reportgen.charts.map_ground import SEA, Cells, Ground, places
from reportgen.charts.style import INK, INK2, PAPER, REGULAR

_MARGINS = (4, 3, 2, 1, 0)  # cells kept free around a label inside its region, the most that is possible
_AWAY, _REACH = 2, 90  # cells kept free around a label outside; how far from its region it may stand
_LAND = 14.0  # a label on a neighbour's land is taken for this much farther away
_STEP = 1.3  # from line to line, in parts of the size


class Line(NamedTuple):
    """One line of a label."""

    text: str
    size: float
    weight: int = REGULAR


@dataclass(frozen=True)
class Label:
    """What is to be written on a region.

    Attributes:
        group: the key of the ground it belongs to.
        forms: the same label in several sizes or wordings, the best first, to stand inside.
        led: forms that may stand outside when none fits inside, the best first.
        point: where a leader ends when the region is smaller than a cell.
    """

    group: str
    forms: Sequence[Sequence[Line]]
    led: Sequence[Sequence[Line]]
    point: tuple[float, float]


class _Spot(NamedTuple):
    """Where a block of lines stands, and which ground is under it."""

    box: Box
    ground: int


class Labeller:
    """Places labels on a canvas over a ground."""

    def __init__(self, canvas: Canvas, ground: Ground, fills: Mapping[str, str], lift: bool = False) -> None:
        """
        Args:
            fills: the fill of each group, which decides the colour of its label.
            lift: lines within a group are interrupted under a label.
        """
        self.canvas = canvas
        self.ground = ground
        self.fills = fills
        self.lift = lift

    def place(self, labels: Sequence[Label]) -> list[Label]:
        """Write all labels, with leaders where they do not fit; returns those that found no place."""
        outside = [label for label in labels if not self._place_inside(label)]
        return [
            label for label in outside if not any(self._place_outside(label, lines) for lines in label.led)
        ]

    def place_some(self, labels: Sequence[Label], most: int) -> None:
        """Write the first `most` labels that fit well inside their regions."""
        placed = 0
        for label in labels:
            placed += placed < most and self._place_inside(label, _MARGINS[:-1])

    def _place_inside(self, label: Label, margins: Sequence[int] = _MARGINS) -> bool:
        own = self.ground.numbers == self.ground.number(label.group)
        if not own.any():
            return False
        top, left = (int(one.argmax()) for one in (own.any(axis=1), own.any(axis=0)))
        cells = own[top:, left:]
        middle = np.argwhere(cells).mean(axis=0)
        for lines in label.forms:
            for margin in margins:
                box = self._nearest(cells & self.ground.free[top:, left:], lines, margin, middle)
                if box is not None:
                    box = Box(box.left + left, box.top + top, box.right + left, box.bottom + top)
                    self._write(lines, _Spot(box, self.ground.number(label.group)))
                    return True
        return False

    def _nearest(self, open_cells: Cells, lines: Sequence[Line], margin: int, middle: Cells) -> Box | None:
        width, height = self._size(lines, margin)
        found = places(open_cells, width, height)
        if not len(found):
            return None
        away = np.add(found, (height / 2, width / 2)) - middle
        row, column = found[np.argmin((away**2).sum(axis=1))]
        return Box(column + margin, row + margin, column + width - margin, row + height - margin)

    def _place_outside(self, label: Label, lines: Sequence[Line]) -> bool:
        own = self.ground.numbers == self.ground.number(label.group)
        x, y = _heart(own, label.point)
        for row, column, number in self._spots(label.group, x, y, *self._size(lines, _AWAY)):
            width, height = self._size(lines, 0)
            box = Box(column + _AWAY, row + _AWAY, column + _AWAY + width, row + _AWAY + height)
            if self._is_clear(x, y, box):
                self._lead(x, y, box)
                self._write(lines, _Spot(box, number))
                return True
        return False

    def _spots(self, group: str, x: float, y: float, width: int, height: int) -> Cells:
        """Where a box can stand around a point: row, column, number of the ground (n, 3), nearest first."""
        top, left = max(0, int(y) - _REACH), max(0, int(x) - _REACH)
        part = (slice(top, int(y) + _REACH), slice(left, int(x) + _REACH))
        numbers, free = self.ground.numbers[part], self.ground.free[part]
        found = [np.empty((0, 3), dtype=int)]
        for number in np.unique(numbers):
            if number != self.ground.number(group):
                corners = np.add(places((numbers == number) & free, width, height), (top, left))
                found.append(np.column_stack((corners, np.full(len(corners), number))))
        spots = np.concatenate(found)
        middles = spots[:, :2] + (height / 2, width / 2)
        beside = np.abs(middles - (y, x)) - (height / 2, width / 2)  # negative where the point lies within
        away = np.hypot(*np.clip(beside, 0, None).T) + _LAND * (spots[:, 2] != SEA)
        return spots[np.lexsort((spots[:, 1], spots[:, 0], away.round(3)))]

    def _is_clear(self, x: float, y: float, box: Box) -> bool:
        """True when the leader crosses no label."""
        end_x, end_y = _edge(box, x, y)
        steps = max(2, math.ceil(math.dist((x, y), (end_x, end_y))))
        columns = np.linspace(x, end_x, steps).astype(int).clip(0, self.ground.free.shape[1] - 1)
        rows = np.linspace(y, end_y, steps).astype(int).clip(0, self.ground.free.shape[0] - 1)
        return bool(self.ground.free[rows, columns].all())

    def _lead(self, x: float, y: float, box: Box) -> None:
        line = ((x, y), _edge(box, x, y))
        self.canvas.line(line, PAPER, 1.5)
        self.canvas.line(line, INK2, 0.5)
        self.canvas.dot(x, y, INK2, PAPER, radius=1.2, width=0.4)

    def _write(self, lines: Sequence[Line], spot: _Spot) -> None:
        fill = None if spot.ground == SEA else self.fills[self.ground.keys[spot.ground]]
        middle = (spot.box.left + spot.box.right) / 2
        y = spot.box.top
        for line in lines:
            y += line.size * (_STEP if y > spot.box.top else 1.0)
            at = (middle, y - 0.15 * line.size, line.text, line.size)
            if self.lift and fill:
                self.canvas.rectangle(self.canvas.box_of(*at, line.weight, "center").widened(1), fill=fill)
            self.canvas.text(*at, label_on(fill) if fill else INK, line.weight, "center")
        self.ground.take(spot.box.widened(1))

    def _size(self, lines: Sequence[Line], margin: int) -> tuple[int, int]:
        """Width and height in cells, with the margin on all sides."""
        width = max(self.canvas.fonts.width(line.text, line.size, line.weight) for line in lines)
        height = lines[0].size + sum(line.size * _STEP for line in lines[1:])
        return math.ceil(width) + 2 * margin, math.ceil(height) + 2 * margin


def _heart(own: Cells, point: tuple[float, float]) -> tuple[float, float]:
    """A place well inside the cells of a region, (x, y); the given point when it has no cell."""
    for size in (9, 6, 4, 3, 2, 1):
        found = places(own, size, size)
        if len(found):
            centres = found + size / 2
            row, column = centres[np.argmin(((centres - np.argwhere(own).mean(axis=0)) ** 2).sum(axis=1))]
            return float(column), float(row)
    return point


def _edge(box: Box, x: float, y: float) -> tuple[float, float]:
    """Where a leader from (x, y) meets a label: the nearest of the middles of its four sides."""
    across, down = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    ends = ((box.left - 1, down), (box.right + 1, down), (across, box.top - 1), (across, box.bottom + 1))
    return min(ends, key=lambda end: math.dist(end, (x, y)))
