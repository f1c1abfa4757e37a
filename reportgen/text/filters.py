"""The Chinese filters of the chapters: ``{{ 数["增加值.全国[本年]"] | 万亿元 }}``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from reportgen.errors import ChapterError
from reportgen.facts.reader import Reading
from reportgen.facts.status import weakest
from reportgen.text.arguments import expect_style, many, numbers, one
from reportgen.text.blocks import Number
from reportgen.text.degrees import DECIMALS, pace
from reportgen.text.formats import STYLES, digits, expect_unit, rounded, styled, whole, whole_step
from reportgen.text.lists import LISTS, largest, smallest
from reportgen.text.marks import Marks
from reportgen.text.wording import Wording

COUNTED_UNITS = ("个", "位", "万人", "1")


class Filters:
    """All filters of one chapter; what they print is put aside in its marks and recorded by the reader."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks

    def table(self) -> dict[str, Callable[..., Any]]:
        """The filters by their Chinese names."""
        return (
            {name: self._styled(name) for name in STYLES}
            | LISTS
            | Wording(self._print).table()
            | {
                "增长": self.growth,
                "增减": self.gain,
                "个百分点": self.points,
                "升降": self.change,
                "快慢": self.pace,
                "数字": self.bare,
                "区间": self.span,
                "整数": self.whole,
                "整档": self.step,
                "排名": self.rank,
                "名称": self.name,
                "顿号": self.listed,
                "逐个": self.each,
            }
        )

    def _styled(self, name: str) -> Callable[..., str]:
        def filter_(reading: Any, decimals: int | None = None) -> str:
            number, suffix = styled(one(reading, name), name, decimals)
            return self._print((reading,), number + suffix, suffix)

        return filter_

    def _print(self, readings: tuple[Reading, ...], text: str, unit: str, word: str = "") -> str:
        for reading in readings:
            reading.print(word + text)
        status = weakest(reading.status for reading in readings)
        return word + self.marks.put(Number(text, unit, tuple(r.address for r in readings), status))

    def growth(self, reading: Any, decimals: int = 2) -> str:
        """增长14.53%, 下降3.20% or 与上年持平."""
        expect_unit(one(reading, "增长"), "增长", ("%",))
        return self._moved((reading,), rounded(reading.value, decimals), "%", ("增长", "下降", "与上年持平"))

    def gain(self, reading: Any, decimals: int = 2) -> str:
        """For an increment: 增加1.11万人, 减少0.38万人 or 与上年持平."""
        expect_unit(one(reading, "增减"), "增减", ("万人", "亿元"))
        by = rounded(reading.value, decimals)
        return self._moved((reading,), by, reading.unit, ("增加", "减少", "与上年持平"))

    def points(self, reading: Any, other: Any, decimals: int = 2) -> str:
        """The distance of two percentages: 0.35个百分点."""
        return self._print(
            (reading, other),
            digits(abs(_distance(reading, other, decimals, "个百分点"))) + "个百分点",
            "个百分点",
        )

    def change(self, reading: Any, other: Any, decimals: int = 2) -> str:
        """From another percentage to this one: 提高0.35个百分点, 下降… or 持平."""
        distance = _distance(reading, other, decimals, "升降")
        return self._moved((reading, other), distance, "个百分点", ("提高", "下降", "持平"))

    def pace(self, reading: Any, other: Any) -> str:
        """How this rate differs from another, in words of degree: 明显加快, 略有放缓, 基本持平."""
        word = pace(_distance(reading, other, DECIMALS, "快慢"))
        for item in (reading, other):
            item.print(word)
        return word

    def _moved(
        self, readings: tuple[Reading, ...], by: Decimal, unit: str, words: tuple[str, str, str]
    ) -> str:
        up, down, level = words
        if by == 0:
            return self._print(readings, level, "")
        return self._print(readings, digits(abs(by)) + unit, unit, up if by > 0 else down)

    def whole(self, reading: Any, unit: str = "") -> str:
        """A whole number with any word behind it: 13个."""
        expect_unit(one(reading, "整数"), "整数", COUNTED_UNITS)
        return self._print((reading,), digits(rounded(reading.value, 0)) + str(unit), str(unit))

    def step(self, reading: Any, unit: str) -> str:
        """The largest whole step that was passed: 4万亿元."""
        steps = whole_step(one(reading, "整档"), unit)
        return self._print((reading,), steps + STYLES[unit].suffix, STYLES[unit].suffix)

    def span(self, readings: Any, style: str) -> str:
        """Whole numbers that enclose all readings: 13%至17%."""
        form = STYLES[expect_style(style)]
        ends = smallest(numbers(readings, "区间")), largest(readings)
        expect_unit(ends[0], f'区间("{style}")', (form.unit,))
        low, high = whole(ends[0].value, form, ROUND_FLOOR), whole(ends[1].value, form, ROUND_CEILING)
        text = f"{digits(low)}{form.suffix}至" if low < high else ""
        return self._print(ends, f"{text}{digits(high)}{form.suffix}", form.suffix)

    def bare(self, reading: Any, decimals: int = 2) -> str:
        """The digits in the unit of the fact and nothing else, for tables that name the unit in their head."""
        return self._print((reading,), digits(rounded(one(reading, "数字").value, decimals)), "")

    def rank(self, reading: Any) -> str:
        """第3位."""
        expect_unit(one(reading, "排名"), "排名", ("位",))
        return self._print((reading,), f"第{digits(rounded(reading.value, 0))}位", "位")

    def name(self, reading: Any) -> str:
        """The name of the scope: 广东."""
        return one(reading, "名称").print(reading.name)

    def listed(self, names: Any, 等: bool = False, 分隔: str = "、") -> str:
        """甲、乙和丙; with 等, 甲、乙、丙等; with 分隔, 甲，乙，丙. Takes readings or words."""
        items = _filled(names, "顿号")
        words = [item.print(item.name) if isinstance(item, Reading) else _word(item) for item in items]
        if 等:
            return str(分隔).join(words) + "等"
        return joined(words) if 分隔 == "、" else str(分隔).join(words)

    def each(self, readings: Any, style: str, decimals: int | None = None) -> str:
        """Each reading in one style: 1.20万亿元、1.10万亿元和0.90万亿元."""
        printed = self._styled(expect_style(style))
        return joined([printed(reading, decimals) for reading in _filled(readings, "逐个")])


def _filled(value: Any, name: str) -> Sequence[Any]:
    items = many(value, name)
    if not items:
        raise ChapterError(f"“{name}”前面的名单是空的", remedy="先用 {% if 名单 %} 判断，没有时换一种说法")
    return items


def _word(item: Any) -> str:
    if not isinstance(item, str | int) or isinstance(item, bool):
        raise ChapterError("“顿号”前面的名单里有不是数或文字的项", remedy="名单相加用 +，不要一层套一层")
    return str(item)


def _distance(reading: Any, other: Any, decimals: int, name: str) -> Decimal:
    for item in (reading, other):
        expect_unit(one(item, name), name, ("%",))
    return rounded(reading.value - other.value, decimals)


def joined(words: Sequence[str]) -> str:
    """甲、乙和丙."""
    return "和".join(part for part in ("、".join(words[:-1]), words[-1] if words else "") if part)
