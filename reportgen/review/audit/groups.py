"""Which scopes make up which total, and which metrics are linked: the identities of the method as data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.facts.address import Vocabulary

NATION = "national"
KINDS = ("industry", "sector", "province", "zone", "direct")

# Metrics that add up, and whether a part may be below zero.
ADDITIVE = {
    "value_added": False,
    "value_added_direct": False,
    "value_added_indirect": False,
    "value_added_increment": True,
    "employment": False,
    "employment_direct": False,
    "employment_indirect": False,
    "new_employment": True,
    "new_employment_direct": True,
    "new_employment_indirect": True,
    "gdp": False,
}
# Provincial products do not add up to the national one; sections of the economy carry another name.
_OWN_PARTS = {"gdp": ("industry",)}
_NATIONAL_PARTS = ("industry", "sector", "province")

# A level, the rate at which it grows, and its increment.
GROWTH = {
    "value_added": "nominal_growth",
    "value_added_direct": "nominal_growth_direct",
    "value_added_indirect": "nominal_growth_indirect",
    "employment": "employment_growth",
    "gdp": "gdp_nominal_growth",
    "section_value_added": "section_nominal_growth",
}
INCREMENT = {
    "value_added": "value_added_increment",
    "employment": "new_employment",
    "employment_direct": "new_employment_direct",
    "employment_indirect": "new_employment_indirect",
}
LEVEL_OF_RATE = {rate: level for level, rate in GROWTH.items()}
LEVEL_OF_INCREMENT = {increment: level for level, increment in INCREMENT.items()}
ASSUMED_GDP_GROWTH = "assumed_gdp_nominal_growth"

_SUM = re.compile("合计：(.+)")


@dataclass(frozen=True, slots=True)
class Share:
    """A share in per cent, or a ratio: metric and scope of numerator and denominator; ``""`` is its own scope."""

    metric: str
    above: tuple[str, str]
    below: tuple[str, str]
    times: int = 100


SHARES = (
    Share("gdp_share", ("value_added", ""), ("gdp", "")),
    Share("share_of_region_gdp", ("value_added", ""), ("gdp", "")),
    Share("share_of_industry_gdp", ("value_added", ""), ("gdp", "")),
    Share("share_of_direct", ("value_added", ""), ("value_added", "direct")),
    Share("share_of_total", ("value_added", ""), ("value_added", NATION)),
    Share("indirect_share_of_total", ("value_added_indirect", ""), ("value_added", "")),
    Share("share_of_national_employment", ("employment", ""), ("employment", NATION)),
    Share("ratio_indirect_to_direct", ("value_added", "indirect"), ("value_added", "direct"), 1),
)
# Shares whose parts make up a whole.
SHARES_OF_ONE = {
    "share_of_direct": "direct",
    "share_of_total": NATION,
    "share_of_national_employment": NATION,
}


@dataclass(frozen=True, slots=True)
class Partition:
    """A total and all its parts: ``(metric, scope)``, and the words for the parts."""

    name: str
    total: tuple[str, str]
    parts: tuple[tuple[str, str], ...]
    signed: bool = False


class Groups:
    """Scopes by kind, and the partitions of every additive metric, from the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.kinds = {kind: tuple(vocabulary.scopes_of_kind(kind)) for kind in KINDS}
        self.zones = dict(self._zones())

    def kind_of(self, scope: str) -> str:
        """``province`` for one of the provinces, ``""`` for a scope that is no member of a kind."""
        return next((kind for kind, scopes in self.kinds.items() if scope in scopes), "")

    def partitions(self) -> Iterator[Partition]:
        """Every total with its parts."""
        for metric, signed in ADDITIVE.items():
            for total, name, scopes in self._splits(metric):
                yield Partition(name, (metric, total), tuple((metric, scope) for scope in scopes), signed)
        yield from self._direct_and_indirect()

    def wholes(self, metric: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """For a metric of `SHARES_OF_ONE` the groups of scopes whose shares make a hundred per cent."""
        if SHARES_OF_ONE[metric] == "direct":
            yield "四大领域", self.kinds["direct"]
            return
        for kind in _NATIONAL_PARTS:
            yield _WORDS[kind], self.kinds[kind]
        yield "直接产业与渗透产业", ("direct", "indirect")

    def _splits(self, metric: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Total scope, name and part scopes of one metric."""
        for kind in _OWN_PARTS.get(metric, _NATIONAL_PARTS):
            yield NATION, _WORDS[kind], self.kinds[kind]
        for zone, provinces in self.zones.items():
            yield zone, "所辖各省", provinces
        if metric != "gdp":
            yield "zone.all", "七大经济圈", self.kinds["zone"]
        if not metric.endswith("direct"):
            yield NATION, "直接产业与渗透产业", ("direct", "indirect")
            yield "direct", "四大领域", self.kinds["direct"]

    def _direct_and_indirect(self) -> Iterator[Partition]:
        for metric in ("value_added", "employment", "new_employment"):
            signed = ADDITIVE[metric]
            for side in ("direct", "indirect"):
                for kind in _NATIONAL_PARTS:
                    parts = tuple((f"{metric}_{side}", scope) for scope in self.kinds[kind])
                    yield Partition(_WORDS[kind], (metric, side), parts, signed)
            for scope in (NATION, *(scope for scopes in self.kinds.values() for scope in scopes)):
                parts = ((f"{metric}_direct", scope), (f"{metric}_indirect", scope))
                yield Partition("直接产业与渗透产业", (metric, scope), parts, signed)

    def _zones(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        provinces = {self.vocabulary.scope_name(scope): scope for scope in self.kinds["province"]}
        for zone in self.kinds["zone"]:
            summed = _SUM.fullmatch(self.vocabulary.scopes[zone].definition)
            if summed and all(name in provinces for name in summed[1].split()):
                yield zone, tuple(provinces[name] for name in summed[1].split())


_WORDS = {"industry": "三次产业", "sector": "各门类", "province": "各省", "direct": "四大领域"}
