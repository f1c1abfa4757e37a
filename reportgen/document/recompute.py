"""Growth rates and shares as ratios of two other facts, for readers who want to compute them again."""

from __future__ import annotations

import math
from dataclasses import dataclass

from reportgen.errors import AddressError
from reportgen.facts.address import Address
from reportgen.facts.fact import FactTable

_PER_CENT = 100
_CLOSE = 1e-9
_GROWTH = {
    "nominal_growth": "value_added",
    "nominal_growth_direct": "value_added_direct",
    "nominal_growth_indirect": "value_added_indirect",
    "gdp_nominal_growth": "gdp",
    "section_nominal_growth": "section_value_added",
    "employment_growth": "employment",
    "cumulative_growth": "value_added",
}
_SHARE = {  # what is divided by what; the scope of the divisor where it is not the same
    "gdp_share": ("value_added", "gdp", ""),
    "share_of_region_gdp": ("value_added", "gdp", ""),
    "share_of_industry_gdp": ("value_added", "gdp", ""),
    "share_of_direct": ("value_added", "value_added", "direct"),
    "share_of_total": ("value_added", "value_added", "national"),
    "indirect_share_of_total": ("value_added_indirect", "value_added", ""),
    "share_of_national_employment": ("employment", "employment", "national"),
}


@dataclass(frozen=True, slots=True)
class Ratio:
    """A fact in per cent as ``top / bottom``, less 1 when it is a growth."""

    top: Address
    bottom: Address
    growth: bool


def ratio_of(address: Address, facts: FactTable) -> Ratio | None:
    """The ratio that gives exactly this fact, or None: there is none, or the fact was found otherwise."""
    ratio = _ratio(address)
    if ratio is None:
        return None
    try:
        value, top, bottom = (facts.get(one).value for one in (address, ratio.top, ratio.bottom))
    except AddressError:
        return None
    again = _PER_CENT * (top / bottom - ratio.growth) if bottom else math.nan
    return ratio if math.isclose(value, again, rel_tol=_CLOSE, abs_tol=_CLOSE) else None


def _ratio(address: Address) -> Ratio | None:
    metric, scope, years = address
    if metric in _GROWTH and years:
        last, first = years[-1], years[0] if len(years) > 1 else years[0] - 1
        level = _GROWTH[metric]
        return Ratio(Address(level, scope, (last,)), Address(level, scope, (first,)), growth=True)
    if metric in _SHARE:
        top, bottom, whole = _SHARE[metric]
        return Ratio(Address(top, scope, years), Address(bottom, whole or scope, years), growth=False)
    return None
