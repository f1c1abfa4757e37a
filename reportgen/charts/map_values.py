"""What maps show: one measure by province or zone; a region without a fact stays without a value."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.errors import FigureError, nearest
from reportgen.facts.reader import Reader, Reading

_MEMBERS = "合计："


def known_values(facts: Reader, metric: str, kind: str, year: str) -> dict[str, Reading]:
    """One metric by English scope, in the order of the vocabulary; scopes without a fact are left out.

    Args:
        metric: Chinese or English name, ``增加值``.
        kind: ``province`` or ``zone``.
        year: a year, or 本年, 上年, 预测年, 基年.

    Raises:
        AddressError: no such metric or year.
        FigureError: not one scope of the kind has this fact.
    """
    vocabulary = facts.facts.vocabulary
    scopes = vocabulary.scopes_of_kind(kind)
    addresses = {scope: vocabulary.parse(f"{metric}.{scope}[{year}]", facts.calendar) for scope in scopes}
    values = {scope: facts.read(address) for scope, address in addresses.items() if address in facts.facts}
    if not values:
        raise FigureError(
            f"没有一个{metric}[{year}]可画", remedy="用 reportgen facts 查询该指标现有的范围和年份"
        )
    return values


def provinces_of_zones(facts: Reader) -> dict[str, tuple[str, ...]]:
    """The provinces of each zone by English scope, from the definitions in the vocabulary.

    Raises:
        FigureError: a definition does not begin with 合计：, or names an unknown province.
    """
    vocabulary = facts.facts.vocabulary
    known = _province_scopes(facts)
    zones: dict[str, tuple[str, ...]] = {}
    for zone in vocabulary.scopes_of_kind("zone"):
        name = vocabulary.scopes[zone]
        names = name.definition.removeprefix(_MEMBERS).split()
        wrong = [member for member in names if member not in known]
        if not name.definition.startswith(_MEMBERS) or wrong:
            problem = f"不认识“{wrong[0]}”" if wrong else f"应以“{_MEMBERS}”开头"
            remedy = nearest(wrong[0], known) if wrong else f"写作“{_MEMBERS}上海 江苏”"
            raise FigureError(f"names.csv 中{name.chinese}的说明{problem}", remedy=remedy or "改正该说明")
        zones[zone] = tuple(known[member] for member in names)
    return zones


def key_of(scope: str) -> str:
    """The key of a province in the outlines: ``province.beijing`` is ``beijing``."""
    return scope.rpartition(".")[2]


def check_keys(keys: Iterable[str], known: Iterable[str]) -> None:
    """Accept keys of provinces that the map has.

    Raises:
        FigureError: a province would not appear on the map.
    """
    there = list(known)
    unknown = [key for key in keys if key not in there]
    if unknown:
        remedy = nearest(unknown[0], there) or "在 names.csv 和底图中用同一个英文名"
        raise FigureError(f"地图上没有“{unknown[0]}”", remedy=remedy)


def map_names(facts: Reader) -> dict[str, str]:
    """The name of every province of the vocabulary by its key in the outlines."""
    return {key_of(scope): name for name, scope in _province_scopes(facts).items()}


def _province_scopes(facts: Reader) -> dict[str, str]:
    vocabulary = facts.facts.vocabulary
    return {vocabulary.scope_name(scope): scope for scope in vocabulary.scopes_of_kind("province")}
