"""A calibration plan for the small project, and "published" values that the model itself has made."""

from __future__ import annotations

from reportgen.experiments.plan import CalibrationPlan
from reportgen.facts.address import Address
from tests.small_estimate import SmallRun

SUBSECTORS = ["39088", "63121", "65124"]
SECTIONS = ("agriculture", "mining", "manufacturing", "construction", "information", "finance", "education")
DOMAINS = ("direct.platform", "direct.network", "direct.data", "direct.security")


def plan() -> CalibrationPlan:
    """Tight targets and a weak prior: what was planted must come out."""
    return CalibrationPlan.model_validate(
        {
            "published": "2022.csv",
            "writes": "calibrated.yaml",
            "growth_as_paper": {"year": 2020, "printed_year": 2021, "sections": ["sector.education"]},
            "correlation": {
                "prior": 0.3,
                "prior_weight": 1e-4,
                "starts": 1,
                "spread_priors": [],
                "spread_weight": 1e-4,
                "subsectors": SUBSECTORS,
            },
            "multiplier": {
                "calibrated": [2018, 2019, 2020],
                "fixed": {2021: 1.0, 2022: 1.0},
                "prior": 1.0,
                "prior_weight": 1e-4,
            },
            "targets": [
                target("value_added", "direct", "2017", parts=list(DOMAINS)),
                target("cumulative_growth", "national", "2017-2021", "points"),
                target("share_of_total", "industry.tertiary", "2021", "points"),
                target("gdp_share", "national", "2020", "points"),
                *(target("value_added", "national", str(year)) for year in (2018, 2019, 2020)),
                *(target("value_added", f"sector.{name}", "2017") for name in SECTIONS),
            ],
            "domains": {"year": 2021, "prior": {code: dict.fromkeys(DOMAINS, 0.25) for code in SUBSECTORS}},
            "provinces": {
                "prior_weight": 1e-3,
                "prior": {
                    "sector.manufacturing": {"industry.secondary": 0.5, "manufacturing_employment": 0.5},
                    "sector.information": {"software_revenue": 1.0},
                },
                "targets": [target("value_added_direct", "province.beijing", "2021")],
            },
        }
    )


def target(
    metric: str, scope: str, year: str, kind: str = "relative", parts: list[str] | None = None
) -> dict[str, object]:
    """One target to be met within a ten-thousandth."""
    return {
        "metric": metric,
        "scope": scope,
        "year": year,
        "kind": kind,
        "tolerance": 1e-4,
        "parts": parts or [],
    }


def published(small: SmallRun) -> dict[Address, float]:
    """Every fact of the small project as if it had been printed, unrounded."""
    return {fact.address: fact.value for fact in small.estimate.facts}
