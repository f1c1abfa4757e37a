"""Weights of the provincial activity keys from the published provincial values."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from reportgen.estimation.estimate import method
from reportgen.experiments.fitting import DIGITS, as_ingredients, fit
from reportgen.experiments.plan import CalibrationPlan
from reportgen.facts.address import Address
from reportgen.facts.ingredient import Ingredient

_PROVINCES = ("value_added_direct", "value_added", "share_of_region_gdp")


def fit_weights(
    ingredients: dict[str, Ingredient], plan: CalibrationPlan, published: Mapping[Address, float]
) -> pd.DataFrame:
    """Weights of the activity keys by section, summing to 1, rounded to `DIGITS`."""
    prior = pd.DataFrame(plan.provinces.prior).T
    filled = prior.notna().to_numpy()
    centre = np.log(prior.to_numpy()[filled])
    targets = plan.provinces.targets
    wanted = [target.published(published) for target in targets]
    fixed = _unmoved(ingredients | as_ingredients(activity_key_weights=prior), "activity_key_weights")

    def weights(theta: np.ndarray) -> pd.DataFrame:
        table = prior.copy()
        values = np.full(prior.shape, np.nan)
        values[filled] = np.exp(theta)
        table[:] = values
        return table.div(table.sum(axis="columns"), axis="index")

    def misfit(theta: np.ndarray) -> np.ndarray:
        run = method().run(ingredients, _PROVINCES, fixed | {"activity_key_weights": weights(theta)})
        return np.array([t.residual(t.computed(run), w) for t, w in zip(targets, wanted, strict=True)])

    best = fit(misfit, centre, np.full(len(centre), plan.provinces.prior_weight), 1)
    return weights(best.theta).round(DIGITS)


def _unmoved(ingredients: Mapping[str, Ingredient], moving: str) -> dict[str, object]:
    graph = method()
    above = {name for one in _PROVINCES for name in graph.upstream(one) if name in graph.functions}
    return graph.run(ingredients, [name for name in above if moving not in graph.upstream(name)])
