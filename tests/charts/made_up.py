"""Made-up facts of plausible size for drawing: published levels where they are known, round steps elsewhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reportgen.facts.address import Address, Calendar, Vocabulary
from reportgen.facts.fact import Fact, FactTable
from reportgen.facts.reader import Reader
from reportgen.facts.status import Status

ROOT = Path(__file__).parents[2]
FIGURES = ROOT / "figures"
FONTS = ROOT / "templates" / "fonts"
NAMES = ("scale_and_share", "direct_and_indirect", "three_industries", "large_sectors")

YEARS = (2017, 2018, 2019, 2020, 2021, 2022)
LEVELS = {
    "direct": (7021.3, 8012.6, 9115.4, 10061.3, 11678.2, 12957.4),
    "indirect": (16546.8, 19880.1, 23391.5, 25725.9, 29312.4, 31580.6),
    "industry.primary": (452.1, 478.9, 508.3, 535.4, 570.1, 619.8),
    "industry.secondary": (11620.4, 13804.2, 15987.3, 17624.9, 20496.0, 21932.5),
    "industry.tertiary": (11495.6, 13609.6, 16011.3, 17626.9, 19924.5, 21985.7),
}
SHARE = (2.83, 3.03, 3.30, 3.53, 3.58, 3.64)
SECTORS = {
    "manufacturing": 17500.4, "information": 9162.73, "wholesale_retail": 2992.8, "finance": 2155.84,
    "mining": 1929.56, "real_estate": 1610.22, "leasing_business": 1405.9, "utilities": 1170.87,
    "transport": 1098.35, "construction": 893.41, "agriculture": 598.57, "health": 402.2,
    "scientific_research": 310.75, "resident_services": 120.4, "accommodation_catering": 98.1,
    "culture": 77.7, "water_environment": 58.25, "education": 41.82, "public_administration": 31.24,
}  # fmt: skip


def levels_of(changes: dict[str, tuple[float, ...]] | None = None) -> dict[str, tuple[float, ...]]:
    """The made-up levels, with some exchanged; the national level is direct plus indirect."""
    levels = {**LEVELS, **(changes or {})}
    pairs = zip(levels["direct"], levels["indirect"], strict=True)
    return {"national": tuple(one + other for one, other in pairs), **levels}


def facts_of(
    levels: dict[str, tuple[float, ...]] | None = None,
    sectors: dict[str, float] | None = None,
    factor: float = 1.0,
    edition: int = 2022,
    scope_names: dict[str, str] | None = None,
    units: dict[str, str] | None = None,
    growth: dict[str, tuple[float, ...]] | None = None,
) -> Reader:
    """A reader over made-up facts.

    Args:
        levels: value added by scope, 2017-2022, instead of the usual one.
        sectors: value added of sections in the reference year.
        factor: multiplies every level.
        edition: the forecast year, 2021 or 2022.
        scope_names: other Chinese names of scopes.
        units: other units by metric.
        growth: growth by scope, 2018-2022, instead of that of the levels.
    """
    calendar = Calendar(2017, edition - 1, edition)
    vocabulary = _vocabulary(scope_names or {})
    facts: list[Fact] = []

    def add(metric: str, scope: str, year: int, value: float, unit: str) -> None:
        if year <= edition:
            address = Address(metric, scope, (year,))
            status = Status.预测 if year == edition else Status.测算
            unit = (units or {}).get(metric, unit)
            facts.append(Fact(address, value, unit, status, vocabulary.chinese(address)))

    for scope, values in levels_of(levels).items():
        for position, (year, value) in enumerate(zip(YEARS, values, strict=True)):
            add("value_added", scope, year, value * factor, "亿元")
            if position:
                before = values[position - 1]
                rate = (growth or {}).get(scope, (None,) * 5)[position - 1]
                add("nominal_growth", scope, year, (value / before - 1) * 100 if rate is None else rate, "%")
    for year, value in zip(YEARS, SHARE, strict=True):
        add("gdp_share", "national", year, value, "%")
    values = {**SECTORS, **(sectors or {})}
    for name, value in values.items():
        add("value_added", f"sector.{name}", edition - 1, value * factor, "亿元")
    count = sum(value * factor > 1000 for value in values.values())
    add("count_value_added_above_1000yi", "national.sectors", edition - 1, count, "个")
    return Reader(FactTable(facts, vocabulary), calendar)


def _vocabulary(scope_names: dict[str, str]) -> Vocabulary:
    plain = Vocabulary.read(ROOT / "content" / "names.csv")
    names = [*plain.metrics.values(), *plain.scopes.values()]
    return Vocabulary(
        [
            replace(name, chinese=scope_names[name.english], aliases=(name.chinese, *name.aliases))
            if name.english in scope_names
            else name
            for name in names
        ]
    )
