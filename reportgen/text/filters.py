"""The Chinese filters of the chapters: ``{{ 数["增加值.全国[本年]"] | 万亿元 }}``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from jinja2 import Undefined

from reportgen.errors import ChapterError, nearest
from reportgen.facts.reader import Reading
from reportgen.facts.status import weakest
from reportgen.text.blocks import Number
from reportgen.text.formats import STYLES, digits, expect_unit, rounded, styled, whole_step
from reportgen.text.marks import Marks

COUNTED_UNITS = ("个", "位", "万人", "1")


class Filters:
    """All filters of one chapter; what they print is put aside in its marks and recorded by the reader."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks

    def table(self) -> dict[str, Callable[..., Any]]:
        """The filters by their Chinese names."""
        return {name: self._styled(name) for name in STYLES} | {
            "增长": self.growth,
            "个百分点": self.points,
            "升降": self.change,
            "整数": self.whole,
            "整档": self.step,
            "排名": self.rank,
            "名称": self.name,
            "顿号": self.listed,
            "逐个": self.each,
            "超过": self.above,
            "个数": len_of,
        }

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
        return self._print((reading,), whole_step(one(reading, "整档"), unit) + unit, unit)

    def rank(self, reading: Any) -> str:
        """第3位."""
        expect_unit(one(reading, "排名"), "排名", ("位",))
        return self._print((reading,), f"第{digits(rounded(reading.value, 0))}位", "位")

    def name(self, reading: Any) -> str:
        """The name of the scope: 广东."""
        return one(reading, "名称").print(reading.name)

    def listed(self, names: Any, 等: bool = False) -> str:
        """甲、乙和丙; with 等, 甲、乙、丙等. Takes readings or words."""
        words = [
            item.print(item.name) if isinstance(item, Reading) else str(item) for item in many(names, "顿号")
        ]
        return "、".join(words) + "等" if 等 else joined(words)

    def each(self, readings: Any, style: str, decimals: int | None = None) -> str:
        """Each reading in one style: 1.20万亿元、1.10万亿元和0.90万亿元."""
        if style not in STYLES:
            raise ChapterError(
                f"没有“{style}”这种写法", remedy=nearest(str(style), STYLES) or f"可用：{'、'.join(STYLES)}"
            )
        return joined([self._styled(style)(reading, decimals) for reading in many(readings, "逐个")])

    def above(self, readings: Any, threshold: float, unit: str) -> list[Reading]:
        """Only the readings above a threshold given in a unit."""
        kept = []
        for reading in many(readings, "超过"):
            style = STYLES.get(unit)
            if style is None or style.unit != reading.unit:
                raise ChapterError(
                    f"门槛的单位“{unit}”与该数的单位“{reading.unit}”不合", remedy="写同一类单位"
                )
            if Decimal(repr(float(reading.value))).scaleb(style.power) > Decimal(str(threshold)):
                kept.append(reading)
        return kept


def _distance(reading: Any, other: Any, decimals: int, name: str) -> Decimal:
    for item in (reading, other):
        expect_unit(one(item, name), name, ("%",))
    return rounded(reading.value - other.value, decimals)


def joined(words: Sequence[str]) -> str:
    """甲、乙和丙."""
    return "和".join(part for part in ("、".join(words[:-1]), words[-1] if words else "") if part)


def one(value: Any, name: str) -> Reading:
    """The value if it is one number read from the facts.

    Raises:
        ChapterError: anything else stands before the filter.
    """
    if isinstance(value, Reading):
        return value
    if isinstance(value, Undefined):
        value._fail_with_undefined_error()
    what = "一个名单" if isinstance(value, list | tuple) else f"“{value}”"
    raise ChapterError(f"“{name}”前面应是一个数，现为{what}", remedy='写成 数["指标.范围[年]"] | ' + name)


def many(value: Any, name: str) -> Sequence[Any]:
    """The value if it is a list.

    Raises:
        ChapterError: anything else stands before the filter.
    """
    if isinstance(value, list | tuple):
        return value
    if isinstance(value, Undefined):
        value._fail_with_undefined_error()
    raise ChapterError(f"“{name}”前面应是名单", remedy="用 排行(…) 或 [甲, 乙] 给出名单")


def len_of(value: Any) -> int:
    """How many items a list has."""
    return len(many(value, "个数"))
