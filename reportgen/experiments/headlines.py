"""The numbers whose sensitivity is reported: the headlines, and the structure that the paper speaks of."""

from __future__ import annotations

from reportgen.facts.address import Address, Calendar
from reportgen.facts.headlines import OF_FORECAST_YEAR, OF_REFERENCE_YEAR

_STRUCTURE = (
    ("share_of_total", "industry.tertiary"),
    ("share_of_direct", "direct.platform"),
    ("share_of_direct", "direct.network"),
    ("share_of_direct", "direct.data"),
    ("share_of_direct", "direct.security"),
    ("leading_three_share_of_employment", "national.provinces"),
)


def headlines(calendar: Calendar) -> tuple[Address, ...]:
    """The addresses of an edition: the reference year, the growth since the first year, the forecast."""
    reference, forecast = calendar.reference_year, calendar.forecast_year
    first = calendar.first_year
    return (
        *(Address(metric, scope, (reference,)) for metric, scope in (*OF_REFERENCE_YEAR, *_STRUCTURE)),
        Address("cumulative_growth", "national", (first, reference)),
        *(Address(metric, scope, (forecast,)) for metric, scope in OF_FORECAST_YEAR),
    )
