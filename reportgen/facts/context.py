"""Context facts: dated numbers from outside the method, such as the number of 5G base stations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from reportgen.errors import AddressError
from reportgen.facts.address import Address, Name, Vocabulary
from reportgen.facts.fact import Fact, FactTable
from reportgen.facts.status import Status

METRIC, METRIC_NAME = "context", "背景"
EXACT = "="
MONTHS_UNTIL_OLD = 12


class Date(NamedTuple):
    """A month, or a whole year when the month is 0."""

    year: int
    month: int = 0

    @property
    def first_month(self) -> int:
        """Its first month, counted from the year 0."""
        return self.year * 12 + max(self.month, 1)

    @property
    def last_month(self) -> int:
        """Its last month, counted from the year 0."""
        return self.year * 12 + (self.month or 12)

    @property
    def text(self) -> str:
        """``2022年9月`` or ``2022年``."""
        return f"{self.year}年{self.month}月" if self.month else f"{self.year}年"


@dataclass(frozen=True, slots=True)
class ContextFact:
    """One dated number.

    Attributes:
        name: what chapters call it.
        digits: the value as it is printed.
        unit: printed behind the digits.
        relation: printed before the digits, 超过 or 约; ``=`` prints nothing.
        as_of: the date of which it speaks.
        ages: whether it changes with time, so that an old one must be renewed.
        source: publisher or document.
        note: what it counts.
        place: ``file:line``.
    """

    name: str
    digits: str
    unit: str
    relation: str
    as_of: Date
    ages: bool
    source: str
    note: str
    place: str

    @property
    def word(self) -> str:
        """The printed word before the digits."""
        return "" if self.relation == EXACT else self.relation

    @property
    def text(self) -> str:
        """``超过220万个``."""
        return f"{self.word}{self.digits}{self.unit}"

    @property
    def address(self) -> Address:
        """``背景.5G基站数``."""
        return Address(METRIC, self.name)


@dataclass(frozen=True)
class Context:
    """The context facts as one edition may use them.

    Attributes:
        usable: by name, the latest that is not newer than the edition.
        later: by name, the earliest of those that are all newer than the edition.
        date: the date of the edition.
    """

    usable: Mapping[str, ContextFact]
    later: Mapping[str, ContextFact]
    date: Date

    @classmethod
    def at(cls, facts: Iterable[ContextFact], date: Date) -> Context:
        """Of several facts of one name, the one that holds at the date of an edition."""
        ordered = sorted(facts, key=lambda fact: fact.as_of.first_month)
        usable = {fact.name: fact for fact in ordered if fact.as_of.first_month <= date.last_month}
        later = {fact.name: fact for fact in reversed(ordered) if fact.name not in usable}
        return cls(usable, later, date)

    def vocabulary(self, words: Vocabulary) -> Vocabulary:
        """The vocabulary with 背景 as a metric and the names of the facts as scopes."""
        names = [*words.metrics.values(), *words.scopes.values(), _name("metric", METRIC, METRIC_NAME)]
        return Vocabulary([*names, *(_name("scope", name, name) for name in (*self.usable, *self.later))])

    def old(self, used: Iterable[Address]) -> list[str]:
        """A warning for each used fact that changes with time and is more than twelve months old."""
        names = dict.fromkeys(address.scope for address in used if address.metric == METRIC)
        return [
            f"{fact.place}：背景事实“{fact.name}”截至{fact.as_of.text}，已超过 {MONTHS_UNTIL_OLD} 个月"
            "　怎么办：核实后另加一行新数"
            for fact in map(self.usable.__getitem__, names)
            if fact.ages and self.date.last_month - fact.as_of.last_month > MONTHS_UNTIL_OLD
        ]

    def trace(self, address: Address) -> str:
        """Where a context fact comes from.

        Raises:
            AddressError: the edition is older than the fact.
        """
        fact = self.usable.get(address.scope)
        if fact is None:
            raise AddressError(
                f"背景事实“{address.scope}”截至{self.later[address.scope].as_of.text}，晚于本版日期",
                remedy="用较新的一版查询",
            )
        note = f"；{fact.note}" if fact.note else ""
        head = f"{METRIC_NAME}.{fact.name} = {fact.text}　状态：{Status.实际.name}　截至{fact.as_of.text}"
        return f"{head}\n　← {fact.source}{note}（{fact.place}）"

    def added_to(self, facts: FactTable) -> FactTable:
        """The facts of the edition together with the usable context facts."""
        vocabulary = self.vocabulary(facts.vocabulary)
        own = (
            Fact(fact.address, float(fact.digits), fact.unit, Status.实际, vocabulary.chinese(fact.address))
            for fact in self.usable.values()
        )
        return FactTable((*facts, *own), vocabulary)


def _name(kind: str, english: str, chinese: str) -> Name:
    return Name(kind, english, chinese, (), "", None, "")
