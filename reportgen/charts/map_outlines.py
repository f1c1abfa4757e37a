"""Outlines of the provinces, read from the kept file of boundaries.

The file (``content/maps/provinces.json``, see its card) is made once from a package of official boundaries;
drawing needs only the file. Coordinates are kilometres in an equal-area projection, y to the north. Borders
are kept as arcs: an arc with a region on one side only is coast or frontier, an arc between two is a border.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from reportgen.charts.box import Box
from reportgen.charts.canvas import Points


@dataclass(frozen=True)
class Outlines:
    """One map.

    Attributes:
        view: what it shows, in km; `top` is the northern edge and the larger number.
        arcs: lines of points.
        regions: key of a region to its rings, a ring being numbers of arcs; ~n is arc n run backwards.
        uncertain: numbers of the arcs that the data mark as undetermined frontier.
        dashes: the dashed line in the South China Sea.
    """

    view: Box
    arcs: tuple[Points, ...]
    regions: Mapping[str, tuple[tuple[int, ...], ...]]
    uncertain: frozenset[int]
    dashes: tuple[Points, ...]

    def placed(self, place: Callable[[Points], Points]) -> Outlines:
        """The same map in other coordinates; each arc is placed once, so that neighbours still meet."""
        arcs, dashes = (tuple(map(place, lines)) for lines in (self.arcs, self.dashes))
        return Outlines(self.view, arcs, self.regions, self.uncertain, dashes)

    def rings(self, key: str) -> tuple[Points, ...]:
        """The closed rings of a region, the first point not repeated."""
        return tuple(
            tuple(point for number in ring for point in self._arc(number)[:-1]) for ring in self.regions[key]
        )

    @cached_property
    def _users(self) -> dict[int, list[str]]:
        users: dict[int, list[str]] = {number: [] for number in range(len(self.arcs))}
        for key, rings in self.regions.items():
            for ring in rings:
                for number in ring:
                    users[max(number, ~number)].append(key)
        return users

    def outer(self, uncertain: bool = False) -> tuple[Points, ...]:
        """Coast and frontier; or the undetermined part of it, which is not in the former."""
        return tuple(
            self.arcs[number]
            for number, users in self._users.items()
            if len(users) == 1 and (number in self.uncertain) == uncertain
        )

    def seams(self, groups: Mapping[str, object]) -> tuple[Points, ...]:
        """The borders between regions of different groups."""
        return tuple(
            self.arcs[number]
            for number, users in self._users.items()
            if len(users) == 2 and groups.get(users[0]) != groups.get(users[1])
        )

    def _arc(self, number: int) -> Points:
        return self.arcs[number] if number >= 0 else self.arcs[~number][::-1]


@dataclass(frozen=True)
class Country:
    """The main map, the inset of the South China Sea, the Chinese name of every region, named islands in km."""

    names: Mapping[str, str]
    main: Outlines
    sea: Outlines
    islands: Mapping[str, tuple[float, float]]


def read_country(path: Path) -> Country | None:
    """The kept outlines; None when the file is missing or not as expected, and provinces become tiles."""
    try:
        return _read(path, path.stat().st_mtime_ns)
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
        return None


@lru_cache(maxsize=4)
def _read(path: Path, _changed: int) -> Country:
    content = json.loads(path.read_text(encoding="utf-8"))
    names = {str(key): str(name) for key, name in content["names"].items()}
    islands = {str(name): (float(x), float(y)) for name, (x, y) in content["islands"].items()}
    country = Country(names, _outlines(content["main"]), _outlines(content["sea"]), islands)
    if set(country.main.regions) != set(names):
        raise ValueError("names and regions differ")
    return country


def _outlines(content: Mapping[str, Any]) -> Outlines:
    west, south, east, north = (float(edge) for edge in content["view"])
    arcs = tuple(_points(arc) for arc in content["arcs"])
    regions = {key: tuple(tuple(ring) for ring in rings) for key, rings in content["regions"].items()}
    outlines = Outlines(
        Box(west, north, east, south),
        arcs,
        regions,
        frozenset(content["undetermined"]),
        tuple(_points(line) for line in content["dashes"]),
    )
    for key in regions:
        outlines.rings(key)
    outlines.outer()
    return outlines


def _points(flat: list[float]) -> Points:
    numbers = [float(value) for value in flat]
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))
