"""From kilometres on the map to points on the canvas."""

from __future__ import annotations

import math
from dataclasses import dataclass

from reportgen.charts.box import Box
from reportgen.charts.canvas import Points

_PLACES = 1  # a tenth of a point is finer than any border is drawn
_LEAST_STEP = 0.5  # points of a line that lie nearer than this to the one before are left out
_SMALL = 2.0  # a line that stays within so many points, a small island, is neither thinned nor rounded


@dataclass(frozen=True, slots=True)
class View:
    """A part of the map set into a frame: its north-west corner at (left, top), `width` points wide.

    Attributes:
        part: edges in km, `top` the northern one.
    """

    part: Box
    left: float
    top: float
    width: float

    @property
    def scale(self) -> float:
        """Points per kilometre."""
        return self.width / self.part.width

    @property
    def frame(self) -> Box:
        """Where the part stands on the canvas."""
        height = (self.part.top - self.part.bottom) * self.scale
        return Box(self.left, self.top, self.left + self.width, self.top + height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """One place."""
        return self.left + (x - self.part.left) * self.scale, self.top + (self.part.top - y) * self.scale

    def line(self, points: Points) -> Points:
        """A line, thinned to what can be seen; both ends are kept."""
        exact = tuple(self.point(x, y) for x, y in points)
        if max(max(part) - min(part) for part in zip(*exact, strict=True)) < _SMALL:
            return exact
        thinned = [exact[0]]
        for place in exact[1:-1]:
            if math.dist(place, thinned[-1]) >= _LEAST_STEP:
                thinned.append(place)
        thinned.append(exact[-1])
        return tuple((round(x, _PLACES), round(y, _PLACES)) for x, y in thinned)
