"""Inputs of the method by province: GDP, employment, activity keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportgen.data.panel import Cell, cells_of, panel, require
from reportgen.data.sources import Sources
from reportgen.data.table import Table
from reportgen.errors import DataError, raise_all
from reportgen.facts.ingredient import Ingredient

TOTAL = "合计"
KEYS = ("software_revenue", "telecom_volume", "it_employment", "manufacturing_employment")


def provincial_ingredients(sources: Sources) -> list[Ingredient]:
    """GDP by industry and in total, employment as far as published, activity keys.

    Raises:
        DataError: a gap in provincial GDP, a province without employment in a published year, or a year
            without an activity key.
    """
    return [*_gdp(sources), _employment(sources), _known_employment(sources), _activity(sources)]


def _years(table: Table, sources: Sources) -> range:
    return range(int(table.rows["year"].min()), sources.edition.reference_year + 1)


def _gdp(sources: Sources) -> list[Ingredient]:
    table = sources.tables["province_gdp"]
    cells = cells_of(table)
    years = _years(table, sources)
    provinces = sources.vocabulary.scopes_of_kind("province")
    industries = sources.vocabulary.scopes_of_kind("industry")
    rows = [(province, industry) for province in provinces for industry in industries]
    require(cells, [*rows, *((province, TOTAL) for province in provinces)], years, table)
    totals: dict[tuple, Cell] = {
        (province, year): cell for (province, industry, year), cell in cells.items() if industry == TOTAL
    }
    return [
        panel("provincial_gdp_by_industry", "地区三次产业增加值", cells, rows, years, [table]),
        panel(
            "provincial_gdp", "地区生产总值", totals, [(province,) for province in provinces], years, [table]
        ),
    ]


def _employment(sources: Sources) -> Ingredient:
    table = sources.tables["province_employment"]
    cells = cells_of(table)
    rows = [(province,) for province in sources.vocabulary.scopes_of_kind("province")]
    years = sorted(set(table.rows["year"]))
    require(cells, rows, years, table)
    return panel("provincial_employment_total", "地区就业人员", cells, rows, years, [table])


def _known_employment(sources: Sources) -> Ingredient:
    table = sources.tables["province_employment_by_industry"]
    cells = cells_of(table)
    rows = list(dict.fromkeys(key[:-1] for key in cells))
    years = sorted(set(table.rows["year"]))
    return panel("known_provincial_employment", "已公布的地区三次产业就业人员", cells, rows, years, [table])


def _activity(sources: Sources) -> Ingredient:
    table = sources.tables["province_activity_keys"]
    cells = cells_of(table)
    provinces = sources.vocabulary.scopes_of_kind("province")
    rows = [(key, province) for key in KEYS for province in provinces]
    years = range(sources.edition.first_year, sources.edition.reference_year + 1)
    _require_keys(cells, years, table)
    return panel("activity_keys", "地区活动指标", cells, rows, years, [table])


def _require_keys(cells: Mapping[tuple, Cell], years: Iterable[int], table: Table) -> None:
    """Refuse a year of which no province has a key: what it allots would be lost; single provinces may lack it."""
    known, names = {(key, year) for key, _, year in cells}, table.card.columns["key"].values
    raise_all(
        DataError(
            f"缺少 {year} 年各省的 {names.get(key, key) if isinstance(names, dict) else key}",
            place=str(table.path),
            remedy="补上该年各省的行",
        )
        for key in KEYS
        for year in years
        if (key, year) not in known
    )
