"""The only way to a number: reading through the reader leaves a record of (fact, place, printed text)."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportgen.errors import AddressError, ReportError
from reportgen.facts.address import Address, Calendar
from reportgen.facts.fact import Fact, FactTable
from reportgen.facts.status import Status


@dataclass(frozen=True, slots=True)
class Use:
    """One reading of a fact: where, and the text printed for it (``""`` when only compared)."""

    address: Address
    place: str
    printed: str = ""


@dataclass
class Reader:
    """Facts of one edition as seen from one place; `at` gives the view from another place.

    All views share one list of uses.
    """

    facts: FactTable
    calendar: Calendar
    place: str = ""
    uses: list[Use] = field(default_factory=list)

    def at(self, place: str) -> Reader:
        """The same facts read from another place (``图2``, ``01-overview.md:12``)."""
        return Reader(self.facts, self.calendar, place, self.uses)

    def __getitem__(self, text: str) -> Reading:
        """Read by address text, ``增加值.制造业[本年]``; the use is recorded.

        Raises:
            AddressError: no such address; the message names this place.
        """
        try:
            return self.read(self.facts.vocabulary.parse(text, self.calendar))
        except AddressError as error:
            raise self._placed(error) from None

    def read(self, address: Address) -> Reading:
        """Read by address object; the use is recorded."""
        try:
            fact = self.facts.get(address)
        except AddressError as error:
            raise self._placed(error) from None
        self.uses.append(Use(address, self.place))
        return Reading(fact, self)

    def series(self, text: str, years: tuple[int, ...] | None = None) -> list[Reading]:
        """One quantity over years: ``series("增加值.全国")``; all years of the edition by default.

        Raises:
            AddressError: a year is missing.
        """
        start = self.facts.vocabulary.parse(text, self.calendar)
        wanted = self.calendar.years if years is None else years
        return [self.read(Address(start.metric, start.scope, (year,))) for year in wanted]

    def among(self, metric: str, kind: str, year: int | str) -> list[Reading]:
        """One metric for all scopes of a kind in one year, largest first, ties by vocabulary order.

        Args:
            metric: Chinese or English name of the metric, ``增加值``.
            kind: ``province``, ``sector``, ``industry``, ``zone`` or ``direct``.
            year: a year, or 本年, 上年, 预测年, 基年.
        """
        scopes = self.facts.vocabulary.scopes_of_kind(kind)
        readings = [self[f"{metric}.{scope}[{year}]"] for scope in scopes]
        return sorted(readings, key=lambda reading: -reading.value)

    def _placed(self, error: ReportError) -> AddressError:
        return AddressError(error.problem, place=error.place or self.place, remedy=error.remedy)


@dataclass(frozen=True, slots=True)
class Reading:
    """A fact as read at one place; printing it records the printed text."""

    fact: Fact
    reader: Reader

    @property
    def value(self) -> float:
        """The unrounded value."""
        return self.fact.value

    @property
    def unit(self) -> str:
        """The unit of the value."""
        return self.fact.unit

    @property
    def status(self) -> Status:
        """The status of the value."""
        return self.fact.status

    @property
    def address(self) -> Address:
        """The address of the fact."""
        return self.fact.address

    @property
    def year(self) -> int | None:
        """The year, or the last year of a range; None for a fact without year."""
        return self.fact.address.years[-1] if self.fact.address.years else None

    @property
    def name(self) -> str:
        """The Chinese name of the scope: ``制造业``."""
        return self.reader.facts.vocabulary.scope_name(self.fact.address.scope)

    def earlier(self, years: int) -> Reading:
        """The same quantity some years before; the use is recorded.

        Raises:
            AddressError: no such number, or this one is not of one year.
        """
        if len(self.address.years) != 1:
            raise AddressError(f"{self.fact.label} 不是一年的数，没有上年", place=self.reader.place)
        return self.reader.read(self.address._replace(years=(self.address.years[0] - years,)))

    def print(self, text: str) -> str:
        """Record that `text` was printed for this fact, and return it."""
        self.reader.uses.append(Use(self.address, self.reader.place, text))
        return text
