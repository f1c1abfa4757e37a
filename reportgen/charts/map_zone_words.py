"""What stands under the map of zones, and what it says to those who do not see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportgen.charts import words
from reportgen.charts.map_tiles import NAMES_WITHOUT_DATA
from reportgen.charts.map_zones import Measure
from reportgen.facts.reader import Reader


def how_to_read(level: Measure) -> str:
    """Year, the number on the map and its unit; nothing of dark and light, which a dark screen exchanges."""
    first = next(iter(level.readings.values()))
    return (
        f"{first.year}年，地图上的数为{level.name}（{level.format.unit}）；灰色为未列入经济圈或无数据的地区"
    )


def remark(facts: Reader, provinces: Mapping[str, Sequence[str]], *summed: Measure) -> str:
    """Zones counted by a single whole province, who has no data, and sums that do not agree as printed.

    Args:
        summed: the measures whose zones add up to the whole, the one on the map first.
    """
    name_of = facts.facts.vocabulary.scope_name
    single = [
        (name_of(zone), name_of(members[0])) for zone, members in provinces.items() if len(members) == 1
    ]
    whole = "".join(f"{zone}按{province}全省计；" for zone, province in single)
    lacking = [name_of(zone) for zone in provinces if zone not in summed[0].readings]
    names = words.listed([*lacking, *NAMES_WITHOUT_DATA.values()])
    roundings = [_rounding(measure) for measure in summed if set(measure.readings) == set(provinces)]
    return f"{whole}{names}无数据。{max(roundings, default='', key=len)}"


def _rounding(measure: Measure) -> str:
    if measure.whole is None:
        return ""
    parts = [[reading] for reading in measure.readings.values()]
    return words.rounding(measure.format, [measure.whole], *parts)


def in_words(level: Measure, share: Measure, growth: Measure) -> str:
    """The sum, the order by size, and who grows fastest and slowest."""
    return f"{_sum(level, share, growth)}{_sizes(level)}{_growth(growth)}"


def _sum(level: Measure, share: Measure, growth: Measure) -> str:
    if level.whole is None:
        return ""
    part = f"，占全国的{share.format.phrase(share.whole)}" if share.whole else ""
    rise = f"，名义{words.growth(growth.format, growth.whole)}" if growth.whole else ""
    return (
        f"{level.whole.year}年，{level.whole.name}工业互联网{level.name}合计"
        f"{level.format.phrase(level.whole)}{part}{rise}。"
    )


def _sizes(level: Measure) -> str:
    first, *others = level.readings.values()
    last = others[-1] if others else first
    if level.format.digits(first) == level.format.digits(last):
        return (
            f"{words.listed([one.name for one in level.readings.values()])}均为{level.format.phrase(first)}。"
        )
    return (
        f"{first.name}最大，为{level.format.phrase(first)}，其后依次为{words.ranked(level.format, others)}。"
    )


def _growth(growth: Measure) -> str:
    fastest, slowest = words.extremes(list(growth.readings.values()))
    if growth.format.digits(fastest) == growth.format.digits(slowest):
        return f"名义增速均为{growth.format.phrase(fastest)}。"
    return (
        f"{fastest.name}名义增速最高，为{growth.format.phrase(fastest)}；"
        f"{slowest.name}最低，为{growth.format.phrase(slowest)}。"
    )
