"""Inputs of the production function: yearly series of output, capital and labour of the nation."""

from __future__ import annotations

from dataclasses import replace

from reportgen.data.national_ingredients import NATION, series_years
from reportgen.data.panel import Cell, cells_of, panel
from reportgen.data.sources import Sources
from reportgen.facts.ingredient import Ingredient
from reportgen.facts.status import Status, weakest

_SERIES = {
    "nominal_gdp": ("group_value_added", (NATION,)),
    "fixed_asset_investment": ("fixed_asset_investment", ()),
    "gross_fixed_capital_formation": ("capital_formation", ("gross_fixed_capital_formation",)),
    "total_employment": ("national_employment", (NATION,)),
    "penn_capital_stock": ("penn_world_table", ("capital_stock",)),
    "penn_employment": ("penn_world_table", ("employment",)),
    "penn_real_gdp": ("penn_world_table", ("real_gdp",)),
}
_CHAINED = "上年=100"


def production_series(sources: Sources) -> Ingredient:
    """Series by year, each in the unit of its table; ``real_gdp`` is in prices of the first year.

    Years in which a series is not published are nan.
    """
    cells: dict[tuple, Cell] = {}
    for name, (statistic, labels) in _SERIES.items():
        found = cells_of(sources.tables[statistic])
        cells |= {(name, key[-1]): cell for key, cell in found.items() if key[:-1] == labels}
    cells |= _real_gdp(sources, cells)
    rows = [(name,) for name in ("nominal_gdp", "real_gdp", *list(_SERIES)[1:])]
    statistics = dict.fromkeys(["gdp_index", *(statistic for statistic, _ in _SERIES.values())])
    tables = [sources.tables[statistic] for statistic in statistics]
    series = panel("production_series", "生产函数序列", cells, rows, series_years(sources), tables)
    return replace(series, unit="")


def _real_gdp(sources: Sources, cells: dict[tuple, Cell]) -> dict[tuple, Cell]:
    """GDP in prices of the first year: nominal GDP of that year, carried on by the index."""
    table = sources.tables["gdp_index"]
    index = cells_of(table)
    first, *later = series_years(sources)
    base = cells["nominal_gdp", first]
    real = {("real_gdp", first): base}
    level = base.value
    for year in later:
        cell = index.get((NATION, year))
        if cell is None:
            break
        before = 100.0 if table.card.unit == _CHAINED else index[NATION, year - 1].value
        level *= cell.value / before
        real["real_gdp", year] = Cell(level, weakest((Status.测算, cell.status)), cell.place)
    return real
