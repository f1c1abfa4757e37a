"""Growth rates, shares and differences as arithmetic on other facts, for readers who want to compute them again."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from reportgen.errors import AddressError
from reportgen.facts.address import Address
from reportgen.facts.fact import FactTable

_CLOSE = 1e-9
_LEADING = 3


@dataclass(frozen=True, slots=True)
class _Form:
    """Arithmetic in words that every spreadsheet reads, with ``{0}`` for the first operand, and as a function."""

    words: str
    compute: Callable[..., float]


_SHARE = _Form("100*{0}/{1}", lambda part, whole: 100 * part / whole)
_GROWTH = _Form("100*({0}/{1}-1)", lambda later, earlier: 100 * (later / earlier - 1))
_MULTIPLE = _Form("{0}/{1}", lambda one, other: one / other)
_INCREASE = _Form("{0}/{1}-1", lambda later, earlier: later / earlier - 1)
_DIFFERENCE = _Form("{0}-{1}", lambda later, earlier: later - earlier)
_SHARE_OF_INCREASE = _Form(
    "100*({0}-{1})/({2}-{3})", lambda a, before_a, b, before_b: 100 * (a - before_a) / (b - before_b)
)
_SHARE_OF_THREE = _Form("100*({0}+{1}+{2})/{3}", lambda a, b, c, whole: 100 * (a + b + c) / whole)

# Metrics found from one other metric in two years: the year, or the last of a range, and the year before, or
# the first of the range.
_OVER_TIME = {
    "nominal_growth": ("value_added", _GROWTH),
    "nominal_growth_direct": ("value_added_direct", _GROWTH),
    "nominal_growth_indirect": ("value_added_indirect", _GROWTH),
    "gdp_nominal_growth": ("gdp", _GROWTH),
    "section_nominal_growth": ("section_value_added", _GROWTH),
    "employment_growth": ("employment", _GROWTH),
    "cumulative_growth": ("value_added", _GROWTH),
    "growth_rate_increase": ("nominal_growth", _INCREASE),
    "value_added_increment": ("value_added", _DIFFERENCE),
    "new_employment": ("employment", _DIFFERENCE),
    "new_employment_direct": ("employment_direct", _DIFFERENCE),
    "new_employment_indirect": ("employment_indirect", _DIFFERENCE),
}
# Metrics that divide one number by another of the same year, each by its metric and scope; "" is the same scope.
_WITHIN_A_YEAR = {
    "gdp_share": (("value_added", ""), ("gdp", ""), _SHARE),
    "share_of_region_gdp": (("value_added", ""), ("gdp", ""), _SHARE),
    "share_of_industry_gdp": (("value_added", ""), ("gdp", ""), _SHARE),
    "share_of_direct": (("value_added", ""), ("value_added", "direct"), _SHARE),
    "share_of_total": (("value_added", ""), ("value_added", "national"), _SHARE),
    "indirect_share_of_total": (("value_added_indirect", ""), ("value_added", ""), _SHARE),
    "share_of_national_employment": (("employment", ""), ("employment", "national"), _SHARE),
    "ratio_indirect_to_direct": (("value_added", "indirect"), ("value_added", "direct"), _MULTIPLE),
}


@dataclass(frozen=True, slots=True)
class Recomputation:
    """A fact as arithmetic on others.

    Attributes:
        words: ``100*({0}/{1}-1)``, to be filled with the cells or the names of the operands.
        operands: the facts that stand for ``{0}``, ``{1}`` and so on.
        value: what it gives, in the unit of the fact.
    """

    words: str
    operands: tuple[Address, ...]
    value: float


def recomputation(address: Address, facts: FactTable) -> Recomputation | None:
    """The arithmetic that gives exactly this fact, or None: there is none, or the fact was found otherwise."""
    found = _over_time(address) or _within_a_year(address) or _over_provinces(address, facts)
    if found is None:
        return None
    form, operands = found
    try:
        value, *values = (facts.get(one).value for one in (address, *operands))
        again = form.compute(*values)
    except (AddressError, ZeroDivisionError):
        return None
    exact = math.isclose(value, again, rel_tol=_CLOSE, abs_tol=_CLOSE)
    return Recomputation(form.words, operands, again) if exact else None


def _over_time(address: Address) -> tuple[_Form, tuple[Address, ...]] | None:
    metric, scope, years = address
    if not years:
        return None
    last, first = years[-1], years[0] if len(years) > 1 else years[0] - 1
    if metric in _OVER_TIME:
        level, form = _OVER_TIME[metric]
        return form, _both(level, scope, last, first)
    if metric == "cagr":
        return _compound(last - first), _both("value_added", scope, last, first)
    if metric == "contribution_to_gdp_growth":
        return _SHARE_OF_INCREASE, (
            *_both("value_added", scope, last, first), *_both("gdp", scope, last, first),
        )  # fmt: skip
    return None


def _within_a_year(address: Address) -> tuple[_Form, tuple[Address, ...]] | None:
    if address.metric not in _WITHIN_A_YEAR:
        return None
    top, bottom, form = _WITHIN_A_YEAR[address.metric]
    parts = (Address(metric, scope or address.scope, address.years) for metric, scope in (top, bottom))
    return form, tuple(parts)


def _over_provinces(address: Address, facts: FactTable) -> tuple[_Form, tuple[Address, ...]] | None:
    """Shares that are taken over all provinces: how many of them, or the leading three together."""
    metric, scope, years = address
    employment = [Address("employment", name, years) for name in facts.vocabulary.scopes_of_kind("province")]
    employment = [one for one in employment if one in facts]
    if metric == "share_of_provinces_above_1000yi" and employment:
        count = len(employment)
        form = _Form(f"100*{{0}}/{count}", lambda above: 100 * above / count)
        return form, (Address("count_value_added_above_1000yi", scope, years),)
    if metric == "leading_three_share_of_employment" and len(employment) >= _LEADING:
        leading = sorted(employment, key=lambda one: -facts.get(one).value)[:_LEADING]
        return _SHARE_OF_THREE, (*leading, Address("employment", "national", years))
    return None


def _compound(intervals: int) -> _Form:
    """The mean yearly growth over this many intervals."""
    return _Form(
        f"100*(({{0}}/{{1}})^(1/{intervals})-1)",
        lambda last, first: 100 * ((last / first) ** (1 / intervals) - 1),
    )


def _both(metric: str, scope: str, last: int, first: int) -> tuple[Address, Address]:
    return Address(metric, scope, (last,)), Address(metric, scope, (first,))
