"""A made-up economy in which every identity holds exactly, and its figures as a paper would print them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from reportgen.facts.address import Address, Vocabulary
from reportgen.review.audit.groups import Groups
from reportgen.review.audit.statement import Statement
from reportgen.review.rounding import round_half_up

FIRST, LAST = 2017, 2021
YEARS = range(FIRST, LAST + 1)
Exact = dict[Address, tuple[Fraction, str]]


def economy(vocabulary: Vocabulary, seed: int = 1) -> Exact:
    """Every quantity that the rules know of, unrounded, with its unit."""
    return _Economy(vocabulary, random.Random(seed)).values


def printed(exact: Exact, decimals: int = 2) -> list[Statement]:
    """All quantities, rounded; counts and positions whole, ids in their order: S1, S2."""
    return [
        _statement(f"S{number}", address, value, unit, decimals)
        for number, (address, (value, unit)) in enumerate(exact.items(), start=1)
    ]


def changed(statements: Iterable[Statement], address: str, by: str) -> list[Statement]:
    """The same statements, one of them off by so much in its own unit."""
    found = [
        replace(one, value=one.value + Decimal(by)) if one.address.english == address else one
        for one in statements
    ]
    assert found != list(statements)
    return found


def without(statements: Iterable[Statement], *metrics: str) -> list[Statement]:
    """The statements of other metrics."""
    return [one for one in statements if one.address.metric not in metrics]


def _statement(id: str, address: Address, value: Fraction, unit: str, decimals: int) -> Statement:
    places = 0 if unit in ("个", "位") else decimals
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return Statement(id, address, round_half_up(exact, places), places, unit)


class _Economy:
    def __init__(self, vocabulary: Vocabulary, chance: random.Random) -> None:
        self._groups = Groups(vocabulary)
        self._chance = chance
        self.values: Exact = {}
        for year in YEARS:
            self._levels("value_added", year, "亿元")
            self._levels("employment", year, "万人")
            self._gdp(year)
        for year in YEARS:
            self._shares(year)
            self._ranks(year)
        for year in YEARS[1:]:
            self._moves(year)
        self._over_years()

    def _set(self, metric: str, scope: str, year: int, value: Fraction | int, unit: str) -> None:
        self.values[Address(metric, scope, (year,))] = (Fraction(value), unit)

    def _get(self, metric: str, scope: str, year: int) -> Fraction:
        return self.values[Address(metric, scope, (year,))][0]

    def _levels(self, metric: str, year: int, unit: str) -> None:
        kinds = self._groups.kinds
        total = {"direct": Fraction(0), "indirect": Fraction(0)}
        for scope in kinds["province"]:
            sides = {side: Fraction(self._chance.randint(200, 3_000_000), 1000) for side in total}
            for side, value in sides.items():
                self._set(f"{metric}_{side}", scope, year, value, unit)
                total[side] += value
            self._set(metric, scope, year, sum(sides.values()), unit)
        for side, value in total.items():
            self._set(metric, side, year, value, unit)
        whole = sum(total.values())
        self._set(metric, "national", year, whole, unit)
        self._split(metric, kinds["industry"], whole, year, unit)
        self._split(metric, kinds["sector"], whole, year, unit)
        self._split(metric, kinds["direct"], total["direct"], year, unit)
        for zone, provinces in self._groups.zones.items():
            self._set(metric, zone, year, sum(self._get(metric, one, year) for one in provinces), unit)

    def _split(self, metric: str, scopes: tuple[str, ...], whole: Fraction, year: int, unit: str) -> None:
        weights = self._chance.sample(
            range(10_000, 1_000_000), len(scopes)
        )  # no two alike: ranks have no ties
        for scope, weight in zip(scopes, weights, strict=True):
            self._set(metric, scope, year, whole * weight / sum(weights), unit)

    def _gdp(self, year: int) -> None:
        for scope in self._groups.kinds["province"]:
            level = self._get("value_added", scope, year)
            self._set("gdp", scope, year, level * self._chance.randint(11, 90), "亿元")
        whole = self._get("value_added", "national", year) * self._chance.randint(20, 40)
        self._set("gdp", "national", year, whole, "亿元")
        self._split("gdp", self._groups.kinds["industry"], whole, year, "亿元")

    def _shares(self, year: int) -> None:
        kinds = self._groups.kinds
        whole, jobs = (self._get(metric, "national", year) for metric in ("value_added", "employment"))
        self._set("gdp_share", "national", year, whole / self._get("gdp", "national", year) * 100, "%")
        direct, indirect = (self._get("value_added", side, year) for side in ("direct", "indirect"))
        self._set("ratio_indirect_to_direct", "national", year, indirect / direct, "倍")
        for scope in (*kinds["industry"], *kinds["sector"], *kinds["province"], "direct", "indirect"):
            self._set("share_of_total", scope, year, self._get("value_added", scope, year) / whole * 100, "%")
        for scope in (*kinds["industry"], *kinds["province"], "direct", "indirect"):
            share = self._get("employment", scope, year) / jobs * 100
            self._set("share_of_national_employment", scope, year, share, "%")
        for scope in kinds["direct"]:
            self._set(
                "share_of_direct", scope, year, self._get("value_added", scope, year) / direct * 100, "%"
            )
        for scope in kinds["province"]:
            level = self._get("value_added", scope, year)
            own = level / self._get("gdp", scope, year) * 100
            inner = self._get("value_added_indirect", scope, year) / level * 100
            self._set("share_of_region_gdp", scope, year, own, "%")
            self._set("indirect_share_of_total", scope, year, inner, "%")

    def _ranks(self, year: int) -> None:
        for kind in ("province", "sector", "zone", "direct"):
            levels = {one: self._get("value_added", one, year) for one in self._groups.kinds[kind]}
            for scope, level in levels.items():
                place = 1 + sum(other > level for other in levels.values())
                self._set("rank_value_added", scope, year, place, "位")
        provinces = [self._get("value_added", one, year) for one in self._groups.kinds["province"]]
        count = sum(level > 1000 for level in provinces)
        self._set("count_value_added_above_1000yi", "national.provinces", year, count, "个")
        share = Fraction(100 * count, len(provinces))
        self._set("share_of_provinces_above_1000yi", "national.provinces", year, share, "%")

    def _moves(self, year: int) -> None:
        pairs = {
            "value_added": "nominal_growth",
            "employment": "employment_growth",
            "gdp": "gdp_nominal_growth",
        }
        for metric, rate in pairs.items():
            for scope in list(self._scopes(metric, year)):
                now, before = (self._get(metric, scope, year - step) for step in (0, 1))
                self._set(rate, scope, year, (now / before - 1) * 100, "%")
                if metric == "employment":
                    self._set("new_employment", scope, year, now - before, "万人")
        steps = [
            self._get(metric, "national", year) - self._get(metric, "national", year - 1)
            for metric in ("value_added", "gdp")
        ]
        if steps[1] > 0:
            self._set("contribution_to_gdp_growth", "national", year, steps[0] / steps[1] * 100, "%")
        provinces = self._groups.kinds["province"]
        mean = sum(self._get("nominal_growth", one, year) for one in provinces) / len(provinces)
        self._set("mean_nominal_growth", "national.provinces", year, mean, "%")

    def _over_years(self) -> None:
        for scope in list(self._scopes("value_added", LAST)):
            ratio = self._get("value_added", scope, LAST) / self._get("value_added", scope, FIRST)
            years = (FIRST, LAST)
            self.values[Address("cumulative_growth", scope, years)] = (ratio - 1) * 100, "%"
            root = Fraction(float(ratio) ** (1 / (LAST - FIRST)))
            self.values[Address("cagr", scope, years)] = (root - 1) * 100, "%"

    def _scopes(self, metric: str, year: int) -> Iterator[str]:
        return (one.scope for one in self.values if one.metric == metric and one.years == (year,))
