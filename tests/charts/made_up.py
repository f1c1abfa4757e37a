"""Made-up facts of plausible size for drawing: published levels where they are known, round steps elsewhere."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from reportgen.facts.address import Address, Calendar, Name, Vocabulary
from reportgen.facts.fact import Fact, FactTable
from reportgen.facts.reader import Reader
from reportgen.facts.status import Status

ROOT = Path(__file__).parents[2]
FIGURES = ROOT / "figures"
FONTS = ROOT / "templates" / "fonts"
MAPS = ("economic_zones", "provincial_map")  # tested on their own
NAMES = tuple(sorted(path.stem for path in FIGURES.glob("*.py") if path.stem not in MAPS))

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
DOMAINS = {"platform": 0.41, "network": 0.31, "data": 0.18, "security": 0.10}
PACE = (22.31, 9.04, 12.77, 14.53, 8.61)  # growth of sections and provinces, 2018-2022, before it is varied
PEOPLE = {"direct": 0.0512, "indirect": 0.0559}  # ten thousand persons for each 100 million yuan


@dataclass(frozen=True)
class Change:
    """What is otherwise than usual.

    Attributes:
        levels: value added by scope, 2017-2022, instead of the usual one.
        sectors: value added of sections in the reference year.
        factor: multiplies every level.
        edition: the forecast year, 2021 or 2022.
        scope_names: other Chinese names of scopes.
        units: other units by metric.
        growth: growth by scope, 2018-2022, instead of that of the levels.
        more: that many more provinces and zones each.
        swing: how far provinces and sections differ in growth, in percentage points.
        forecast: there are facts of the forecast year.
    """

    levels: dict[str, tuple[float, ...]] | None = None
    sectors: dict[str, float] | None = None
    factor: float = 1.0
    edition: int = 2022
    scope_names: dict[str, str] | None = None
    units: dict[str, str] | None = None
    growth: dict[str, tuple[float, ...]] | None = None
    more: int = 0
    swing: float = 7.0
    forecast: bool = True


def levels_of(changes: dict[str, tuple[float, ...]] | None = None) -> dict[str, tuple[float, ...]]:
    """The made-up levels, with some exchanged; the national level is direct plus indirect."""
    levels = {**LEVELS, **(changes or {})}
    pairs = zip(levels["direct"], levels["indirect"], strict=True)
    levels = {"national": tuple(one + other for one, other in pairs), **levels}
    return {**levels, **_domains(levels["direct"])}


def _domains(direct: tuple[float, ...]) -> dict[str, tuple[float, ...]]:
    """The direct industry in four parts, whose shares move a little from year to year."""
    drift = {"platform": -0.005, "network": 0.006, "data": -0.002, "security": 0.001}
    return {
        f"direct.{name}": tuple(level * (share + drift[name] * number) for number, level in enumerate(direct))
        for name, share in DOMAINS.items()
    }


def facts_of(
    levels: dict[str, tuple[float, ...]] | None = None,
    sectors: dict[str, float] | None = None,
    **more: object,
) -> Reader:
    """A reader over made-up facts; for the arguments see `Change`."""
    change = Change(levels, sectors, **more)
    calendar = Calendar(2017, change.edition - 1, change.edition)
    vocabulary = _vocabulary(change.scope_names or {}, change.more)
    facts = []
    for metric, scope, year, value, unit in _numbers(change, vocabulary):
        if year < change.edition or (year == change.edition and change.forecast):
            address = Address(metric, scope, (year,))
            status = Status.预测 if year == change.edition else Status.测算
            unit = (change.units or {}).get(metric, unit)
            facts.append(Fact(address, value, unit, status, vocabulary.chinese(address)))
    return Reader(FactTable(facts, vocabulary), calendar)


Number = tuple[str, str, int, float, str]


def _numbers(change: Change, vocabulary: Vocabulary) -> Iterator[Number]:
    levels = {
        scope: tuple(value * change.factor for value in values)
        for scope, values in levels_of(change.levels).items()
    }
    for scope, values in levels.items():
        yield from _levels_and_growth(change, scope, values)
    for position, year in enumerate(YEARS):
        yield "gdp_share", "national", year, SHARE[position], "%"
        for name in DOMAINS:
            share = _share(levels[f"direct.{name}"][position], levels["direct"][position])
            yield "share_of_direct", f"direct.{name}", year, share, "%"
    sections = {**SECTORS, **(change.sectors or {})}
    for number, (name, value) in enumerate(sections.items()):
        last = (f"sector.{name}", change, value * change.factor, number)
        yield from _levels_and_growth(change, last[0], _path(*last[1:]))
    count = sum(value * change.factor > 1000 for value in sections.values())
    yield "count_value_added_above_1000yi", "national.sectors", change.edition - 1, count, "个"
    yield from _people(levels)
    for kind, most in (("province", 5115.12), ("zone", 10345.11)):
        for number, scope in enumerate(vocabulary.scopes_of_kind(kind)):
            yield from _region(change, scope, most * change.factor * 0.87**number, number)


def _share(part: float, whole: float) -> float:
    return part / whole * 100 if whole else 0.0


def _growth(after: float, before: float) -> float:
    return (after / before - 1) * 100 if before else 0.0


def _levels_and_growth(change: Change, scope: str, values: tuple[float, ...]) -> Iterator[Number]:
    given = (change.growth or {}).get(scope)
    for position, (year, value) in enumerate(zip(YEARS, values, strict=True)):
        yield "value_added", scope, year, value, "亿元"
        if position:
            rate = _growth(value, values[position - 1])
            yield "nominal_growth", scope, year, given[position - 1] if given else rate, "%"


def _path(change: Change, value: float, number: int) -> tuple[float, ...]:
    """Levels of all years that reach `value` in the reference year."""
    rates = [pace + change.swing * math.sin(1.7 * number + step) for step, pace in enumerate(PACE)]
    steps = [1.0]
    for rate in rates:
        steps.append(steps[-1] * (1 + rate / 100))
    reference = YEARS.index(change.edition - 1)
    return tuple(value * step / steps[reference] for step in steps)


def _people(levels: dict[str, tuple[float, ...]]) -> Iterator[Number]:
    people = {
        scope: [level * rate * 0.98**step for step, level in enumerate(levels[scope])]
        for scope, rate in PEOPLE.items()
    }
    people["national"] = [sum(pair) for pair in zip(people["direct"], people["indirect"], strict=True)]
    for scope, values in people.items():
        for position, year in enumerate(YEARS):
            yield "employment", scope, year, values[position], "万人"
            if position:
                before = values[position - 1]
                yield "new_employment", scope, year, values[position] - before, "万人"
                yield "employment_growth", scope, year, _growth(values[position], before), "%"


def _region(change: Change, scope: str, value: float, number: int) -> Iterator[Number]:
    for part, share, offset in (("", 1.0, 0.0), ("_direct", 0.29, 1.3), ("_indirect", 0.71, -0.5)):
        values = _path(change, value * share, number)
        for position, year in enumerate(YEARS):
            yield f"value_added{part}", scope, year, values[position], "亿元"
            if position:
                rate = _growth(values[position], values[position - 1]) + offset
                yield f"nominal_growth{part}", scope, year, rate, "%"
    for position, year in enumerate(YEARS):
        yield "share_of_region_gdp", scope, year, 3.5 + 1.2 * math.sin(number + position), "%"
        yield "employment", scope, year, values[position] * 0.0556, "万人"
        yield "employment_growth", scope, year, 1.1 + 3 * math.sin(2.3 * number + position), "%"


def _vocabulary(scope_names: dict[str, str], more: int) -> Vocabulary:
    plain = Vocabulary.read(ROOT / "content" / "names.csv")
    names = [
        replace(name, chinese=scope_names[name.english], aliases=(name.chinese, *name.aliases))
        if name.english in scope_names
        else name
        for name in (*plain.metrics.values(), *plain.scopes.values())
    ]
    for kind, title in (("province", "某省"), ("zone", "某圈")):
        names += [
            Name("scope", f"{kind}.more{number}", f"{title}{number}", (), "", None, "")
            for number in range(more)
        ]
    return Vocabulary(names)
