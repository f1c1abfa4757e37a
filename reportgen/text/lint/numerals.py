"""Statistics typed by hand: which numerals of a paragraph they are, and their value where it can be told.

Numerals that are no statistics pass: years and dates, names and titles, numbers of figures, equations,
sections and standards, ordinals, enumerations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from reportgen.text.lint.passage import Passage

_DIGIT = "[0-9０-９]"
_YEAR = r"(?:19|20)\d\d"
_NO_STATISTICS = re.compile(
    "|".join(
        (
            r"《[^》]*》",
            r"\[\^[^\]]*\]",
            rf"{_YEAR}年?[—–－-]{_YEAR}年?",
            rf"{_YEAR}(?:年(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?|(?=[、和与至]{_YEAR}年?))",
            r"(?<![\d.])\d{1,2}月(?:\d{1,2}日)?(?!\d)",
            r"[A-Z]{2,}(?:/[A-Z]+)?\s?\d+(?:\.\d+)*(?:[—–-]\d{4})?",
            r"[A-Za-z][A-Za-z0-9.+/—-]*\d[A-Za-z0-9+]*",
            r"\d+(?:[GDKB](?![A-Za-z])|\+[A-Za-z0-9+]*)",
            r"“\d”",
            r"〔\d{4}〕\d+号",
            r"\d{1,2}:\d\d(?!\d)|(?:7×)?24小时",
            r"\d+(?:\.\d+){2,}",
            r"第\s?\d+",
            r"(?:图|表|附录|附表|公式|式)\s?\d+[a-z]?",
            r"[（(]\d+[a-z]?[）)]",
            r"(?m:^[ \t]*\d+[.．、](?!\d)[ \t]*)",
            r"(?<![\d.])[01](?![\d.％%‰]|,\d{3}|个|项|家|位|亿|万|成|倍|番)",
        )
    )
)
_UNITS = ("万亿元", "亿元", "万元", "万人", "个百分点", "％", "%", "‰", "倍", "万亿", "亿", "万", "成", "番")
_ARABIC = re.compile(
    rf"(?P<digits>{_DIGIT}+(?:,{_DIGIT}{{3}}(?!{_DIGIT}))*(?:[.．]{_DIGIT}+)?)(?:\s?(?P<unit>{'|'.join(_UNITS)}|[个家户台项位人元座种]))?"
)
_ONES = "一二两三四五六七八九"
_CHINESE = re.compile(
    "|".join(
        (
            rf"(?P<tenths>[{_ONES}十])成(?:[{_ONES}]|半)?(?![为立本果员就熟长效功品套都型分不])",
            rf"(?P<whole>[{_ONES}十百千万]+)分之(?P<part>[{_ONES}十百零〇点]+)",
            rf"翻(?:了)?[{_ONES}十]*番",
            rf"[{_ONES}十百千]+(?:点[{_ONES}零〇]+)?倍",
            rf"[{_ONES}十零〇]+(?:点[{_ONES}零〇]+)?个百分点",
            rf"[{_ONES}十][{_ONES}十百千零〇]*(?:点[{_ONES}零〇]+)?[多余几]?(?:万亿|亿|万)[元人家户台个]?",
            rf"[{_ONES}][百千][{_ONES}十百零〇]*[多余]?[元人家户台个项座种]",
            rf"[{_ONES}]?十[{_ONES}]?[多余]?(?:[家户台元座]|个(?:省份|省市|行业|城市|地区|国家|企业|园区|项目|平台))",
            r"一半|半数|(?<!超)过半(?!年)|近半(?!年)",
        )
    )
)
_VALUE = {"半": Decimal("0.5")} | {sign: Decimal(value) for value, sign in enumerate("零一二三四五六七八九")}
_VALUE |= {"〇": Decimal(0), "两": Decimal(2)}
_NARROW = str.maketrans("０１２３４５６７８９．％", "0123456789.%")


@dataclass(frozen=True, slots=True)
class Typed:
    """A number typed by hand.

    Attributes:
        start, end: where it stands in the paragraph.
        value: in the unit; None where it cannot be told.
        unit: the printed unit, ``""`` for none.
        decimals: how many are written; -1 where the number is only good to tens.
    """

    start: int
    end: int
    value: Decimal | None = None
    unit: str = ""
    decimals: int = 0


def typed_numbers(passage: Passage) -> Iterator[Typed]:
    """The statistics that a paragraph writes by hand, in their order; of words in a tag those with a unit."""
    text = passage.text
    free = _NO_STATISTICS.sub(lambda match: "\x00" * len(match[0]), text)
    found = [_arabic(match) for match in _ARABIC.finditer(free)]
    found += [_chinese(match) for match in _CHINESE.finditer(free)]
    if passage.literal:
        found = [one for one in found if one.unit]
    yield from sorted(found, key=lambda one: one.start)


def _arabic(match: re.Match[str]) -> Typed:
    digits = match["digits"].translate(_NARROW).replace(",", "")
    unit = (match["unit"] or "").translate(_NARROW)
    return Typed(match.start(), match.end(), Decimal(digits), unit, len(digits.partition(".")[2]))


def _chinese(match: re.Match[str]) -> Typed:
    value, decimals = None, 0
    if match["tenths"]:
        value, decimals = 10 * _integer(match["tenths"]), -1
    elif match["whole"]:
        whole, part = _integer(match["whole"]), _integer(match["part"])
        value = 100 * part / whole if whole and part is not None else None
    elif "半" in match[0]:
        value, decimals = Decimal(50), -1
    return Typed(match.start(), match.end(), value, "%" if value is not None else "", decimals)


def _integer(text: str) -> Decimal | None:
    """The value of a Chinese numeral below ten thousand, ``十四点五`` included; None for any other."""
    whole, _, fraction = text.partition("点")
    total, current = Decimal(0), Decimal(0)
    for sign in whole:
        power = {"十": 10, "百": 100, "千": 1000, "万": 10000}.get(sign)
        if power is None:
            current = _VALUE[sign]
        else:
            total, current = total + (current or 1) * power, Decimal(0)
    digits = "".join(str(_VALUE[sign]) for sign in fraction if sign in _VALUE)
    return total + current + (Decimal(f"0.{digits}") if digits else 0)
