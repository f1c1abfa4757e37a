"""A map of zones: filled by the ramp, name and value on the map, exact figures in a table."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas
from reportgen.charts.format import NumberFormat
from reportgen.charts.map_classes import NO_DATA, Classes
from reportgen.charts.map_ground import Ground
from reportgen.charts.map_labels import Label, Labeller, Line
from reportgen.charts.map_outlines import Country
from reportgen.charts.map_sheet import draw_coast, draw_inset, draw_regions, inset_height
from reportgen.charts.map_table import Column, Row, draw_table, table_height
from reportgen.charts.map_tiles import NAMES_WITHOUT_DATA, TILES, draw_tiles
from reportgen.charts.map_values import check_keys, key_of, known_values
from reportgen.charts.map_view import View
from reportgen.charts.style import PAPER, ROW, SEMIBOLD
from reportgen.errors import FigureError
from reportgen.facts.reader import Reader, Reading

_MAP, _INSET, _INSET_NARROW = 258.0, 38.0, 46.0  # widths
_INSET_LEFT = 240.0  # clear of 台湾
_INSET_TOP = 0.955  # on the phone below 台湾 and the dashes, as part of the height of the map
_TABLE_GAP, _BETWEEN, _TILES_HEIGHT = 16.0, 8.0, 0.8
_BORDER, _SEAM = 0.3, 1.2
_OTHER = ""  # the group of provinces in no zone
_WHOLE = "zone.all"
_HEADING = "经济圈"


@dataclass(frozen=True)
class Measure:
    """A column of the table.

    Attributes:
        name: its head.
        format: how its numbers are printed.
        readings: by English scope; a zone without a reading is printed as —.
        whole: the reading of all zones together, if there is one.
    """

    name: str
    format: NumberFormat
    readings: Mapping[str, Reading]
    whole: Reading | None

    @classmethod
    def of(cls, facts: Reader, metric: str, name: str, number_format: NumberFormat) -> Measure:
        """One metric of all zones in the reference year, the largest first.

        Raises:
            FigureError: no zone has this metric.
        """
        readings = known_values(facts, metric, "zone", "本年")
        ordered = dict(sorted(readings.items(), key=lambda item: -item[1].value))
        address = facts.facts.vocabulary.parse(f"{metric}.{_WHOLE}[本年]", facts.calendar)
        whole = facts.read(address) if address in facts.facts else None
        return cls(name, number_format, ordered, whole)

    def cell(self, zone: str) -> str:
        """The printed number of a zone."""
        return self.format.print(self.readings[zone]) if zone in self.readings else "—"

    def whole_cell(self) -> str:
        """The printed number of the whole."""
        return self.format.print(self.whole) if self.whole else "—"


@dataclass(frozen=True)
class ZoneMap:
    """What the map shows.

    Attributes:
        provinces: the provinces of each zone, by English scopes.
        measures: the columns of the table; the first fills the map and is printed on it.
        names: the Chinese name of every province by key, for tiles.
        country: None draws tiles.
    """

    provinces: Mapping[str, Sequence[str]]
    measures: Sequence[Measure]
    names: Mapping[str, str]
    country: Country | None

    @property
    def groups(self) -> dict[str, str]:
        """The zone of each region by key."""
        zones = {key_of(province): zone for zone, members in self.provinces.items() for province in members}
        return {key: zones.get(key, _OTHER) for key in (self.country.names if self.country else TILES)}

    @property
    def fills(self) -> dict[str, str]:
        """The fill of each zone, no-data grey for a zone without value and for what is in no zone."""
        readings = self.measures[0].readings
        classes = Classes.of([reading.value for reading in readings.values()])
        fills = {zone: classes.colour_of(reading.value) for zone, reading in readings.items()}
        return {zone: fills.get(zone, NO_DATA) for zone in (*self.provinces, _OTHER)}

    @property
    def rows(self) -> list[Row]:
        """The rows of the table, by the first measure, zones without it after the others."""
        readings = self.measures[0].readings
        zones = [*readings, *(zone for zone in self.provinces if zone not in readings)]
        vocabulary = next(iter(readings.values())).reader.facts.vocabulary
        rows = [
            Row(self.fills[zone], vocabulary.scope_name(zone), [one.cell(zone) for one in self.measures])
            for zone in zones
        ]
        if self.measures[0].whole is None:
            return rows
        whole = [one.whole_cell() for one in self.measures]
        return [*rows, Row(None, vocabulary.scope_name(_WHOLE), whole)]


def draw_zone_map(canvas: Canvas, shown: ZoneMap) -> None:
    """Draw map and table, and set the height of the canvas.

    Raises:
        FigureError: a value has a wrong unit or is not finite, or a name finds no place.
    """
    groups, fills, rows = shown.groups, shown.fills, shown.rows
    check_keys(map(key_of, chain.from_iterable(shown.provinces.values())), groups)
    colours = {key: fills[group] for key, group in groups.items()}
    frame, table = _lay_out(canvas, shown.country, rows)
    columns = [Column(one.name, one.format.unit) for one in shown.measures]
    top = table.bottom - (table.height + table_height(rows)) / 2
    draw_table(canvas, _HEADING, columns, rows, table.left, top)
    if shown.country is None:
        names = {**NAMES_WITHOUT_DATA, **shown.names}
        zones = {zone: reading.name for zone, reading in shown.measures[0].readings.items()}
        lines = {key: [names[key], *filter(None, [zones.get(group)])] for key, group in groups.items()}
        draw_tiles(canvas, frame, colours, lines)
        return
    _draw_map(canvas, shown, shown.country, frame, colours, table)


def _lay_out(canvas: Canvas, country: Country | None, rows: Sequence[Row]) -> tuple[Box, Box]:
    """Room for the map and for the table, side by side or on the phone one under the other."""
    narrow = canvas.variant.is_narrow
    width = canvas.width if narrow else _MAP
    height = View(country.main.view, 0, 0, width).frame.height if country else width * _TILES_HEIGHT
    inset = _INSET_TOP * height + inset_height(country.sea, _INSET_NARROW) if country else 0.0
    if narrow:
        top = max(height, inset) + _BETWEEN
        canvas.rows = math.ceil((top + table_height(rows)) / ROW)
        return Box(0.0, 0.0, width, height), Box(0.0, top, canvas.width, canvas.height)
    canvas.rows = math.ceil(max(height, table_height(rows)) / ROW)
    left = _INSET_LEFT + _INSET + _TABLE_GAP
    return Box(0.0, 0.0, width, height), Box(left, 0.0, canvas.width, canvas.height)


def _draw_map(
    canvas: Canvas, shown: ZoneMap, country: Country, frame: Box, colours: Mapping[str, str], table: Box
) -> None:
    groups, level = shown.groups, shown.measures[0]
    view = View(country.main.view, frame.left, frame.top, frame.width)
    placed = country.main.placed(view.line)
    draw_regions(canvas, placed, colours, _BORDER)
    canvas.lines(placed.seams(groups), PAPER, _SEAM)
    draw_coast(canvas, placed)
    ground = Ground(canvas.width, canvas.height, placed, groups)
    ground.take(_draw_inset(canvas, country, frame, colours))
    ground.take(Box(table.left - _BETWEEN, table.top, canvas.width, canvas.height))
    labeller = Labeller(canvas, ground, shown.fills, lift=True)
    without_place = labeller.place([_label(canvas, level, zone) for zone in level.readings])
    if without_place:
        names = "、".join(level.readings[label.group].name for label in without_place)
        raise FigureError(f"地图上放不下名称：{names}", remedy="在 names.csv 中缩短这些名称")


def _draw_inset(canvas: Canvas, country: Country, frame: Box, colours: Mapping[str, str]) -> Box:
    if canvas.variant.is_narrow:
        left, top, width = canvas.width - _INSET_NARROW - 1, _INSET_TOP * frame.height, _INSET_NARROW
    else:
        left, top, width = _INSET_LEFT, canvas.height - inset_height(country.sea, _INSET) - 1, _INSET
    return draw_inset(canvas, country.sea, left, top, width, colours)


def _label(canvas: Canvas, level: Measure, zone: str) -> Label:
    """Name over value, in the usual and in the smallest size; the value is left to the table as a last resort."""
    name, value = level.readings[zone].name, level.cell(zone)
    sizes = dict.fromkeys((canvas.variant.value, canvas.variant.smallest))
    forms = [(Line(name, size, SEMIBOLD), Line(value, size)) for size in sizes]
    return Label(zone, forms, (forms[-1], forms[-1][:1]), (0.0, 0.0))
