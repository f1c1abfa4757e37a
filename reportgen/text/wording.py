"""Filters that choose the words by the numbers: 增至, 略有提高, 2.5倍, 连续4年增长, 多数, 第3位."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, Protocol

from reportgen.errors import ChapterError
from reportgen.facts.reader import Reading
from reportgen.text.arguments import expect_same_unit, expect_style, many, numbers, one
from reportgen.text.degrees import DECIMALS, MULTIPLE_FROM, pace, proportion, relative_pace
from reportgen.text.formats import digits, expect_unit, rounded, styled
from reportgen.text.standings import position, run

UP = ("增长", "提高", "扩大", "增加", "上升")
DOWN = ("下降", "降低", "缩小", "减少")
FEWEST_YEARS = 2
PER_CENT = 100


class Printer(Protocol):
    """Puts a printed number aside and gives the mark that stands for it."""

    def __call__(self, readings: tuple[Reading, ...], text: str, unit: str, word: str = "") -> str: ...


class Wording:
    """These filters for one chapter; `put` records what they print."""

    def __init__(self, put: Printer) -> None:
        self._put = put

    def table(self) -> dict[str, Callable[..., Any]]:
        """The filters by their Chinese names."""
        return {
            "至": self.reaching,
            "程度": self.degree,
            "倍数": self.multiple,
            "占": self.share,
            "连续": self.running,
            "多寡": self.proportion,
            "位次": self.position,
            "带数": self.with_numbers,
        }

    def reaching(self, reading: Any, former: Any) -> str:
        """From a former number to this one: 增至, 降至 or 保持在; of percentages 升至."""
        change = _change(reading, former, "至")
        rise = "升至" if reading.unit == "%" else "增至"
        return _said((reading, former), "保持在" if change == 0 else rise if change > 0 else "降至")

    def degree(self, reading: Any, former: Any, up: str = "", down: str = "") -> str:
        """How far from a former number, in words of degree: 略有提高 of percentages, 大幅增加 of amounts."""
        change = _change(reading, former, "程度")
        if reading.unit == "%":
            return _said((reading, former), pace(change, up or "提高", down or "降低"))
        if former.value <= 0:
            raise ChapterError(f"“程度”的基数不大于零：{former.fact.label}", remedy="先用 正数 判断")
        per_cent = rounded((reading.value / former.value - 1) * PER_CENT, DECIMALS)
        return _said((reading, former), relative_pace(per_cent, up or "增加", down or "减少"))

    def multiple(self, reading: Any, other: Any, decimals: int = 1) -> str:
        """This number as a multiple of another: 2.5倍; below 1.5 as per cent of it: 120.00%."""
        ratio = _ratio(reading, other, "倍数")
        if ratio < MULTIPLE_FROM:
            return self._put((reading, other), digits(rounded(ratio * PER_CENT, DECIMALS)) + "%", "%")
        return self._put((reading, other), digits(rounded(ratio, decimals)) + "倍", "倍")

    def share(self, part: Any, whole: Any, decimals: int = 2) -> str:
        """A part of a whole as per cent of it: 23.40%."""
        ratio = _ratio(part, whole, "占")
        if not 0 <= ratio <= 1:
            raise ChapterError(
                f"{part.fact.label} 不是 {whole.fact.label} 的一部分",
                remedy="前面写部分，括号里写总体；倍数用 倍数",
            )
        return self._put((part, whole), digits(rounded(ratio * PER_CENT, decimals)) + "%", "%")

    def running(self, readings: Any, word: str = "增长") -> str:
        """How many years up to the last it has risen or fallen: 连续4年增长.

        Raises:
            ChapterError: fewer than two years, so that nothing is 连续.
        """
        if word not in (*UP, *DOWN):
            raise ChapterError(f"“连续”的方向词“{word}”不对", remedy=f"可用：{'、'.join((*UP, *DOWN))}")
        years = run(readings, 1 if word in UP else -1, "连续")
        if years < FEWEST_YEARS:
            raise ChapterError(
                f"不能说连续{word}：{_series(readings)}",
                remedy=f"先用 {{% if 名单 is 连续{'提高' if word in UP else '降低'}(2) %}} 判断",
            )
        return self._put(tuple(readings[-years - 1 :]), f"{years}年", "年", "连续") + word

    def proportion(self, readings: Any, whole: Any) -> str:
        """How many of a longer list these are: 全部, 绝大多数, 多数, 半数, 少数, 没有."""
        scopes = [one(reading, "多寡").address.scope for reading in many(whole, "多寡")]
        part = [one(reading, "多寡") for reading in many(readings, "多寡")]
        strange = [reading.name for reading in part if reading.address.scope not in scopes]
        if strange or not scopes:
            raise ChapterError(
                f"“{'、'.join(strange)}”不在括号里的名单中", remedy="括号里写全部，前面写其中一部分"
            )
        return _said(part, proportion(len(part), len(scopes)))

    def position(self, reading: Any) -> str:
        """The rank among its kind, computed: 第3位."""
        return self._put((one(reading, "位次"),), f"第{position(reading, '位次')}位", "位")

    def with_numbers(self, readings: Any, style: str, decimals: int | None = None) -> str:
        """A list of names, each with its number: 甲（13.02%）、乙（12.00%）和丙（11.00%）."""
        expect_style(style)
        items = []
        for reading in numbers(readings, "带数"):
            number, suffix = styled(reading, style, decimals)
            items.append(f"{reading.print(reading.name)}（{self._put((reading,), number + suffix, suffix)}）")
        return "和".join(part for part in ("、".join(items[:-1]), items[-1]) if part)


def _said(readings: Sequence[Reading], word: str) -> str:
    for reading in readings:
        reading.print(word)
    return word


def _change(reading: Any, former: Any, name: str) -> Decimal:
    expect_same_unit(one(reading, name), one(former, name))
    return rounded(reading.value, DECIMALS) - rounded(former.value, DECIMALS)


def _ratio(reading: Any, other: Any, name: str) -> float:
    expect_same_unit(one(reading, name), one(other, name))
    if reading.unit in ("位", "1"):
        expect_unit(reading, name, ("亿元", "万人", "%"))
    if other.value <= 0:
        raise ChapterError(f"“{name}”的基数不大于零：{other.fact.label}", remedy="先用 正数 判断")
    return reading.value / other.value


def _series(readings: Sequence[Reading]) -> str:
    listed = (f"{one.year}年 {digits(rounded(one.value, DECIMALS))}{one.unit}" for one in readings)
    return f"{readings[0].name} {'，'.join(listed)}"
