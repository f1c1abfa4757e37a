"""What was planted comes out: published values made by the model itself give its coefficients back."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from reportgen.errors import EstimationError, ParameterError
from reportgen.estimation.estimate import method
from reportgen.experiments.calibration import Calibration, calibrate, growth_as_paper, rake_domains
from reportgen.experiments.plan import Target
from reportgen.facts.address import Address
from tests.experiments.planted import DOMAINS, SUBSECTORS, plan, published
from tests.small_estimate import SmallRun, changed

STEPS = ["反推当年增速", "拟合相关系数与年度乘子", "调整四领域分配", "拟合分省权数"]


@pytest.fixture(scope="module")
def steps() -> list[tuple[int, int, str]]:
    return []


def calibrated(small: SmallRun, steps: list[tuple[int, int, str]]) -> Calibration:
    """A calibration that starts from other coefficients than the planted ones."""
    wrong = small.ingredients["calibrated_correlation_coefficient"].value * 0 + 0.5
    start = changed(small.ingredients, calibrated_correlation_coefficient=wrong)
    return calibrate(start, plan(), published(small), lambda *step: steps.append(step))


@pytest.fixture(scope="module")
def result(small: SmallRun, steps: list[tuple[int, int, str]]) -> Calibration:
    return calibrated(small, steps)


def test_correlation_and_multiplier_are_recovered(result: Calibration) -> None:
    np.testing.assert_allclose(result.correlation[SUBSECTORS], [0.25, 0.4, 0.6], atol=2e-6)
    np.testing.assert_allclose(result.multiplier[[2018, 2019, 2020]], [1.08, 1.02, 1.05], atol=2e-6)
    assert result.multiplier[[2021, 2022]].tolist() == [1, 1]


def test_growth_of_the_paper_is_recovered(result: Calibration) -> None:
    assert result.growth_as_paper.loc["sector.education", 2020] == pytest.approx(12.5, abs=1e-6)


def test_weights_of_the_activity_keys_are_recovered(result: Calibration) -> None:
    """北京 holds 35 % of the second industry and 60 % of the employment: its direct value added tells the mixture."""
    assert result.weights.loc["sector.manufacturing", "manufacturing_employment"] == pytest.approx(
        0.6, abs=2e-3
    )
    np.testing.assert_allclose(result.weights.sum(axis="columns"), 1, atol=2e-6)


def test_residuals_are_those_of_the_coefficients(result: Calibration) -> None:
    targets = [*plan().targets, *plan().provinces.targets]
    assert list(result.residuals["address"]) == [one.address.english for one in targets]
    np.testing.assert_allclose(result.residuals["computed"], result.residuals["published"], rtol=1e-5)
    assert result.residuals["deviation"].abs().max() < 1e-4


def test_without_other_priors_there_is_no_spread(result: Calibration) -> None:
    spread = result.spread["calibrated_correlation_coefficient"]
    np.testing.assert_array_equal(spread.low, result.correlation)
    np.testing.assert_array_equal(spread.high, result.correlation)


def test_what_is_not_fitted_by_other_priors_is_spread_to_what_it_could_be(
    result: Calibration, small: SmallRun
) -> None:
    """Growth of education was 10 per cent in the yearbook; the prior of all domains was a quarter."""
    growth, domains = result.spread["section_growth_as_paper"], result.spread["domain_allocation"]
    assert growth.low.loc["sector.education", 2020] == pytest.approx(10, abs=0.01)
    assert growth.high.loc["sector.education", 2020] == pytest.approx(12.5, abs=1e-6)
    pd.testing.assert_frame_equal(domains.low, result.domains.clip(upper=0.25))
    pd.testing.assert_frame_equal(domains.high, result.domains.clip(lower=0.25))
    mu = result.spread["calibrated_annual_multiplier"]
    production = small.estimate.results["fitted_multiplier"].loc["national"]
    assert {mu.low[2020], mu.high[2020]} == {result.multiplier[2020], round(production[2020], 6)}


def test_steps_are_told(result: Calibration, steps: list[tuple[int, int, str]]) -> None:
    assert steps == [(number, 4, name) for number, name in enumerate(STEPS, start=1)]


def test_the_same_inputs_give_the_same_result(small: SmallRun, result: Calibration) -> None:
    again = calibrated(small, [])
    assert again.correlation.equals(result.correlation)
    assert again.multiplier.equals(result.multiplier)
    assert again.domains.equals(result.domains)
    assert again.weights.equals(result.weights)


class TestGrowthAsPaper:
    def test_by_hand(self, small: SmallRun) -> None:
        """The mean of three years is to be 11: 3 × 11 less the growth of 2018 and 2019."""
        table = small.ingredients["published_section_value_added"].value.loc["sector.education"]
        earlier = (table[2018] / table[2017] - 1) * 100 + (table[2019] / table[2018] - 1) * 100
        printed = {Address("nominal_growth", "sector.education", (2021,)): 11.0}
        found = growth_as_paper(small.ingredients, plan(), printed)
        assert found.loc["sector.education", 2020] == pytest.approx(33 - earlier, abs=1e-6)

    def test_filling_with_it_gives_the_printed_growth(self, small: SmallRun) -> None:
        printed = {Address("nominal_growth", "sector.education", (2021,)): 11.0}
        growth = growth_as_paper(small.ingredients, plan(), printed)
        given = changed(small.ingredients, section_growth_as_paper=growth)
        found = method().run(given, ["section_nominal_growth"])["section_nominal_growth"]
        assert found.loc["sector.education", 2021] == pytest.approx(11, abs=1e-6)

    def test_not_printed(self, small: SmallRun) -> None:
        with pytest.raises(ParameterError) as caught:
            growth_as_paper(small.ingredients, plan(), {})
        assert str(caught.value) == (
            "没有印出的增速：nominal_growth.sector.education[2021]\n"
            "  怎么办：从校准方案的 growth_as_paper 中删去该行业"
        )


class TestDomains:
    def test_column_totals_are_the_printed_ones(self, small: SmallRun) -> None:
        allocation = rake_domains(small.ingredients, plan(), published(small))
        np.testing.assert_allclose(allocation.sum(axis="columns"), 1, atol=3e-6)
        given = changed(small.ingredients, domain_allocation=allocation)
        found = method().run(given, ["domain_value_added"])["domain_value_added"][2021]
        np.testing.assert_allclose(
            found[list(DOMAINS)], small.estimate.results["domain_value_added"][2021], rtol=1e-5
        )

    def test_only_shares_are_met_where_the_printed_sum_is_another(self, small: SmallRun) -> None:
        doubled = {address: 2 * value for address, value in published(small).items()}
        once, twice = (
            rake_domains(small.ingredients, plan(), values) for values in (published(small), doubled)
        )
        np.testing.assert_allclose(once, twice, atol=2e-6)

    def test_a_prior_that_meets_the_totals_is_kept(self, small: SmallRun) -> None:
        prior = small.ingredients["domain_allocation"].value
        kept = plan().domains.model_copy(update={"prior": prior.T.to_dict()})
        found = rake_domains(small.ingredients, plan().model_copy(update={"domains": kept}), published(small))
        np.testing.assert_allclose(found, prior, atol=2e-6)


def test_target_without_a_published_value(small: SmallRun) -> None:
    """A level of which one part was withheld, and a growth that was not printed."""
    known = published(small)
    del known[Address("value_added", "direct.data", (2017,))]
    with pytest.raises(ParameterError) as caught:
        calibrate(small.ingredients, plan(), known, lambda *step: None)
    assert str(caught.value) == (
        "校准目标没有印出的数：value_added.direct.data[2017]\n  怎么办：删去该目标，或改用有印出数的指标"
    )


@pytest.mark.parametrize(
    ("prior", "year", "problem", "remedy"),
    [
        ({"39088": {"direct.platfrom": 1.0}}, 2021, "没有领域“direct.platfrom”", "“direct.platform”"),
        ({"39O88": {"direct.platform": 1.0}}, 2021, "没有子行业“39O88”", "“39088”"),
        ({"39088": {"direct.platform": 1.0}}, 1999, "没有领域“direct.platform”", "可用：无"),
    ],
)
def test_domains_that_nobody_knows(
    small: SmallRun, prior: dict, year: int, problem: str, remedy: str
) -> None:
    domains = plan().domains.model_copy(update={"prior": prior, "year": year})
    with pytest.raises(ParameterError) as caught:
        rake_domains(small.ingredients, plan().model_copy(update={"domains": domains}), published(small))
    assert problem in caught.value.problem
    assert remedy in caught.value.remedy


@pytest.mark.parametrize(
    ("metric", "scope", "year", "problem", "remedy"),
    [
        ("value_aded", "national", "2021", "没有指标“value_aded”", "“value_added”"),
        ("value_added", "natoinal", "2021", "没有范围“natoinal”", "“national”"),
        ("value_added", "national", "2029", "没有年份“2029”", "“2020”"),
    ],
)
def test_a_target_that_the_fit_does_not_compute(
    metric: str, scope: str, year: str, problem: str, remedy: str
) -> None:
    tables = {"value_added": pd.DataFrame({2020: [1.0], 2021: [2.0]}, index=["national"])}
    asked = Target(metric=metric, scope=scope, year=year, kind="relative", tolerance=0.1)
    with pytest.raises(ParameterError) as caught:
        asked.computed(tables)
    assert problem in caught.value.problem
    assert remedy in caught.value.remedy


def test_a_year_that_is_none() -> None:
    with pytest.raises(ValueError, match="pattern"):
        Target(metric="value_added", scope="national", year="2O21", kind="relative", tolerance=0.1)


def test_plan_without_a_subsector_of_the_edition(small: SmallRun) -> None:
    fewer = plan().correlation.model_copy(update={"subsectors": ["39088", "65124"]})
    with pytest.raises(EstimationError) as caught:
        calibrate(
            small.ingredients,
            plan().model_copy(update={"correlation": fewer}),
            published(small),
            lambda *step: None,
        )
    assert str(caught.value).startswith("参数 calibrated_correlation_coefficient：直接子行业 63121 没有相关系数")
