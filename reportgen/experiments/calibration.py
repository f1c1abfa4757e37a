"""Fit the coefficients that the paper did not publish to the values that it did.

In: the inputs of an edition, a plan, the published values. Out: coefficients, residuals, spread.
The model that is fitted is the graph of the method itself, run with other ingredients:

1. 2020 growth of some sections, from their printed growth of 2021 (closed form);
2. correlation coefficients S_k and annual multipliers, regularised least squares;
3. allocation of subsectors to the four domains, by raking a prior to the printed shares;
4. weights of the provincial activity keys, regularised least squares.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from reportgen.errors import ParameterError, nearest
from reportgen.estimation.estimate import method
from reportgen.estimation.iomath import biproportional
from reportgen.experiments.fitting import DIGITS, Spread, as_ingredients
from reportgen.experiments.national_fit import fit_correlation
from reportgen.experiments.plan import CalibrationPlan, Target
from reportgen.experiments.provincial_fit import fit_weights
from reportgen.facts.address import Address
from reportgen.facts.declaration import PER_CENT
from reportgen.facts.ingredient import Ingredient

_RAKING_TOLERANCE, _RAKING_ITERATIONS = 1e-12, 10_000


@dataclass(frozen=True)
class Calibration:
    """The fitted coefficients and how well they meet their targets.

    Attributes:
        growth_as_paper: section x year, per cent.
        correlation: S_k by subsector.
        spread: by name of the parameter, how uncertain its numbers are. S_k: fits from other priors that meet the
            targets about as well; mu: from the fit to the production function; growth: from the inferred to the
            yearbook's, where there is one; domains and weights: from the prior to the fit.
        multiplier: mu by year.
        domains: subsector x domain.
        weights: section x activity key.
        residuals: target, published, computed and deviation, one row each.
    """

    growth_as_paper: pd.DataFrame
    correlation: pd.Series
    spread: Mapping[str, Spread]
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
    inputs = dict(ingredients) | as_ingredients(section_growth_as_paper=growth)
    progress(2, 4, "拟合相关系数与年度乘子")
    correlation, multiplier, other_fits = fit_correlation(inputs, plan, published)
    inputs |= as_ingredients(
        calibrated_correlation_coefficient=correlation, calibrated_annual_multiplier=multiplier
    )
    progress(3, 4, "调整四领域分配")
    domains = rake_domains(inputs, plan, published)
    inputs |= as_ingredients(domain_allocation=domains)
    progress(4, 4, "拟合分省权数")
    weights = fit_weights(inputs, plan, published)
    inputs |= as_ingredients(activity_key_weights=weights)
    residuals = _residuals(inputs, plan, published)
    production = method().run(inputs, ["fitted_multiplier"])["fitted_multiplier"].loc["national"]
    spread = {
        "calibrated_correlation_coefficient": other_fits,
        "calibrated_annual_multiplier": Spread.over(multiplier, production.reindex_like(multiplier)),
        "section_growth_as_paper": Spread.over(growth, _observed_growth(ingredients).reindex_like(growth)),
        "domain_allocation": Spread.over(domains, _shares(plan.domains.prior).reindex_like(domains)),
        "activity_key_weights": Spread.over(weights, _shares(plan.provinces.prior).reindex_like(weights)),
    }
    return Calibration(growth, correlation, spread, multiplier, domains, weights, residuals)


def growth_as_paper(
    ingredients: Mapping[str, Ingredient], plan: CalibrationPlan, published: Mapping[Address, float]
) -> pd.DataFrame:
    """Growth of `year`, such that the mean over the extrapolation window is the printed growth of the next year."""
    ask = plan.growth_as_paper
    window = int(ingredients["forecast_window"].value)  # type: ignore[call-overload]
    observed = _observed_growth(ingredients)
    found = {}
    for section in ask.sections:
        address = Address("nominal_growth", section, (ask.printed_year,))
        if address not in published:
            raise ParameterError(
                f"没有印出的增速：{address.english}", remedy="从校准方案的 growth_as_paper 中删去该行业"
            )
        earlier = observed.loc[section, ask.year - window + 1 : ask.year - 1]
        found[section] = round(window * published[address] - earlier.sum(), DIGITS)
    return pd.DataFrame({ask.year: found})


def _observed_growth(ingredients: Mapping[str, Ingredient]) -> pd.DataFrame:
    """Growth of the published value added, section x year, per cent."""
    table: pd.DataFrame = ingredients["published_section_value_added"].value  # type: ignore[assignment]
    return (table / table.shift(1, axis="columns") - 1) * PER_CENT


def _shares(prior: Mapping[str, Mapping[str, float]]) -> pd.DataFrame:
    """A prior as a table whose rows sum to one."""
    table = pd.DataFrame(prior).T
    return table.div(table.sum(axis="columns"), axis="index")


def rake_domains(
    ingredients: Mapping[str, Ingredient], plan: CalibrationPlan, published: Mapping[Address, float]
) -> pd.DataFrame:
    """The allocation nearest to the prior (in relative entropy) that meets the printed domain values."""
    prior = pd.DataFrame(plan.domains.prior).T
    run = method().run(ingredients, ["subsector_value_added_direct", "sectoral_value_added_direct"])
    direct = run["subsector_value_added_direct"]
    year = plan.domains.year
    printed_domains = {a.scope for a in published if (a.metric, a.years) == ("value_added", (year,))}
    _expect_known("子行业", prior.index, direct.index)
    _expect_known("领域", prior.columns, printed_domains)
    _expect_known("年份", [year], run["sectoral_value_added_direct"].columns)
    amounts: pd.Series = direct.loc[prior.index]
    section = ingredients["sector_section"].value.loc[prior.index]
    scale = run["sectoral_value_added_direct"][year] / amounts.groupby(section).sum()
    rows = amounts * section.map(scale)
    printed = pd.Series({domain: published[Address("value_added", domain, (year,))] for domain in prior})
    columns = printed / printed.sum() * rows.sum()
    table = biproportional(
        prior.mul(rows, axis="index"), rows, columns, _RAKING_TOLERANCE, _RAKING_ITERATIONS
    )
    return table.div(table.sum(axis="columns"), axis="index").round(DIGITS)


def _expect_known(what: str, names: Iterable[object], known: Iterable[object]) -> None:
    """Refuse names in ``domains`` of the plan that the edition or the published file does not have."""
    listed = [str(one) for one in known]
    wrong = [str(name) for name in names if str(name) not in listed]
    if wrong:
        raise ParameterError(
            f"校准方案的 domains：没有{what}“{wrong[0]}”，或该年没有印出的数",
            remedy=nearest(wrong[0], listed) or f"可用：{'、'.join(sorted(listed)) or '无'}",
        )


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
