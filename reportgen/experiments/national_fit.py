"""Correlation coefficients and annual multipliers from the published national and sectional values."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from reportgen.estimation.estimate import method
from reportgen.estimation.growth import cumulative_growth, nominal_growth
from reportgen.estimation.shares import gdp_share, share_of_total
from reportgen.experiments.fitting import DIGITS, Fit, Spread, as_ingredients, fit, logistic, logit
from reportgen.experiments.plan import CalibrationPlan
from reportgen.facts.address import Address
from reportgen.facts.ingredient import Ingredient

_SECTIONS = ("sectoral_value_added_direct", "sectoral_value_added_indirect")
_INDUSTRIES = ("industrial_value_added_direct", "industrial_value_added_indirect")


def fit_correlation(
    ingredients: dict[str, Ingredient], plan: CalibrationPlan, published: Mapping[Address, float]
) -> tuple[pd.Series, pd.Series, Spread]:
    """S_k and mu, and the spread of S_k over fits from other priors; all rounded to `DIGITS`."""
    ask, mu = plan.correlation, plan.multiplier
    model = NationalModel(ingredients, plan)
    wanted = [target.published(published) for target in plan.targets]

    def misfit(theta: np.ndarray) -> np.ndarray:
        tables = model.tables(*model.unpack(theta))
        return np.array(
            [t.residual(t.computed(tables), w) for t, w in zip(plan.targets, wanted, strict=True)]
        )

    def fit_from(prior: float, weight: float, starts: int, first: np.ndarray | None = None) -> Fit:
        centre = np.r_[
            np.full(len(ask.subsectors), logit(prior)), np.full(len(mu.calibrated), np.log(mu.prior))
        ]
        strength = np.r_[np.full(len(ask.subsectors), weight), np.full(len(mu.calibrated), mu.prior_weight)]
        return fit(misfit, centre, strength, starts, first)

    best = fit_from(ask.prior, ask.prior_weight, ask.starts)
    others = [fit_from(prior, ask.spread_weight, 1, best.theta) for prior in ask.spread_priors]
    spread = Spread.over(*(model.unpack(one.theta)[0] for one in (best, *others)))
    correlation, multiplier = model.unpack(best.theta)
    return correlation.round(DIGITS), multiplier.round(DIGITS), spread


class NationalModel:
    """The national part of the graph, ready to be run with other S_k and mu."""

    def __init__(self, ingredients: dict[str, Ingredient], plan: CalibrationPlan) -> None:
        self.plan = plan
        first = plan.correlation.subsectors
        start = as_ingredients(
            calibrated_correlation_coefficient=pd.Series(plan.correlation.prior, index=first),
            calibrated_annual_multiplier=pd.Series(
                {**dict.fromkeys(plan.multiplier.calibrated, 1.0), **plan.multiplier.fixed}
            ),
        )
        self.ingredients = ingredients | start
        graph = method()
        wanted = [*_SECTIONS, *_INDUSTRIES]
        above = {name for one in wanted for name in graph.upstream(one) if name in graph.functions}
        moving = {"calibrated_correlation_coefficient", "calibrated_annual_multiplier"}
        self.fixed = graph.run(
            self.ingredients, [name for name in above if not graph.upstream(name) & moving]
        )
        self.gdp = graph.run(self.ingredients, ["national_gdp"])["national_gdp"]

    def unpack(self, theta: np.ndarray) -> tuple[pd.Series, pd.Series]:
        """S_k and mu from the unbounded vector that the optimiser moves."""
        first, years = self.plan.correlation.subsectors, self.plan.multiplier.calibrated
        S = pd.Series(logistic(theta[: len(first)]), index=first)
        fitted = dict(zip(years, np.exp(theta[len(first) :]), strict=True))
        return S, pd.Series({**fitted, **self.plan.multiplier.fixed})

    def tables(self, S: pd.Series, mu: pd.Series) -> dict[str, pd.DataFrame]:
        """The published kinds of quantity, for nation, sections and industries."""
        changed = {"calibrated_correlation_coefficient": S, "calibrated_annual_multiplier": mu}
        run = method().run(self.ingredients, [*_SECTIONS, *_INDUSTRIES], self.fixed | changed)
        direct, indirect = (pd.concat([run[_INDUSTRIES[i]], run[_SECTIONS[i]]]) for i in (0, 1))
        nation = {name: run[_SECTIONS[i]].sum() for i, name in enumerate(("direct", "indirect"))}
        parts = pd.DataFrame(nation).T
        value_added = pd.concat([parts.sum().to_frame("national").T, parts, direct + indirect])
        first, last = value_added.columns[0], value_added.columns[-1 - 1]
        return {
            "value_added": value_added,
            "nominal_growth": nominal_growth(value_added),
            "cumulative_growth": cumulative_growth(value_added, first, last),
            "gdp_share": gdp_share(value_added, self.gdp),
            "share_of_total": share_of_total(value_added),
        }
