"""The numbers of the paper that readers remember, in one place, by metric and scope."""

from __future__ import annotations

OF_REFERENCE_YEAR = (
    ("value_added", "national"),
    ("gdp_share", "national"),
    ("nominal_growth", "national"),
    ("value_added", "direct"),
    ("nominal_growth", "direct"),
    ("value_added", "indirect"),
    ("nominal_growth", "indirect"),
    ("employment", "national"),
    ("new_employment", "national"),
)
OF_FORECAST_YEAR = (
    ("value_added", "national"),
    ("gdp_share", "national"),
    ("nominal_growth", "national"),
    ("employment", "national"),
)
