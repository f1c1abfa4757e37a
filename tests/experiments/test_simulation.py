"""The same draws for any number of processes; single moves with a result known by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from reportgen.data.ingredients import edition_parameters
from reportgen.errors import EstimationError
from reportgen.experiments.monte_carlo import Sample
from reportgen.experiments.sensitivity import Plan, Sensitivity, sensitivity
from tests.small_estimate import SmallRun


def parameters_of(small: SmallRun):
    return edition_parameters(small.project, small.project.edition(2022))


def made(small: SmallRun, plan: Plan, parameters=None, told: list | None = None) -> Sensitivity:
    told = told if told is not None else []
    return sensitivity(
        small.ingredients,
        parameters or parameters_of(small),
        small.calendar,
        plan,
        lambda *step: None,
        lambda *done: told.append(done),
    )


@pytest.fixture(scope="module")
def found(small: SmallRun) -> Sensitivity:
    return made(small, Plan(600, 1, 1))


def place_of(found: Sensitivity, english: str) -> int:
    return [address.english for address in found.addresses].index(english)


def swing_of(found: Sensitivity, name: str, *keys: object):
    return next(
        one for one in found.swings if one.assumption.parameter.name == name and one.assumption.keys == keys
    )


def test_the_number_of_processes_changes_nothing(small: SmallRun, found: Sensitivity) -> None:
    for processes in (2, 3):
        told: list = []
        again = made(small, Plan(600, 1, processes), told=told)
        np.testing.assert_array_equal(again.sample.values, found.sample.values)
        assert told == [(250, 600), (500, 600), (600, 600)]


def test_another_seed_gives_other_draws(small: SmallRun, found: Sensitivity) -> None:
    other = made(small, Plan(600, 2, 1))
    assert not np.allclose(other.sample.quantiles(), found.sample.quantiles(), rtol=1e-6)
    for one, same in zip(other.swings, found.swings, strict=True):
        np.testing.assert_array_equal(one.low, same.low)


def test_more_draws_begin_with_the_same(small: SmallRun, found: Sensitivity) -> None:
    fewer = made(small, Plan(250, 1, 1)).sample
    np.testing.assert_array_equal(fewer.values, found.sample.values[: len(fewer.values)])


def test_implausible_draws_are_counted_and_left_out(found: Sensitivity) -> None:
    """Multipliers up to 2 a year bring rates above one."""
    assert 0 < found.sample.dropped < found.sample.draws
    assert len(found.sample.values) + found.sample.dropped == 600


def test_quantiles_by_hand() -> None:
    sample = Sample(np.arange(101.0)[:, np.newaxis], 120)
    np.testing.assert_allclose(sample.quantiles()[:, 0], [5, 50, 95])
    assert sample.dropped == 19


def test_the_multiplier_of_one_year_by_hand(small: SmallRun, found: Sensitivity) -> None:
    """With the scope on all rates, twice the multiplier of 2021 (1 to 2) doubles the value added of 2021."""
    swing = swing_of(found, "calibrated_annual_multiplier", 2021)
    place = place_of(found, "value_added.national[2021]")
    assert swing.high[place] == pytest.approx(found.base[place])
    assert swing.low[place] == pytest.approx(-found.base[place] / 2)
    earlier = place_of(found, "share_of_direct.direct.platform[2021]")
    assert swing.high[earlier] == 0


def test_direct_value_added_moves_in_proportion_to_a_coefficient(small: SmallRun, found: Sensitivity) -> None:
    """S of 63121 from 0.4 to 0 takes away all it gave: S V / V_section V_section,2021 and the multipliers."""
    results, V = small.estimate.results, small.ingredients["sector_value_added"].value
    section, base_year = "sector.information", 2017
    values = results["section_value_added"].loc[section]
    gave = 0.4 * V["63121"] / values[base_year] * values[2021] * 1.08 * 1.02 * 1.05
    swing = swing_of(found, "calibrated_correlation_coefficient", "63121")
    place = place_of(found, "value_added.direct[2021]")
    assert swing.low[place] == pytest.approx(-gave)
    assert swing.high[place] == pytest.approx(gave * 0.6 / 0.4)


def test_the_assumed_growth_moves_only_the_share_and_the_jobs_of_the_forecast(found: Sensitivity) -> None:
    swing = swing_of(found, "assumed_nominal_growth")
    place = place_of(found, "gdp_share.national[2022]")
    assert swing.low[place] == pytest.approx(found.base[place] * (1.07 / 1.027 - 1))
    moved = {found.addresses[at].english for at in np.flatnonzero(swing.low)}
    assert moved == {"gdp_share.national[2022]", "employment.national[2022]"}


def test_a_parameter_that_moves_nothing_stays_in_the_result(found: Sensitivity) -> None:
    swing = swing_of(found, "assumed_real_growth")
    assert not swing.low.any() and not swing.high.any()


def test_switches_one_by_one_and_idle_ones_with_the_one_that_wakes_them(found: Sensitivity) -> None:
    turns = {
        tuple((one.parameter.name, one.choice) for one in turn.choices): turn.change for turn in found.turns
    }
    place = place_of(found, "value_added.national[2021]")
    assert turns[(("linkage_form", "joint"),)][place] < 0
    assert turns[(("correlation_source", "scoring"),)] is None
    assert not turns[(("capital_series", "gross_fixed_capital_formation"),)].any()
    both = turns[
        (("multiplier_source", "production_function"), ("capital_series", "gross_fixed_capital_formation"))
    ]
    assert both[place] != turns[(("multiplier_source", "production_function"),)][place]


def test_what_has_no_range_is_listed(found: Sensitivity) -> None:
    names = {one.parameter.name for one in found.unset}
    assert {"forecast_window", "identity_tolerance", "industry_of_section"} <= names


def test_without_any_range(small: SmallRun) -> None:
    bare = {name: replace(one, range=None, spread={}) for name, one in parameters_of(small).items()}
    with pytest.raises(EstimationError) as caught:
        made(small, Plan(10, 1, 1), bare)
    assert str(caught.value) == "没有一项参数设了范围\n  怎么办：在参数文件中写 range 或 spread"


def test_when_no_draw_is_plausible(small: SmallRun) -> None:
    parameters = parameters_of(small)
    name = "calibrated_annual_multiplier"
    far = {name: replace(parameters[name], spread={(year,): (400.0, 401.0) for year in (2018, 2019)})}
    wide = {key: one for key, one in parameters.items() if isinstance(one.value, str)} | far
    wide[name] = replace(wide[name], value={**wide[name].value, 2018: 400.0, 2019: 400.0})
    with pytest.raises(EstimationError) as caught:
        made(small, Plan(10, 1, 1), wide)
    assert "10 次抽取没有一次落在合理范围之内" in str(caught.value)
