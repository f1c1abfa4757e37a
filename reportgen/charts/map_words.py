"""What stands under a map, and what a map says to those who do not see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportgen.charts import words
from reportgen.charts.format import NumberFormat
from reportgen.charts.map_classes import Classes
from reportgen.charts.map_outlines import Country
from reportgen.charts.map_tiles import NAMES_WITHOUT_DATA
from reportgen.facts.reader import Reader, Reading

_SKETCH = "本图为示意图，界线不作划界依据；正式出版前须送审并加注审图号。"
_TILES = "缺少省界底图，以方格示意各省位置。"
_NAMED = 3  # how many leading regions a sentence names


def note(country: Country | None, approval_number: object, *remarks: str) -> str:
    """The note under a map: remarks, then the approval number of the outlines or that it is still to be had.

    Args:
        approval_number: as in the card of the outlines, empty before approval.
    """
    number = str(approval_number or "").strip()
    last = _TILES if country is None else f"审图号：{number}。" if number else _SKETCH
    return f"注：{''.join(remarks)}{last}"


def without_data(facts: Reader, values: Mapping[str, Reading]) -> str:
    """``香港、澳门和台湾无数据。``; provinces without a fact are named first."""
    vocabulary = facts.facts.vocabulary
    lacking = [scope for scope in vocabulary.scopes_of_kind("province") if scope not in values]
    names = [*map(vocabulary.scope_name, lacking), *NAMES_WITHOUT_DATA.values()]
    return f"{words.listed(names)}无数据。"


def how_to_read(values: Sequence[Reading]) -> str:
    """``2021年，单位：亿元；分六级着色，级限见图例``: not which is darker, a dark screen exchanges it."""
    classes = Classes.of([one.value for one in values])
    steps = f"分{classes.numeral}级着色，级限见图例" if classes.limits else "各地数值相同或相近，不分级"
    return f"{values[0].year}年，单位：{classes.unit(values[0].unit)}；{steps}"


def provinces_in_words(number_format: NumberFormat, values: Sequence[Reading]) -> str:
    """Who leads, who is last, and who is in which class."""
    ordered = sorted(values, key=lambda one: -one.value)
    first, last = ordered[0], ordered[-1]
    measure = first.reader.facts.vocabulary.metric_name(first.address.metric)
    start = f"{first.year}年，{len(ordered)}个省（自治区、直辖市）的工业互联网{measure}"
    if number_format.digits(first) == number_format.digits(last):
        return f"{start}均为{number_format.phrase(first)}。"
    followers = words.ranked(number_format, ordered[1:_NAMED])
    return (
        f"{start}中，{first.name}最高，为{number_format.phrase(first)}，其后为{followers}；"
        f"{last.name}最低，为{number_format.phrase(last)}。{_classes_in_words(ordered)}"
    )


def _classes_in_words(ordered: Sequence[Reading]) -> str:
    classes = Classes.of([one.value for one in ordered])
    if not classes.limits:
        return ""
    unit = ordered[0].unit
    parts = []
    for position in reversed(range(classes.count)):
        names = [one.name for one in ordered if classes.position(one.value) == position]
        parts.append(f"{_class_in_words(classes, position, unit)}的有{len(names)}个，为{words.listed(names)}")
    return f"按规模分{classes.numeral}级：{'；'.join(parts)}。"


def _class_in_words(classes: Classes, position: int, unit: str) -> str:
    """``不足200亿元``, ``200亿元至600亿元``, ``2000亿元及以上``."""
    limits = [f"{digits}{classes.unit(unit)}" for digits in classes.digits(unit)]
    if position == 0:
        return f"不足{limits[0]}"
    return f"{limits[-1]}及以上" if position == len(limits) else f"{limits[position - 1]}至{limits[position]}"
