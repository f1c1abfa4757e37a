"""All statements by what they speak of, and what follows from them in one step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from reportgen.facts.address import Address, Vocabulary
from reportgen.review.audit.groups import GROWTH, INCREMENT, LEVEL_OF_INCREMENT, Groups
from reportgen.review.audit.statement import Statement
from reportgen.review.audit.term import Term, constant

_VALUES = ("=", "~")


class Knowledge:
    """The statements of one paper.

    Where one quantity is stated several times, a rule takes the statement that agrees with most of the
    others; of these the most precise, and the first. The others are the matter of the rule of equal figures.
    """

    def __init__(self, statements: Iterable[Statement], vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.groups = Groups(vocabulary)
        self.of: dict[Address, list[Statement]] = defaultdict(list)
        self.distances: list[Statement] = []
        for statement in statements:
            if statement.other is None:
                self.of[statement.address].append(statement)
            else:
                self.distances.append(statement)
        self._terms: dict[Address, Term | None] = {}

    @cached_property
    def years(self) -> dict[str, list[int]]:
        """For each metric the single years of which something is stated."""
        found: dict[str, set[int]] = defaultdict(set)
        for address in self.of:
            if len(address.years) == 1:
                found[address.metric].add(address.years[0])
        return {metric: sorted(years) for metric, years in found.items()}

    @property
    def every_year(self) -> list[int]:
        """All single years of which something is stated."""
        return sorted({year for years in self.years.values() for year in years})

    def stated(self, metric: str, scope: str, *years: int) -> Term | None:
        """A quantity as it was stated; None when it was not."""
        address = Address(metric, scope, years)
        if address not in self._terms:
            self._terms[address] = self._best(address)
        return self._terms[address]

    def known(self, metric: str, scope: str, year: int) -> Term | None:
        """A quantity as it was stated, else what follows from levels, rates and increments in one step."""
        found = self.stated(metric, scope, year)
        if found is not None:
            return found
        candidates = self._levels(metric, scope, year)
        if metric in LEVEL_OF_INCREMENT:
            candidates = self.increments(LEVEL_OF_INCREMENT[metric], scope, year)
        return min(candidates, key=lambda term: term.width, default=None)

    def increments(self, level: str, scope: str, year: int) -> Iterator[Term]:
        """An increment as it follows from two levels, or from a level and its rate."""
        now, before = (self.stated(level, scope, year - step) for step in (0, 1))
        rate = self.stated(GROWTH[level], scope, year) if level in GROWTH else None
        if now and before:
            yield now - before
        if now and rate and rate.factor.positive:
            yield now * (constant(1) - constant(1) / rate.factor)
        if before and rate:
            yield before * (rate.factor - constant(1))

    def name(self, metric: str, scope: str, *years: int) -> str:
        """``增加值.全国[2021]``."""
        return self.vocabulary.chinese(Address(metric, scope, years))

    def _best(self, address: Address) -> Term | None:
        candidates = [one for one in self.of.get(address, ()) if one.relation in _VALUES]
        if not candidates:
            return None
        exact = [one for one in candidates if one.relation == "="] or candidates

        def rank(one: Statement) -> tuple[int, object]:
            votes = sum(one.interval.meets(other.interval) for other in self.of[address])
            return -votes, one.interval.width

        best = min(exact, key=rank)
        interval = best.interval
        return Term(interval.low, interval.high, best.nominal, best.printed, (best.id,))

    def _levels(self, metric: str, scope: str, year: int) -> Iterator[Term]:
        """A level from the one before or after and its rate or increment."""
        after, before = (self.stated(metric, scope, year + step) for step in (1, -1))
        if metric in GROWTH:
            rates = [self.stated(GROWTH[metric], scope, year + step) for step in (1, 0)]
            if after and rates[0] and rates[0].factor.positive:
                yield after / rates[0].factor
            if before and rates[1]:
                yield before * rates[1].factor
        if metric in INCREMENT:
            more = [self.stated(INCREMENT[metric], scope, year + step) for step in (1, 0)]
            if after and more[0]:
                yield after - more[0]
            if before and more[1]:
                yield before + more[1]
