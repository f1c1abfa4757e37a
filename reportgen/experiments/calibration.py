"""Fit the coefficients that the paper did not publish to the values that it did.

In: the inputs of an edition, a plan, the published values. Out: coefficients, residuals, spread.
The model that is fitted is the graph of the method itself, run with other ingredients:

1. 2020 growth of some sections, from their printed growth of 2021 (closed form);
2. correlation coefficients S_k and annual multipliers, regularised least squares;
3. allocation of subsectors to the four domains, by raking a prior to the printed shares;
4. weights of the provincial activity keys, regularised least squares.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from reportgen.errors import ParameterError
from reportgen.estimation.estimate import method
from reportgen.estimation.growth import cumulative_growth, nominal_growth
from reportgen.estimation.iomath import biproportional
from reportgen.estimation.shares import gdp_share, share_of_total
from reportgen.experiments.fitting import Fit, fit, logistic, logit
from reportgen.experiments.plan import CalibrationPlan, Target
from reportgen.facts.address import Address
from reportgen.facts.ingredient import Ingredient
from reportgen.facts.status import Status

_SECTIONS = ("sectoral_value_added_direct", "sectoral_value_added_indirect")
_INDUSTRIES = ("industrial_value_added_direct", "industrial_value_added_indirect")
_PROVINCES = ("value_added_direct", "value_added", "share_of_region_gdp")
_DIGITS = 6


@dataclass(frozen=True)
class Calibration:
    """The fitted coefficients and how well they meet their targets.

    Attributes:
        growth_as_paper: section x year, per cent.
        correlation: S_k by subsector.
        spread: lowest and highest S_k among fits from other priors that meet the targets about as well.
        multiplier: mu by year.
        domains: subsector x domain.
        weights: section x activity key.
        residuals: target, published, computed and deviation, one row each.
    """

    growth_as_paper: pd.DataFrame
    correlation: pd.Series
    spread: pd.DataFrame
    multiplier: pd.Series
    domains: pd.DataFrame
    weights: pd.DataFrame
    residuals: pd.DataFrame


def calibrate(
    ingredients: Mapping[str, Ingredient],
    plan: CalibrationPlan,
    published: Mapping[Address, float],
    progress: Callable[[int, int, str], None],
) -> Calibration:
    """Fit everything the plan names; the same inputs give the same result.

    Args:
        ingredients: inputs of the edition; the fitted ones among them are replaced.
        published: visible published values in 亿元 or per cent.
        progress: called with step, number of steps and name.

    Raises:
        ParameterError: a target has no published value, or the plan and the edition do not match.
    """
    progress(1, 4, "反推当年增速")
    growth = growth_as_paper(ingredients, plan, published)
    inputs = dict(ingredients) | _as_ingredients(section_growth_as_paper=growth)
    progress(2, 4, "拟合相关系数与年度乘子")
    correlation, multiplier, spread = _fit_correlation(inputs, plan, published)
    inputs |= _as_ingredients(
        calibrated_correlation_coefficient=correlation, calibrated_annual_multiplier=multiplier
    )
    progress(3, 4, "调整四领域分配")
    domains = rake_domains(inputs, plan, published)
    inputs |= _as_ingredients(domain_allocation=domains)
    progress(4, 4, "拟合分省权数")
    weights = _fit_weights(inputs, plan, published)
    inputs |= _as_ingredients(activity_key_weights=weights)
    residuals = _residuals(inputs, plan, published)
    return Calibration(growth, correlation, spread, multiplier, domains, weights, residuals)


def growth_as_paper(
    ingredients: Mapping[str, Ingredient], plan: CalibrationPlan, published: Mapping[Address, float]
) -> pd.DataFrame:
    """Growth of `year`, such that the mean over the extrapolation window is the printed growth of the next year."""
    ask = plan.growth_as_paper
    window = int(ingredients["forecast_window"].value)  # type: ignore[call-overload]
    table: pd.DataFrame = ingredients["published_section_value_added"].value  # type: ignore[assignment]
    observed = (table / table.shift(1, axis="columns") - 1) * 100
    found = {}
    for section in ask.sections:
        address = Address("nominal_growth", section, (ask.printed_year,))
        if address not in published:
            raise ParameterError(f"没有印出的增速：{address.english}", remedy="从校准方案的 growth_as_paper 中删去该行业")
        earlier = observed.loc[section, ask.year - window + 1 : ask.year - 1]
        found[section] = round(window * published[address] - earlier.sum(), _DIGITS)
    return pd.DataFrame({ask.year: found})


def rake_domains(
    ingredients: Mapping[str, Ingredient], plan: CalibrationPlan, published: Mapping[Address, float]
) -> pd.DataFrame:
    """The allocation nearest to the prior (in relative entropy) that meets the printed domain values."""
    prior = pd.DataFrame(plan.domains.prior).T
    run = method().run(ingredients, ["subsector_value_added_direct", "sectoral_value_added_direct"])
    amounts: pd.Series = run["subsector_value_added_direct"].loc[prior.index]
    section = ingredients["sector_section"].value.loc[prior.index]
    scale = run["sectoral_value_added_direct"][plan.domains.year] / amounts.groupby(section).sum()
    rows = amounts * section.map(scale)
    printed = pd.Series({domain: published[Address("value_added", domain, (plan.domains.year,))] for domain in prior})
    columns = printed / printed.sum() * rows.sum()
    table = biproportional(prior.mul(rows, axis="index"), rows, columns, 1e-12, 10_000)
    return table.div(table.sum(axis="columns"), axis="index").round(_DIGITS)


def _fit_correlation(
    ingredients: dict[str, Ingredient], plan: CalibrationPlan, published: Mapping[Address, float]
) -> tuple[pd.Series, pd.Series, pd.DataFrame]:
    ask, mu = plan.correlation, plan.multiplier
    model = _NationalModel(ingredients, plan)
    wanted = [target.published(published) for target in plan.targets]

    def misfit(theta: np.ndarray) -> np.ndarray:
        tables = model.tables(*model.unpack(theta))
        return np.array(
            [t.residual(t.computed(tables), w) for t, w in zip(plan.targets, wanted, strict=True)]
        )

    def fit_from(prior: float, weight: float, starts: int) -> Fit:
        centre = np.r_[np.full(len(ask.subsectors), logit(prior)), np.full(len(mu.calibrated), np.log(mu.prior))]
        strength = np.r_[np.full(len(ask.subsectors), weight), np.full(len(mu.calibrated), mu.prior_weight)]
        return fit(misfit, centre, strength, starts)

    best = fit_from(ask.prior, ask.prior_weight, ask.starts)
    others = [fit_from(prior, ask.spread_weight, 1) for prior in ask.spread_priors]
    fits = [model.unpack(one.theta)[0] for one in (best, *others)]
    spread = pd.DataFrame({"low": pd.concat(fits, axis=1).min(axis=1), "high": pd.concat(fits, axis=1).max(axis=1)})
    correlation, multiplier = model.unpack(best.theta)
    return correlation.round(_DIGITS), multiplier.round(_DIGITS), spread.round(_DIGITS)


class _NationalModel:
    """The national part of the graph, ready to be run with other S_k and mu."""

    def __init__(self, ingredients: dict[str, Ingredient], plan: CalibrationPlan) -> None:
        self.plan = plan
        first = plan.correlation.subsectors
        start = _as_ingredients(
            calibrated_correlation_coefficient=pd.Series(plan.correlation.prior, index=first),
            calibrated_annual_multiplier=pd.Series({**dict.fromkeys(plan.multiplier.calibrated, 1.0), **plan.multiplier.fixed}),
        )
        self.ingredients = ingredients | start
        graph = method()
        wanted = [*_SECTIONS, *_INDUSTRIES]
        above = {name for one in wanted for name in graph.upstream(one) if name in graph.functions}
        moving = {"calibrated_correlation_coefficient", "calibrated_annual_multiplier"}
        self.fixed = graph.run(self.ingredients, [name for name in above if not graph.upstream(name) & moving])
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


def _fit_weights(
    ingredients: dict[str, Ingredient], plan: CalibrationPlan, published: Mapping[Address, float]
) -> pd.DataFrame:
    prior = pd.DataFrame(plan.provinces.prior).T
    filled = prior.notna().to_numpy()
    centre = np.log(prior.to_numpy()[filled])
    targets = plan.provinces.targets
    wanted = [target.published(published) for target in targets]
    fixed = _unmoved(ingredients | _as_ingredients(activity_key_weights=prior), "activity_key_weights")

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
    return weights(best.theta).round(_DIGITS)


def _unmoved(ingredients: Mapping[str, Ingredient], moving: str) -> dict[str, object]:
    graph = method()
    above = {name for one in _PROVINCES for name in graph.upstream(one) if name in graph.functions}
    return graph.run(ingredients, [name for name in above if moving not in graph.upstream(name)])


def _residuals(
    ingredients: Mapping[str, Ingredient], plan: CalibrationPlan, published: Mapping[Address, float]
) -> pd.DataFrame:
    targets = [*plan.targets, *plan.provinces.targets]
    tables = method().run(ingredients, sorted({target.metric for target in targets}))
    rows = [_row(target, target.published(published), target.computed(tables)) for target in targets]
    return pd.DataFrame(rows)


def _row(target: Target, published: float, computed: float) -> dict[str, object]:
    return {
        "address": target.address.english,
        "published": published,
        "computed": computed,
        "kind": target.kind,
        "deviation": target.residual(computed, published) * target.tolerance,
    }


def _as_ingredients(**values: object) -> dict[str, Ingredient]:
    return {name: replace(Ingredient(name, value, name), status=Status.校准) for name, value in values.items()}
