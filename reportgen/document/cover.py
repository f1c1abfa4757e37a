"""What the cover draws: the growth of the national total, year by year and province by province."""

from __future__ import annotations

import itertools

from reportgen.document.document import CoverBar
from reportgen.facts.reader import Reader

_METRIC, _KIND = "value_added", "province"


def cover_bars(reader: Reader) -> tuple[CoverBar, ...]:
    """The bars of the cover; none when the edition has no provinces.

    The first bar is the sum of the provinces in the first year. Each following bar adds the change of
    one province over one year, the largest change of the year first, so that the last bar of each year
    is the total of that year.
    """
    cover = reader.at("封面")
    years = reader.calendar.years
    provinces = set(reader.facts.vocabulary.scopes_of_kind(_KIND))
    values = {
        year: {
            fact.address.scope: cover.read(fact.address).value
            for fact in reader.facts
            if fact.address.metric == _METRIC
            and fact.address.years == (year,)
            and fact.address.scope in provinces
        }
        for year in years
    }
    level = sum(values[years[0]].values())
    bars = [CoverBar(level, forecast=False, marked=False)] if values[years[0]] else []
    for before, year in itertools.pairwise(years):
        changes = [value - values[before].get(scope, 0) for scope, value in values[year].items()]
        for index, change in enumerate(sorted(changes, reverse=True), start=1):
            level += change
            complete = index == len(changes) and year == reader.calendar.reference_year
            bars.append(CoverBar(level, year == reader.calendar.forecast_year, complete))
    return tuple(bars)
