"""What an editor pastes into a chapter to print a fact, and what that prints: the usual form of each unit.

The decimals are those of the vocabulary where it names any, so that one quantity is printed alike everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportgen.facts.address import Address, Calendar
from reportgen.facts.context import METRIC
from reportgen.facts.fact import Fact, FactTable
from reportgen.facts.reader import Reader, Reading
from reportgen.facts.search import search
from reportgen.text.formats import STYLES, digits, rounded, styled

USUAL = {
    "亿元": "亿元",
    "万人": "万人",
    "%": "百分比",
    "倍": "倍",
    "1": "系数",
    "万元/人": "万元每人",
    "位": "排名",
    "个": "整数",
}
TRILLION, IN_TRILLIONS = 10_000, "万亿元"


@dataclass(frozen=True)
class Hit:
    """One fact as an editor sees it.

    Attributes:
        address: ``名义增速.制造业[2021]``.
        value: as the pasted text prints it: ``17.78%``.
        unit, status: of the fact; the value is printed with its unit already.
        paste: ``{{ 数["名义增速.制造业[本年]"] | 百分比 }}``.
    """

    address: str
    value: str
    unit: str
    status: str
    paste: str


@dataclass(frozen=True)
class Hits:
    """The best hits, how many there are in all, and the words that were replaced by near names."""

    hits: tuple[Hit, ...]
    count: int
    replaced: tuple[tuple[str, str], ...]


def find(facts: FactTable, calendar: Calendar, query: str | Iterable[str], most: int | None = None) -> Hits:
    """Facts for the words of a query, best first, as an editor sees them; only the first `most`."""
    found = search(facts, calendar, query)
    shown = tuple(hit(fact, facts, calendar) for fact in found.facts[:most])
    return Hits(shown, len(found.facts), found.replaced)


def hit(fact: Fact, facts: FactTable, calendar: Calendar) -> Hit:
    """A fact with the text that prints it and what is printed."""
    if fact.address.metric == METRIC:
        paste = f'{{{{ 背景("{fact.address.scope}") }}}}'
        return Hit(fact.label, f"{fact.value:.10g}{fact.unit}", fact.unit, fact.status.name, paste)
    value, filter_ = _usual(Reading(fact, Reader(facts, calendar)))
    head = facts.vocabulary.chinese(fact.address._replace(years=()))
    paste = f'{{{{ 数["{head}{_years(fact.address, calendar)}"] | {filter_} }}}}'
    return Hit(fact.label, value, fact.unit, fact.status.name, paste)


def printed(reading: Reading) -> str:
    """What the usual filter of a fact prints: ``17.78%``; nothing is recorded."""
    return _usual(reading)[0]


def _usual(reading: Reading) -> tuple[str, str]:
    """What the usual filter prints, and the filter: ``17.78%``, ``百分比``."""
    name = USUAL.get(reading.unit, "数字")
    if name == "亿元" and abs(reading.value) >= TRILLION:
        name = IN_TRILLIONS
    if name == "排名":
        return f"第{digits(rounded(reading.value, 0))}位", name
    if name == "整数":
        return digits(rounded(reading.value, 0)) + reading.unit, f'整数("{reading.unit}")'
    if name not in STYLES:
        return digits(rounded(reading.value, 2)), name
    metric = reading.reader.facts.vocabulary.metrics.get(reading.address.metric)
    declared = metric.decimals if metric else None
    decimals = STYLES[name].decimals if declared is None or name == IN_TRILLIONS else declared
    number, suffix = styled(reading, name, decimals)
    return number + suffix, name if decimals == STYLES[name].decimals else f"{name}({decimals})"


def _years(address: Address, calendar: Calendar) -> str:
    words = {year: word for word, year in calendar.words.items()}
    text = "-".join(words.get(year, str(year)) for year in address.years)
    return f"[{text}]" if text else ""
