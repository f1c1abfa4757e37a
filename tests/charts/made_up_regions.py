"""Made-up facts of provinces and zones, and the kept outlines, for maps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from reportgen.facts.address import Address, Calendar, Vocabulary
from reportgen.facts.fact import Fact, FactTable
from reportgen.facts.reader import Reader
from reportgen.facts.status import Status

ROOT = Path(__file__).parents[2]
OUTLINES = ROOT / "content" / "maps" / "provinces.json"
PROVINCES = {
    "beijing": 1960.0, "tianjin": 630.5, "hebei": 1320.2, "shanxi": 776.6, "neimenggu": 662.7, "liaoning": 970.1,
    "jilin": 443.0, "heilongjiang": 403.4, "shanghai": 1662.1, "jiangsu": 4403.5, "zhejiang": 2853.7,
    "anhui": 1425.9, "fujian": 1729.9, "jiangxi": 996.7, "shandong": 2991.1, "henan": 1952.4, "hubei": 1622.9,
    "hunan": 1479.2, "guangdong": 5115.1, "guangxi": 778.3, "hainan": 175.7, "chongqing": 986.1,
    "sichuan": 1878.1, "guizhou": 618.9, "yunnan": 818.6, "xizang": 67.5, "shaanxi": 1115.2, "gansu": 336.0,
    "qinghai": 112.5, "ningxia": 154.7, "xinjiang": 506.5,
}  # fmt: skip
ZONES = {
    "yangtze_delta": (10345.11, 25.26, 15.04), "pearl_delta": (5115.12, 12.49, 14.68),
    "mid_yangtze": (4098.8, 10.01, 14.06), "jing_jin_ji": (3923.07, 9.58, 18.14), "cheng_yu": (2864.22, 6.99, 12.4),
    "northeast": (1816.19, 4.43, 10.23), "northwest": (2224.74, 5.43, 15.26), "all": (30387.25, 74.19, 14.7),
}  # fmt: skip
METRICS = {"value_added": "亿元", "share_of_total": "%", "nominal_growth": "%"}


def regions(
    change: Callable[[Fact], Fact | None] = lambda fact: fact,
    edition: int = 2022,
    names: dict[str, str] | None = None,
) -> Reader:
    """A reader over made-up facts of the reference year.

    Args:
        change: gives another fact for each fact, or None to leave it out.
        names: other Chinese names by English scope.
    """
    vocabulary = _vocabulary(names or {})
    year = edition - 1
    numbers = {("value_added", f"province.{key}"): value for key, value in PROVINCES.items()}
    for key, values in ZONES.items():
        numbers |= {(metric, f"zone.{key}"): value for metric, value in zip(METRICS, values, strict=True)}
    facts = []
    for (metric, scope), value in numbers.items():
        address = Address(metric, scope, (year,))
        fact = Fact(address, value, METRICS[metric], Status.测算, vocabulary.chinese(address))
        facts.append(change(fact))
    kept = [fact for fact in facts if fact is not None]
    return Reader(FactTable(kept, vocabulary), Calendar(2017, year, edition))


def level(change: Callable[[str, float], float | None]) -> Callable[[Fact], Fact | None]:
    """A change of value added only, by English scope and value; None leaves the fact out."""

    def changed(fact: Fact) -> Fact | None:
        if fact.address.metric != "value_added":
            return fact
        value = change(fact.address.scope, fact.value)
        return None if value is None else fact._replace(value=value)

    return changed


def _vocabulary(names: dict[str, str]) -> Vocabulary:
    plain = Vocabulary.read(ROOT / "content" / "names.csv")
    old = {plain.scopes[scope].chinese: new for scope, new in names.items()}
    renamed = []
    for name in (*plain.metrics.values(), *plain.scopes.values()):
        words = [old.get(word, word) for word in name.definition.removeprefix("合计：").split()]
        if name.english.startswith("zone.") and name.definition.startswith("合计："):
            name = replace(name, definition=f"合计：{' '.join(words)}")
        renamed.append(replace(name, chinese=names.get(name.english, name.chinese)))
    return Vocabulary(renamed)
