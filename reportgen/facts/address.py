"""Addresses: 指标.范围[年] for editors, metric.scope[year] in code; one vocabulary maps the two."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, Protocol

from reportgen.errors import AddressError, nearest
from reportgen.facts.names_file import Name, read_names

_SHAPE = re.compile(r"^\s*(?P<metric>[^.\[\]\s]+)\.(?P<scope>[^\[\]]+?)\s*(?:\[(?P<years>[^\[\]]*)\])?\s*$")
_DASHES = re.compile("[—–－~～至]")
_INDUSTRY_SUFFIX = {"primary": "第一产业", "secondary": "第二产业", "tertiary": "第三产业"}
_CODED = {"subsector": "子行业", "io": "部门"}


class Address(NamedTuple):
    """Metric and scope by their English names, and no year, one year or a range of two."""

    metric: str
    scope: str
    years: tuple[int, ...] = ()

    @property
    def year_text(self) -> str:
        """``""``, ``2021`` or ``2017-2021``."""
        return "-".join(str(year) for year in self.years)

    @property
    def english(self) -> str:
        """``value_added.sector.manufacturing[2021]``."""
        return f"{self.metric}.{self.scope}" + (f"[{self.year_text}]" if self.years else "")

    @staticmethod
    def read_years(text: str) -> tuple[int, ...]:
        """The inverse of `year_text`."""
        return tuple(int(year) for year in text.split("-")) if text else ()


class HasYears(Protocol):
    """Whatever knows the three years of an edition."""

    first_year: int
    reference_year: int
    forecast_year: int


@dataclass(frozen=True, slots=True)
class Calendar:
    """The years of an edition and the words that name them."""

    first_year: int
    reference_year: int
    forecast_year: int

    @classmethod
    def of(cls, edition: HasYears) -> Calendar:
        """The calendar of an edition."""
        return cls(edition.first_year, edition.reference_year, edition.forecast_year)

    @property
    def actual_years(self) -> tuple[int, ...]:
        """First year to reference year."""
        return tuple(range(self.first_year, self.reference_year + 1))

    @property
    def years(self) -> tuple[int, ...]:
        """First year to forecast year."""
        return tuple(range(self.first_year, self.forecast_year + 1))

    @property
    def words(self) -> dict[str, int]:
        """基年, 上年, 本年, 预测年."""
        return {
            "基年": self.first_year,
            "上年": self.reference_year - 1,
            "本年": self.reference_year,
            "预测年": self.forecast_year,
        }


class Vocabulary:
    """The names of all metrics and scopes, from ``content/names.csv``."""

    def __init__(self, names: list[Name]) -> None:
        self.metrics = {name.english: name for name in names if name.kind == "metric"}
        self.scopes = {name.english: name for name in names if name.kind == "scope"}

    @classmethod
    def read(cls, path: Path) -> Vocabulary:
        """Read the vocabulary file.

        Raises:
            DataError: the file is missing or a row is wrong.
        """
        return cls(read_names(path))

    @cached_property
    def _metric_of(self) -> dict[str, str]:
        return self._lookup(self.metrics)

    @cached_property
    def _scope_of(self) -> dict[str, str]:
        return self._lookup(self.scopes)

    @staticmethod
    def _lookup(names: dict[str, Name]) -> dict[str, str]:
        found = {}
        for name in names.values():
            for text in name.texts:
                found.setdefault(text, name.english)
        return found

    def parse(self, text: str, calendar: Calendar) -> Address:
        """Read a Chinese or English address; 本年 and its like are resolved by the calendar.

        Raises:
            AddressError: not of the shape 指标.范围[年], or a name or year that does not exist.
        """
        match = _SHAPE.match(text)
        if match is None:
            raise AddressError(f"地址“{text}”不合格式", remedy="写成 指标.范围[年]，如 增加值.制造业[2021]")
        metric = self._metric_of.get(match["metric"])
        if metric is None:
            raise AddressError(
                f"地址“{text}”：没有指标“{match['metric']}”",
                remedy=nearest(match["metric"], self._metric_of) or "用 reportgen facts 查询指标",
            )
        return Address(metric, self.scope(match["scope"]), _years(match["years"], calendar, text))

    def scope(self, text: str) -> str:
        """The English scope for a Chinese or English one.

        Raises:
            AddressError: no such scope.
        """
        found = self._scope_of.get(text)
        if found:
            return found
        head, _, tail = text.rpartition(".")
        for english, chinese in _INDUSTRY_SUFFIX.items():
            if head in self._scope_of and tail in (english, chinese):
                return f"{self._scope_of[head]}.{english}"
        for english, chinese in _CODED.items():
            if head in (english, chinese) and tail.isalnum():
                return f"{english}.{tail}"
        raise AddressError(
            f"没有范围“{text}”", remedy=nearest(text, self._scope_of) or "用 reportgen facts 查询范围"
        )

    def scope_name(self, scope: str) -> str:
        """The Chinese name of an English scope."""
        if scope in self.scopes:
            return self.scopes[scope].chinese
        head, _, tail = scope.rpartition(".")
        if tail in _INDUSTRY_SUFFIX:
            return f"{self.scope_name(head)}.{_INDUSTRY_SUFFIX[tail]}"
        if head in _CODED:
            return f"{_CODED[head]}.{tail}"
        return scope

    def metric_name(self, metric: str) -> str:
        """The Chinese name of an English metric."""
        return self.metrics[metric].chinese if metric in self.metrics else metric

    def chinese(self, address: Address) -> str:
        """``增加值.制造业[2021]``."""
        head = f"{self.metric_name(address.metric)}.{self.scope_name(address.scope)}"
        return head + (f"[{address.year_text}]" if address.years else "")

    def scopes_of_kind(self, kind: str) -> list[str]:
        """All scopes ``kind.X`` in the order of the vocabulary: province, sector, industry, zone, direct."""
        return [
            scope
            for scope in self.scopes
            if scope.startswith(f"{kind}.") and not scope.endswith(".all") and ".each_" not in scope
        ]


def _years(text: str | None, calendar: Calendar, whole: str) -> tuple[int, ...]:
    if not text:
        return ()
    parts = _DASHES.sub("-", text).split("-")
    years = tuple(_year(part.strip(), calendar, whole) for part in parts)
    if len(years) > 2 or (len(years) == 2 and years[0] >= years[1]):
        raise AddressError(f"地址“{whole}”的年份不合格式", remedy="写一年或起止两年，如 [2021]、[2017-2021]")
    return years


def _year(text: str, calendar: Calendar, whole: str) -> int:
    if text in calendar.words:
        return calendar.words[text]
    if re.fullmatch(r"[0-9]{4}年?", text):
        return int(text[:4])
    raise AddressError(
        f"地址“{whole}”的年份“{text}”无法识别", remedy=f"写四位年份，或{'、'.join(calendar.words)}之一"
    )
