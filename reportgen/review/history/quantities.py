"""The quantities that editions have in common, with what each edition says and what was computed here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.errors import DataError
from reportgen.facts.address import Address, Calendar, Vocabulary
from reportgen.facts.fact import FactTable
from reportgen.review.history.statements import Statement
from reportgen.review.rounding import convert


@dataclass(frozen=True, slots=True)
class OwnEdition:
    """An edition of this project: its facts and its years."""

    facts: FactTable
    calendar: Calendar


@dataclass(frozen=True, slots=True)
class OwnFigure:
    """A computed figure in the unit of its quantity, unrounded."""

    value: Decimal
    is_forecast: bool


@dataclass(frozen=True, slots=True)
class Quantity:
    """One metric of one scope.

    Attributes:
        metric, scope: English names.
        label: ``全国增加值``.
        unit: of all its figures once compared; statements keep the unit in which they are printed.
        decimals: the most that a statement has in this unit.
        stated: by edition and year.
        own: computed figures by edition of this project and year.
    """

    metric: str
    scope: str
    label: str
    unit: str
    decimals: int
    stated: Mapping[tuple[int, int], Statement]
    own: Mapping[tuple[int, int], OwnFigure]

    @property
    def years(self) -> tuple[int, ...]:
        """All years of which somebody says something."""
        return tuple(sorted({year for _, year in (*self.stated, *self.own)}))

    @property
    def editions(self) -> tuple[int, ...]:
        """The published editions that state or imply it."""
        return tuple(sorted({edition for edition, _ in self.stated}))

    @property
    def own_editions(self) -> tuple[int, ...]:
        """The editions of this project that have it."""
        return tuple(sorted({edition for edition, _ in self.own}))

    def value(self, statement: Statement) -> Decimal:
        """The value of a statement in the unit of the quantity."""
        return convert(statement.value, statement.unit, self.unit)

    def of_year(self, year: int) -> list[Statement]:
        """The statements about a year, by edition, those of a bound (超过) left out."""
        found = (self.stated.get((edition, year)) for edition in self.editions)
        return [one for one in found if one and one.has_size]


def quantities(
    statements: Iterable[Statement],
    wanted: Iterable[tuple[str, str]],
    own: Mapping[int, OwnEdition],
    vocabulary: Vocabulary,
) -> list[Quantity]:
    """The wanted quantities (metric and scope) in their order, each once.

    Args:
        statements: of all published editions, those that are implied included.
        wanted: metrics and scopes.
        own: the editions of this project, by year.

    Raises:
        DataError: a fact whose unit cannot be converted.
    """
    by_key: dict[tuple[str, str], list[Statement]] = {}
    for one in statements:
        by_key.setdefault(one.key, []).append(one)
    return [_quantity(key, by_key.get(key, []), own, vocabulary) for key in dict.fromkeys(wanted)]


def _quantity(
    key: tuple[str, str],
    statements: Sequence[Statement],
    own: Mapping[int, OwnEdition],
    vocabulary: Vocabulary,
) -> Quantity:
    metric, scope = key
    unit = Counter(one.unit for one in statements).most_common(1)[0][0]
    figures = {
        (edition, fact_year): figure
        for edition, made in own.items()
        for fact_year, figure in _own_figures(made, metric, scope, unit).items()
    }
    return Quantity(
        metric=metric,
        scope=scope,
        label=f"{vocabulary.scope_name(scope)}{vocabulary.metric_name(metric)}",
        unit=unit,
        decimals=max(one.precision for one in statements if one.unit == unit),
        stated={(one.edition, one.year): one for one in statements},
        own=figures,
    )


def _own_figures(made: OwnEdition, metric: str, scope: str, unit: str) -> dict[int, OwnFigure]:
    found = {}
    for year in made.calendar.years:
        address = Address(metric, scope, (year,))
        if address in made.facts:
            fact = made.facts.get(address)
            value = Decimal(repr(float(fact.value)))
            if not value.is_finite():
                raise DataError("测算值不是有限的数", place=fact.label, remedy="检查该数的公式与投入")
            found[year] = OwnFigure(convert(value, fact.unit, unit), year > made.calendar.reference_year)
    return found
