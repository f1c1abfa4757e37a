"""Inputs of the method for the nation: value added of sections, groups and industries, employment."""

from __future__ import annotations

from reportgen.data.panel import cells_of, panel, require
from reportgen.data.sources import Sources
from reportgen.facts.ingredient import Ingredient

NATION = "national"


def national_ingredients(sources: Sources) -> list[Ingredient]:
    """Published value added, real growth and employment of the nation.

    Raises:
        DataError: a section without value added in the base year, or a gap in GDP or employment.
    """
    return [
        _sections(sources),
        _groups(sources),
        _industries(sources, "group_value_added", "gdp_by_industry", "国内生产总值和三次产业增加值"),
        _real_growth(sources),
        _industries(sources, "national_employment", "national_employment", "就业人员"),
    ]


def first_year(sources: Sources) -> int:
    """The first year of the series of GDP."""
    return int(sources.tables["group_value_added"].rows["year"].min())


def series_years(sources: Sources) -> range:
    """First year of the series of GDP to the reference year."""
    return range(first_year(sources), sources.edition.reference_year + 1)


def _edition_years(sources: Sources) -> range:
    return range(sources.edition.first_year, sources.edition.reference_year + 1)


def _rows(sources: Sources, kind: str) -> list[tuple[str]]:
    return [(scope,) for scope in sources.vocabulary.scopes_of_kind(kind)]


def _sections(sources: Sources) -> Ingredient:
    """The table of sections; where it ends, groups that are a section, and the first release."""
    tables = [
        sources.tables[name] for name in ("section_value_added", "section_first_release", "group_value_added")
    ]
    cells: dict = {}
    for table in reversed(tables):
        cells |= cells_of(table)
    rows = _rows(sources, "sector")
    require(cells, rows, [sources.edition.first_year], tables[0])
    return panel("published_section_value_added", "行业增加值", cells, rows, _edition_years(sources), tables)


def _groups(sources: Sources) -> Ingredient:
    table = sources.tables["group_value_added"]
    rows = [("group.industry",), ("group.other",)]
    cells = cells_of(table)
    return panel("published_group_value_added", "行业组增加值", cells, rows, _edition_years(sources), [table])


def _industries(sources: Sources, statistic: str, name: str, label: str) -> Ingredient:
    table = sources.tables[statistic]
    rows = [(NATION,), *_rows(sources, "industry")]
    cells = cells_of(table)
    years = series_years(sources)
    require(cells, rows, years, table)
    return panel(name, label, cells, rows, years, [table])


def _real_growth(sources: Sources) -> Ingredient:
    table = sources.tables["section_real_growth"]
    cells = cells_of(table)
    rows = _rows(sources, "sector")
    return panel("section_real_growth", "行业增加值实际增速", cells, rows, _edition_years(sources), [table])
