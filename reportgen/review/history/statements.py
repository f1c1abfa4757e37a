"""What an edition says of one quantity in one year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from reportgen.review.published import PublishedRow
from reportgen.review.rounding import UNITS, intervals_overlap, unit_of_last_place
from reportgen.review.verdict import RELATIONS

# The firmest first: of several printings of one quantity the first relation is taken.
_FIRMNESS = ("=", "~", ">=", ">", "<=")


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure of one edition.

    Attributes:
        edition: the year in the title of the paper.
        metric, scope, year: its address by English names.
        relation: how it is stated, a key of `RELATIONS`.
        value, unit, precision: as printed; `precision` counts the decimals.
        is_forecast: True when the edition calls it a forecast.
        source: where it was found, for people.
        others: the other printings of the edition that exclude this one, ``0.057``.
        implied: how it follows from other figures of the edition; ``""`` when it is printed itself.
    """

    edition: int
    metric: str
    scope: str
    year: int
    relation: str
    value: Decimal
    unit: str
    precision: int
    is_forecast: bool
    source: str
    others: tuple[str, ...] = ()
    implied: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Metric and scope."""
        return self.metric, self.scope

    @property
    def has_size(self) -> bool:
        """True when the value itself is stated, not only a bound of it (超过)."""
        return self.relation in ("=", "~")

    @property
    def printed(self) -> str:
        """The digits with the word for the relation: ``4.10``, ``超过4``."""
        word = "" if self.relation == "=" else RELATIONS[self.relation]
        return f"{word}{self.value:.{self.precision}f}"

    @property
    def half_step(self) -> Decimal:
        """Half a unit of the last place, in the unit of the value."""
        return unit_of_last_place(self.precision) / 2


def statements_of(rows: Iterable[PublishedRow], edition: int) -> list[Statement]:
    """What the full table of one edition says of each quantity and year.

    Of several printings an equality is taken before 约 and 超过, then the one with most decimals, then the
    first; printings of equality that exclude it are kept as `others`. Withheld rows and ranges of years say
    nothing.
    """
    usable = [row for row in rows if row.value is not None and len(row.years) == 1]
    usable.sort(key=lambda row: (row.metric, row.scope, row.years))  # stable: the order of the file remains
    found = groupby(usable, key=lambda row: (row.metric, row.scope, row.years))
    return [_chosen(list(group), edition) for _, group in found]


def _chosen(rows: list[PublishedRow], edition: int) -> Statement:
    best = min(rows, key=lambda row: (_FIRMNESS.index(row.relation), _last_place(row)))
    return Statement(
        edition=edition,
        metric=best.metric,
        scope=best.scope,
        year=best.years[0],
        relation=best.relation,
        value=best.value,
        unit=best.unit,
        precision=best.precision,
        is_forecast=best.is_forecast,
        source=f"{best.id}，{best.where}" if best.where else best.id,
        others=tuple(dict.fromkeys(row.printed for row in rows if _excludes(row, best))),
    )


def _last_place(row: PublishedRow) -> Decimal:
    return unit_of_last_place(row.precision) * UNITS[row.unit][1]


def _excludes(row: PublishedRow, best: PublishedRow) -> bool:
    """Whether two equalities in one unit cannot be the same number."""
    if row.relation != "=" or best.relation != "=" or row.unit != best.unit:
        return False
    half_step = unit_of_last_place(best.precision) / 2
    return not intervals_overlap(row.value, row.precision, best.value, half_step)
