"""The headlines of the paper, in one place: the numbers whose sensitivity is reported."""

from __future__ import annotations

from reportgen.facts.address import Address, Calendar

_REFERENCE = (
    ("value_added", "national"),
    ("gdp_share", "national"),
    ("nominal_growth", "national"),
    ("value_added", "direct"),
    ("value_added", "indirect"),
    ("share_of_total", "industry.tertiary"),
    ("share_of_direct", "direct.platform"),
    ("share_of_direct", "direct.network"),
    ("share_of_direct", "direct.data"),
    ("share_of_direct", "direct.security"),
    ("employment", "national"),
    ("new_employment", "national"),
    ("leading_three_share_of_employment", "national.provinces"),
)
_FORECAST = (
    ("value_added", "national"),
    ("gdp_share", "national"),
    ("nominal_growth", "national"),
    ("employment", "national"),
)


def headlines(calendar: Calendar) -> tuple[Address, ...]:
    """The addresses of an edition: the reference year, the growth since the first year, the forecast."""
    reference, forecast = calendar.reference_year, calendar.forecast_year
    first = calendar.first_year
    return (
        *(Address(metric, scope, (reference,)) for metric, scope in _REFERENCE),
        Address("cumulative_growth", "national", (first, reference)),
        *(Address(metric, scope, (forecast,)) for metric, scope in _FORECAST),
    )
