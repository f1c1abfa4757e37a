"""A map of the provinces in classes of one measure, with all names, a legend and the inset of the sea."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas
from reportgen.charts.format import NumberFormat
from reportgen.charts.map_classes import NO_DATA, Classes
from reportgen.charts.map_ground import Ground
from reportgen.charts.map_labels import Label, Labeller, Line
from reportgen.charts.map_legend import Legend, bar_height, draw_bar, draw_steps, steps_height
from reportgen.charts.map_outlines import Country
from reportgen.charts.map_sheet import draw_coast, draw_inset, draw_islands, draw_regions, inset_height
from reportgen.charts.map_tiles import NAMES_WITHOUT_DATA, TILES, draw_tiles
from reportgen.charts.map_values import check_keys, key_of
from reportgen.charts.map_view import View
from reportgen.charts.style import ROW
from reportgen.errors import FigureError
from reportgen.facts.reader import Reading

_LEFT, _WIDTH, _ROWS = 8.0, 347.0, 17  # the wide map: from the zero line, its width, rows of the canvas
_INSET, _INSET_NARROW = 62.0, 46.0
_INSET_TOP = (
    0.955  # on the phone the inset begins below 台湾 and the dashes, at this part of the height of the map
)
_NARROW_NAMES = 9
_BORDER, _GAP, _TILES_HEIGHT = 0.5, 8.0, 0.8


@dataclass(frozen=True)
class ProvinceMap:
    """What the map shows.

    Attributes:
        values: the reading by English scope; provinces that are not among them have no data.
        names: the Chinese name of every province by key; other regions are named by the outlines.
        format: how a value is printed in the table that goes out with the figure.
        country: None draws tiles.
    """

    values: Mapping[str, Reading]
    names: Mapping[str, str]
    format: NumberFormat
    country: Country | None

    @property
    def keys(self) -> list[str]:
        """The keys of all regions to be drawn."""
        return list(self.country.names if self.country else TILES)

    def name(self, key: str) -> str:
        """The Chinese name of a region."""
        return self.names.get(key) or (self.country.names if self.country else NAMES_WITHOUT_DATA)[key]

    @property
    def legend(self) -> Legend:
        """Classes, counts and the heading."""
        one = next(iter(self.values.values()))
        measure = one.reader.facts.vocabulary.metric_name(one.address.metric)
        values = list(self.numbers.values())
        classes = Classes.of(values)
        return Legend(classes, measure, one.unit, classes.counts(values), len(self.keys) - len(values))

    @property
    def numbers(self) -> dict[str, float]:
        """The unrounded values by key of the region."""
        return {key_of(scope): reading.value for scope, reading in self.values.items()}


def draw_province_map(canvas: Canvas, shown: ProvinceMap) -> None:
    """Draw the map, and set the height of the canvas; every value counts as printed.

    Raises:
        FigureError: a value has a wrong unit or is not finite, or a name finds no place.
    """
    for reading in shown.values.values():
        shown.format.print(reading)
    numbers, legend = shown.numbers, shown.legend
    check_keys(numbers, shown.keys)
    colours = {
        key: legend.classes.colour_of(numbers[key]) if key in numbers else NO_DATA for key in shown.keys
    }
    frame = _frame(canvas, shown.country)
    if shown.country is None:
        _draw_legend(canvas, legend, frame, 0.0)
        draw_tiles(canvas, frame, colours, {key: [shown.name(key)] for key in shown.keys})
        return
    view = View(shown.country.main.view, frame.left, frame.top, frame.width)
    placed = shown.country.main.placed(view.line)
    draw_regions(canvas, placed, colours, _BORDER)
    draw_coast(canvas, placed)
    inset = _draw_inset(canvas, shown.country, frame, colours)
    ground = Ground(canvas.width, canvas.height, placed, {key: key for key in shown.keys})
    ground.take(inset)
    ground.take(_draw_legend(canvas, legend, frame, canvas.width - inset.left))
    _draw_names(canvas, shown, shown.country, view, Labeller(canvas, ground, colours))


def _frame(canvas: Canvas, country: Country | None) -> Box:
    """Where the map stands; the height of the canvas is set to hold map, inset and legend."""
    narrow = canvas.variant.is_narrow
    left, width = (0.0, canvas.width) if narrow else (canvas.zero + _LEFT, _WIDTH)
    height = View(country.main.view, 0, 0, width).frame.height if country else width * _TILES_HEIGHT
    below = bar_height() + _GAP if narrow else 0.0
    if narrow and country:
        below = max(below, inset_height(country.sea, _INSET_NARROW) - (1 - _INSET_TOP) * height + 2)
    canvas.rows = math.ceil((height + below) / ROW) if narrow else _ROWS
    return Box(left, 0.0, left + width, min(height, canvas.height))


def _draw_inset(canvas: Canvas, country: Country, frame: Box, colours: Mapping[str, str]) -> Box:
    width = _INSET_NARROW if canvas.variant.is_narrow else _INSET
    height = inset_height(country.sea, width)
    top = _INSET_TOP * frame.height if canvas.variant.is_narrow else canvas.height - height - 1
    return draw_inset(canvas, country.sea, canvas.width - width - 1, top, width, colours)


def _draw_legend(canvas: Canvas, legend: Legend, frame: Box, right: float) -> Box:
    """The legend at the lower left, or on the phone under the map and left of the inset; returns its box."""
    if not canvas.variant.is_narrow:
        return draw_steps(canvas, legend, 0.0, canvas.height - steps_height(legend) - 2)
    top = frame.bottom + _GAP
    draw_bar(canvas, legend, 0.0, top, canvas.width - right - (_GAP if right else 0.0))
    return Box(0.0, top, canvas.width, canvas.height)


def _draw_names(canvas: Canvas, shown: ProvinceMap, country: Country, view: View, labeller: Labeller) -> None:
    """All names, or on the phone the names of the largest values that fit into their provinces."""
    if canvas.variant.is_narrow:
        largest = sorted(shown.numbers, key=lambda key: -shown.numbers[key])
        labels = [_label(canvas, shown, country, view, key) for key in largest]
        labeller.place_some(labels, _NARROW_NAMES)
        return
    for box in draw_islands(canvas, country, view):
        labeller.ground.take(box)
    without_place = labeller.place([_label(canvas, shown, country, view, key) for key in shown.keys])
    if without_place:
        names = "、".join(shown.name(label.group) for label in without_place)
        raise FigureError(f"地图上放不下地名：{names}", remedy="在 names.csv 中缩短这些名称")


def _label(canvas: Canvas, shown: ProvinceMap, country: Country, view: View, key: str) -> Label:
    """The name of a region, in the usual and in the smallest size, at last by its short name."""
    variant = canvas.variant
    names = dict.fromkeys((shown.name(key), country.names[key]))
    sizes = dict.fromkeys((variant.value, variant.smallest))
    forms = [(Line(name, size),) for name in names for size in sizes]
    ring = max(country.main.rings(key), key=len)
    xs, ys = zip(*ring, strict=True)
    return Label(key, forms, forms[-1:], view.point(sum(xs) / len(xs), sum(ys) / len(ys)))
