"""The headline numbers of two editions side by side, whether they differ or not."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.facts.address import Address
from reportgen.facts.fact import Fact
from reportgen.facts.headlines import OF_REFERENCE_YEAR
from reportgen.review.change import View
from reportgen.review.change_words import amount, fixed, usual_decimals
from reportgen.review.changes import Comparison
from reportgen.review.changes_pairs import common_years, years_on
from reportgen.review.same_value import same_value
from reportgen.review.snapshot import Snapshot


@dataclass(frozen=True)
class Headline:
    """One headline: name with years, both values and their difference as text, whether it differs."""

    view: View
    label: str
    before: str
    after: str
    difference: str
    differs: bool


def headlines(comparison: Comparison) -> tuple[Headline, ...]:
    """The latest year of both that a side has statistics for, forecasts that differ; then this year beside last."""
    old, new = comparison.before, comparison.after
    known = max(old.calendar.reference_year, new.calendar.reference_year)
    latest = max((year for year in common_years(old, new) if year <= known), default=known)
    found = []
    for year in common_years(old, new):
        rows = (_headline(View.修订, old, new, one, one) for one in _addresses(year))
        found += [row for row in rows if row and (year == latest or (year > latest and row.differs))]
    for address in () if comparison.of_one_year else _addresses(old.calendar.reference_year):
        later = years_on(address, old.calendar, new.calendar)
        found.append(_headline(View.顺延, old, new, address, later))
    return tuple(one for one in found if one)


def _addresses(year: int) -> tuple[Address, ...]:
    return tuple(Address(metric, scope, (year,)) for metric, scope in OF_REFERENCE_YEAR)


def _headline(view: View, old: Snapshot, new: Snapshot, address: Address, later: Address) -> Headline | None:
    before = old.facts.get(address) if address in old.facts else None
    after = new.facts.get(later) if later in new.facts else None
    fact = after or before
    if fact is None:
        return None
    names = new.facts.vocabulary
    decimals = usual_decimals(fact, names)
    years = address.year_text if address == later else f"{address.year_text}→{later.year_text}"
    label = f"{names.chinese(address._replace(years=()))}[{years}]"
    differs = not (before and after) or not same_value(before.value, after.value)
    return Headline(
        view,
        label,
        amount(before, decimals),
        amount(after, decimals),
        _moved(before, after, decimals),
        differs,
    )


def _moved(before: Fact | None, after: Fact | None, decimals: int) -> str:
    """``+1.06%`` for an amount, ``+0.05个百分点`` for a percentage; ``0`` for what is the same."""
    if before is None or after is None or before.unit != after.unit:
        return ""
    if same_value(before.value, after.value):
        return "不变"
    if after.unit == "%" or not before.value or before.value * after.value < 0:
        text = fixed(after.value - before.value, decimals)
        unit = "个百分点" if after.unit == "%" else after.unit
    else:
        text, unit = fixed((after.value / before.value - 1) * 100, 2), "%"
    return f"{'' if text.startswith('-') else '+'}{text}{unit}"
