"""What lies where on a map, point by point: which region, and what is taken by labels already."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from reportgen.charts.box import Box
from reportgen.charts.canvas import Points
from reportgen.charts.map_outlines import Outlines

SEA = -1
Cells = np.ndarray


class Ground:
    """A raster over the canvas, one cell a point.

    Attributes:
        keys: the groups of regions; the number of a group is its place in this list.
        numbers: for each cell (row, column) the number of its group, `SEA` where there is none.
        free: for each cell whether a label may still stand there; the dashed line at sea is no place for one.
    """

    def __init__(self, width: float, height: float, placed: Outlines, groups: Mapping[str, str]) -> None:
        """Lay out the regions.

        Args:
            placed: the map in points.
            groups: the group of each region; regions of one group are one ground.
        """
        shape = (math.ceil(height), math.ceil(width))
        self.keys = list(dict.fromkeys(groups.values()))
        self.numbers: Cells = np.full(shape, SEA, dtype=np.int16)
        self.free: Cells = np.ones(shape, dtype=bool)
        for region in placed.regions:
            self._fill(placed.rings(region), self.number(groups[region]))
        for dash in placed.dashes:
            across, down = zip(*dash, strict=True)
            self.take(Box(min(across) - 1, min(down) - 1, max(across) + 1, max(down) + 1))

    def number(self, key: str) -> int:
        """The number of a group."""
        return self.keys.index(key)

    def take(self, box: Box) -> None:
        """Mark a box as taken."""
        self.free[_span(box.top, box.bottom), _span(box.left, box.right)] = False

    def _fill(self, rings: Sequence[Points], number: int) -> None:
        """Give the cells inside the rings to a region: row by row, between odd and even crossings."""
        crossings: dict[int, list[float]] = {}
        for ring in rings:
            for (x, y), (next_x, next_y) in zip(ring, (*ring[1:], ring[0]), strict=True):
                low, high = min(y, next_y), max(y, next_y)
                for row in range(max(0, math.ceil(low - 0.5)), math.ceil(high - 0.5)):
                    across = x + (row + 0.5 - y) / (next_y - y) * (next_x - x)
                    crossings.setdefault(row, []).append(across)
        for row, found in crossings.items():
            if row < len(self.numbers):
                found.sort()
                for start, end in zip(found[::2], found[1::2], strict=True):
                    self.numbers[row, max(0, math.ceil(start - 0.5)) : max(0, math.ceil(end - 0.5))] = number


def places(open_cells: Cells, width: int, height: int) -> Cells:
    """Rows and columns (n, 2) of the top left cells of all boxes of this size that hold only open cells."""
    if height > open_cells.shape[0] or width > open_cells.shape[1]:
        return np.empty((0, 2), dtype=int)
    total = np.zeros((open_cells.shape[0] + 1, open_cells.shape[1] + 1), dtype=np.int32)
    total[1:, 1:] = open_cells.cumsum(axis=0, dtype=np.int32).cumsum(axis=1, dtype=np.int32)
    inside = (
        total[height:, width:] - total[:-height, width:] - total[height:, :-width] + total[:-height, :-width]
    )
    return np.argwhere(inside == width * height)


def _span(start: float, end: float) -> slice:
    return slice(max(0, math.floor(start)), max(0, math.ceil(end)))
