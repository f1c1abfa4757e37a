"""Which facts of two editions are set beside each other: those of the same year, and those one year on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.facts.address import Address, Calendar
from reportgen.facts.fact import Fact, FactTable
from reportgen.review.snapshot import Snapshot

Pair = tuple[Fact | None, Fact | None]


@dataclass(frozen=True)
class Pairs:
    """The facts of two editions in pairs.

    Attributes:
        same: by address; None where one side has none and the passing of years does not explain it.
        later: the reference and forecast year of the earlier edition with those of the later one; empty when
            both have the same reference year.
        rolled: how many facts only one side has because its years are others.
    """

    same: tuple[Pair, ...]
    later: tuple[Pair, ...]
    rolled: int


def pairs(before: Snapshot, after: Snapshot) -> Pairs:
    """The pairs of two snapshots, in the order of addresses."""
    rolled = _Rolled(before, after)
    addresses = sorted({fact.address for one in (before, after) for fact in one.facts})
    same: list[Pair] = []
    skipped = 0
    for address in addresses:
        pair = _found(before.facts, address), _found(after.facts, address)
        if None in pair and rolled.explains(address):
            skipped += 1
        else:
            same.append(pair)
    return Pairs(tuple(same), tuple(_later(before, after)), skipped)


def years_on(address: Address, old: Calendar, new: Calendar) -> Address:
    """The same quantity in the other edition: years move with the reference year, the first year of a span
    that begins with the edition becomes the first year of the other."""
    shift = new.reference_year - old.reference_year
    years = tuple(year + shift for year in address.years)
    if len(years) > 1 and address.years[0] == old.first_year:
        years = (new.first_year, *years[1:])
    return address._replace(years=years)


def common_years(before: Snapshot, after: Snapshot) -> tuple[int, ...]:
    """The years that both editions speak of."""
    return tuple(year for year in before.calendar.years if year in after.calendar.years)


def _later(before: Snapshot, after: Snapshot) -> Iterator[Pair]:
    old, new = before.calendar, after.calendar
    if old.reference_year == new.reference_year:
        return
    wanted = {_year_on(fact.address, before, after) for fact in before.facts if _is_latest(fact, old)}
    wanted |= {fact.address for fact in after.facts if _is_latest(fact, new)}
    for address in sorted(wanted):
        yield _found(before.facts, _year_on(address, after, before)), _found(after.facts, address)


def _year_on(address: Address, one: Snapshot, other: Snapshot) -> Address:
    return years_on(address, one.calendar, other.calendar)


def _is_latest(fact: Fact, calendar: Calendar) -> bool:
    years = fact.address.years
    return bool(years) and years[-1] in (calendar.reference_year, calendar.forecast_year)


def _found(facts: FactTable, address: Address) -> Fact | None:
    return facts.get(address) if address in facts else None


class _Rolled:
    """Tells the facts that one edition lacks because it speaks of other years."""

    def __init__(self, before: Snapshot, after: Snapshot) -> None:
        self._sides = (before, after), (after, before)
        self._moved = before.calendar != after.calendar

    def explains(self, address: Address) -> bool:
        if not self._moved or not address.years:
            return False
        return any(
            address in own.facts
            and (
                not set(address.years) <= set(other.calendar.years)
                or (len(address.years) > 1 and _year_on(address, own, other) in other.facts)
            )
            for own, other in self._sides
        )
