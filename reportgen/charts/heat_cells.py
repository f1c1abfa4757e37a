"""The cells of a heat table, apart from how they are drawn: for the picture and for a table in a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.charts.series import Series
from reportgen.charts.steps import Steps
from reportgen.charts.style import HEAT, ink_on_step


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A printed value on the colour of its step, with the ink that reads on it and its Chinese address."""

    text: str
    colour: str
    ink: str
    address: str
    status: str


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One unit: its name and a cell for each year."""

    name: str
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class HeatTable:
    """A table of units by years whose colours are six ordered steps.

    Attributes:
        measure: Chinese name of what is shown.
        years: the columns.
        rows: the whole, then its parts in their order.
        key: the range of each step and its colour, from low to high.
    """

    measure: str
    years: tuple[int, ...]
    rows: tuple[HeatRow, ...]
    key: tuple[tuple[str, str], ...]


def heat_table(whole: Series, rows: Sequence[Series], years: Sequence[int]) -> HeatTable:
    """The table of a whole and its parts; every value is recorded as printed. The parts decide the steps."""
    steps = Steps.over([value for one in rows for value in one.values])
    made = (HeatRow(one.name, tuple(_cell(one, year, steps) for year in years)) for one in (whole, *rows))
    return HeatTable(whole.measure, tuple(years), tuple(made), tuple(zip(steps.labels(), HEAT, strict=True)))


def _cell(series: Series, year: int, steps: Steps) -> HeatCell:
    reading = series.readings[year]
    colour = HEAT[steps(reading.value)]
    text = series.format.print(reading)
    return HeatCell(text, colour, ink_on_step(colour), reading.fact.label, reading.status.name)
