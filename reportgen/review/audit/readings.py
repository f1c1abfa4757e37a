"""Numbers read back from a finished paper as statements: which unit and relation the digits carry.

How a number was meant to be printed (rounded, the whole step it passed, without its sign) is taken from what
must stand there; what it says is taken from what stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from reportgen.document.read_back import Lost, ReadNumber
from reportgen.facts.fact import Fact, FactTable
from reportgen.review.audit.statement import Statement
from reportgen.review.rounding import UNITS, convert, convertible, round_half_up

_NUMBER = re.compile(r"(-?\d+(?:\.\d+)?)(\D*)")
_PURE = re.compile(r"-?\d+(?:\.\d+)?")
_POINTS = "个百分点"
_MOST_DECIMALS = 6  # values that were never rounded are compared with so many
_FALLING = ("下降", "减少", "降低", "回落")


@dataclass(frozen=True, slots=True)
class Form:
    """How digits stand for a fact: their unit, their relation, and whether a word carries the minus."""

    unit: str
    relation: str = "="
    negative: bool = False


def statements_read(
    numbers: Iterable[ReadNumber], facts: FactTable, prefix: str
) -> tuple[list[Statement], list[Lost]]:
    """The statements that a file makes, and numbers that are not what the record says.

    Args:
        numbers: as read, in the order of the file.
        facts: those of the edition, by which the forms are told.
        prefix: of the ids, before a running number.
    """
    found: list[Statement] = []
    lost: list[Lost] = []
    for number in numbers:
        where = "，".join(part for part in (number.where, number.heading, number.place) if part)
        made = list(_statements(number, facts, where, f"{prefix}{len(found) + 1}"))
        found += made
        if not _as_recorded(number):
            lost.append(Lost(f"印作{number.text}，记录为{number.wanted.text}", where, found=True))
    return found, lost


def form_of(digits: str, unit: str, fact: Fact, falling: bool) -> Form | None:
    """How these digits stand for this fact; None when they do not.

    Args:
        digits: as they must be printed.
        unit: printed behind them, ``""`` where a head or axis carries it.
        fact: what they stand for.
        falling: whether the word before them says that the value is negative.
    """
    stated, value = Decimal(digits), Decimal(repr(float(fact.value)))
    decimals = len(digits.partition(".")[2])
    units = [unit] if unit else [fact.unit, *(["万亿元"] if fact.unit == "亿元" else [])]
    for candidate in units:
        known = convertible(fact.unit, candidate)
        exact = convert(value, fact.unit, candidate) if known else value
        if round_half_up(exact, decimals) == stated:
            return Form(candidate)
        if falling and round_half_up(-exact, decimals) == stated:
            return Form(candidate, negative=True)
        for relation, rounding in ((">=", ROUND_FLOOR), ("<=", ROUND_CEILING)):
            if exact.to_integral_value(rounding) == stated:
                return Form(candidate, relation)
    return None


def _statements(number: ReadNumber, facts: FactTable, where: str, id: str) -> Iterable[Statement]:
    wanted, read = _NUMBER.findall(number.wanted.text), _NUMBER.findall(number.text)
    known = [facts.get(address) for address in number.wanted.addresses if address in facts]
    if not wanted or len(wanted) != len(read) or len(known) != len(number.wanted.addresses):
        return
    if len(known) == 2 and wanted[0][1] == _POINTS:
        digits = read[0][0]
        yield Statement(
            id, known[0].address, Decimal(digits), _decimals(digits), "%", "=", where, known[1].address
        )
        return
    falling = number.wanted.before.endswith(_FALLING)
    for fact, (digits, unit), (seen, _) in zip(known, wanted, read, strict=False):
        form = form_of(digits, _unit(unit, wanted, fact), fact, falling)
        if form is not None:
            value = round_half_up(Decimal(seen), min(_decimals(seen), _MOST_DECIMALS))
            value = -value if form.negative else value
            yield Statement(
                id, fact.address, value, min(_decimals(seen), _MOST_DECIMALS), form.unit, form.relation, where
            )


def _unit(printed: str, wanted: list[tuple[str, str]], fact: Fact) -> str:
    """The unit behind a number; of ``14%至18%`` that of the last; words that are no unit leave the fact's own."""
    if printed in UNITS:
        return printed
    last = wanted[-1][1]
    return last if last in UNITS else fact.unit if printed else ""


def _decimals(digits: str) -> int:
    return len(digits.partition(".")[2])


def _as_recorded(number: ReadNumber) -> bool:
    """Whether the digits are those of the record; a value that was never rounded may be shown with fewer."""
    wanted, read = number.wanted.text.replace(" ", ""), number.text
    if wanted == read:
        return True
    pure = _PURE.fullmatch(wanted) and _PURE.fullmatch(read) and number.wanted.unrounded
    step = Decimal(1).scaleb(-_decimals(read))
    return bool(pure) and abs(Decimal(wanted) - Decimal(read)) <= step / 2
