"""The fact that an editor most likely meant by a number typed by hand, and the text to paste for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from reportgen.facts.address import Calendar
from reportgen.facts.fact import Fact, FactTable
from reportgen.text.formats import STYLES, Style, digits, rounded
from reportgen.text.lint.numerals import Typed
from reportgen.text.lint.passage import Passage

_NEAR = Decimal("0.02")
_LEAST_DIGITS = 3
_COUNTED = ("个", "家", "位", "项", "种", "座")
_RANK = "位"


@dataclass(frozen=True)
class Edition:
    """The facts of one edition and its years."""

    year: int
    facts: FactTable
    calendar: Calendar

    def paste(self, fact: Fact, typed: Typed) -> str:
        """What to write for a fact in place of a typed number: ``{{ 数["增加值.全国[本年]"] | 万亿元 }}``."""
        found = _style(typed.unit, fact)
        filter_ = f'整数("{typed.unit}")' if found is None else found[0]
        if found and typed.decimals >= 0 and typed.decimals != found[1].decimals:
            filter_ += f"({typed.decimals})"
        return f'{{{{ 数["{self.relative(fact)}"] | {filter_} }}}}'

    def relative(self, fact: Fact) -> str:
        """The Chinese address with 本年 and its like in place of years: ``增加值.全国[本年]``."""
        words = {year: word for word, year in reversed(self.calendar.words.items())}
        head = fact.label.partition("[")[0]
        years = "-".join(words.get(year, str(year)) for year in fact.address.years)
        return f"{head}[{years}]" if years else head


@dataclass(frozen=True)
class Known:
    """What typed numbers are compared with.

    Attributes:
        now: this edition.
        before: gives the edition before it, or None; asked only when something was typed by hand.
    """

    now: Edition
    before: Callable[[], Edition | None] = lambda: None


def nearest_fact(edition: Edition, typed: Typed, passage: Passage) -> tuple[Fact, bool] | None:
    """The fact nearest to a typed number, and whether it is the same number when rounded alike.

    Only a fact whose scope or metric the paragraph names can be meant. Among equals the one wins that it names
    in full, then the reference year, then the whole country.
    """
    year = edition.calendar.reference_year
    near: list[tuple[tuple, Fact]] = []
    for fact in edition.facts:
        distance = _distance(fact, typed)
        named = _named(fact, passage.text)
        if named and distance is not None and distance <= _NEAR:
            national = fact.address.scope == "national"
            order = (distance > 0, -named, year not in fact.address.years, not national, distance)
            near.append((order, fact))
    if not near:
        return None
    (apart, *_), fact = min(near, key=lambda one: one[0])
    return fact, not apart


def _named(fact: Fact, text: str) -> int:
    """How much of the name of a fact a paragraph mentions: 2 for the scope, 1 for the metric."""
    metric, _, scope = fact.label.partition("[")[0].partition(".")
    return 2 * (scope in text) + (metric in text)


def stale_fact(known: Known, typed: Typed, passage: Passage) -> tuple[Edition, Fact] | None:
    """The fact of the edition before that is this number to the digit, with three digits or more."""
    exact = typed.value if typed.decimals > 0 or typed.value is None else typed.value.normalize()
    if exact is None or not typed.unit or len(exact.as_tuple().digits) < _LEAST_DIGITS:
        return None
    before = known.before()
    found = nearest_fact(before, typed, passage) if before else None
    return (before, found[0]) if before and found and found[1] else None


def _distance(fact: Fact, typed: Typed) -> Decimal | None:
    """0 when the fact rounds to the typed number, else how far it is off in relation; None for another unit."""
    style = _style(typed.unit, fact)
    counted = fact.unit in _COUNTED and fact.unit != _RANK and typed.unit in _COUNTED
    power = style[1].power if style else 0 if counted else None
    if power is None or typed.value is None or not _about(fact.value * 10.0**power, typed):
        return None
    exact = Decimal(repr(float(fact.value))).scaleb(power)
    if typed.decimals < 0:
        return Decimal(0) if abs(exact - typed.value) < _NEAR * 100 else None
    if rounded(fact.value, min(typed.decimals, 6), power) == typed.value:
        return Decimal(0)
    return max(abs(exact / typed.value - 1), Decimal("1e-9")) if typed.value else None


def _about(value: float, typed: Typed) -> bool:
    """A quick look that spares most facts the exact comparison."""
    near = float(typed.value or 0)
    return abs(value - near) <= max(0.03 * abs(near), 0.6 * 10.0**-typed.decimals)


def _style(unit: str, fact: Fact) -> tuple[str, Style] | None:
    """The filter that prints a fact with this unit; without unit the one of the fact's own."""
    for name, style in STYLES.items():
        if style.unit == fact.unit and style.suffix == (unit or fact.unit):
            return name, style
    return None


def printed_value(fact: Fact, typed: Typed) -> str:
    """The value of a fact in the unit of a typed number: ``4.10万亿元``."""
    found = _style(typed.unit, fact)
    if found is None:
        return f"{digits(rounded(fact.value, 0))}{fact.unit}"
    style = found[1]
    return digits(rounded(fact.value, max(typed.decimals, style.decimals), style.power)) + style.suffix
