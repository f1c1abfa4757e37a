"""A figure as it was stated somewhere: what the checker works on, wherever it was read."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from reportgen.facts.address import Address
from reportgen.review.audit.interval import Interval, stated_interval
from reportgen.review.published import PublishedRow
from reportgen.review.rounding import EXACT_UNITS, UNITS
from reportgen.review.verdict import RELATIONS

# The unit in which figures of one dimension are compared.
BASE_UNITS = {"money": "亿元", "people": "万人", "share": "%"}


@dataclass(frozen=True)
class Statement:
    """One stated figure.

    Attributes:
        id: names it for people: the id of its row, or a number on a page.
        address: metric, scope, years.
        value: as printed, in `unit`.
        decimals: printed.
        unit: one of `rounding.UNITS`, or any other word that is compared only with itself.
        relation: a key of `verdict.RELATIONS`.
        place: where it stands, in words.
        other: of a distance in percentage points, the address it is measured from; else None.
    """

    id: str
    address: Address
    value: Decimal
    decimals: int
    unit: str
    relation: str = "="
    place: str = ""
    other: Address | None = None

    @property
    def base(self) -> str:
        """The unit in which it is compared."""
        return BASE_UNITS.get(UNITS[self.unit][0], self.unit) if self.unit in UNITS else self.unit

    @cached_property
    def nominal(self) -> Fraction:
        """The value in the unit of comparison."""
        return Fraction(self.value) * self._factor

    @cached_property
    def interval(self) -> Interval:
        """The values it can stand for, in the unit of comparison; positions and counts are exact."""
        if self.unit in EXACT_UNITS and self.relation == "=":
            return Interval(self.nominal, self.nominal)
        own = stated_interval(self.value, self.decimals, self.relation)
        factor = self._factor
        return Interval(*(None if end is None else end * factor for end in (own.low, own.high)))

    @property
    def printed(self) -> str:
        """``4.10万亿元``, ``超过4万亿元``."""
        word = "" if self.relation == "=" else RELATIONS[self.relation]
        return f"{word}{self.value:.{self.decimals}f}{self.unit}"

    @property
    def _factor(self) -> Fraction:
        if self.unit not in UNITS:
            return Fraction(1)
        return Fraction(UNITS[self.unit][1]) / Fraction(UNITS[self.base][1])


def statements_of(rows: list[PublishedRow]) -> list[Statement]:
    """The stated figures of a published paper; withheld ones state nothing."""
    return [
        Statement(
            id=row.id,
            address=Address(row.metric, row.scope, row.years),
            value=row.value,
            decimals=row.precision,
            unit=row.unit,
            relation=row.relation,
            place=row.where,
        )
        for row in rows
        if row.value is not None
    ]
