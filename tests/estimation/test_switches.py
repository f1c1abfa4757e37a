"""Every switch of the method gives a valid result, moves what it is about and leaves the rest alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from reportgen.data.ingredients import load_ingredients
from reportgen.data.parameters import load_parameters
from reportgen.estimation.estimate import method
from reportgen.estimation.identities import verify
from reportgen.facts.ingredient import Ingredient
from reportgen.facts.tabulate import check_plausible
from reportgen.project.yaml_file import read_yaml
from tests.small_estimate import SmallRun, changed, open_small_project

CONTENT = Path(__file__).parents[2] / "content"
METHOD = CONTENT / "parameters/method.yaml"
EXACT = 1e-9
READINGS = [
    # switch, reading, what it changes, what it leaves as it is
    ("coefficient_table", "domestic", "linked_output", "direct_rate"),
    ("linkage_direction", "ghosh", "linked_output", "direct_rate"),
    ("linkage_form", "joint", "linked_output", "direct_rate"),
    ("rate_denominator", "input_output", "direct_rate", "linked_output"),
    ("multiplier_source", "production_function", "annual_multiplier", "direct_rate"),
    ("multiplier_scope", "indirect", "sectoral_value_added_direct", "sectoral_value_added_indirect"),
    ("output_series", "real_gdp", "production_function", "value_added"),
    ("capital_series", "gross_fixed_capital_formation", "production_function", "value_added"),
    ("capital_series", "penn_capital_stock", "production_function", "value_added"),
    ("labour_series", "penn_employment", "production_function", "value_added"),
    ("production_form", "constant_returns", "production_function", "value_added"),
    ("province_allocation", "by_gdp", "provincial_value_added_direct", "domain_value_added"),
    ("fill_2020", "yearbook", "section_value_added", "linked_output"),
    ("forecast_rule", "linear_ols", "forecast_section_value_added", "linked_output"),
    ("forecast_rule", "last_increment", "forecast_section_value_added", "linked_output"),
]


def run(ingredients: dict[str, Ingredient]) -> dict[str, object]:
    """All results, checked for plausibility and identities."""
    results = method().run(ingredients)
    check_plausible(method(), results)
    verify(results, ingredients["identity_tolerance"].value)
    return results


def same(one: pd.DataFrame | pd.Series, other: pd.DataFrame | pd.Series) -> bool:
    return np.allclose(one.to_numpy(), other.to_numpy(), rtol=EXACT, equal_nan=True)


@pytest.mark.parametrize(("switch", "reading", "moves", "stays"), READINGS)
def test_reading(small: SmallRun, switch: str, reading: str, moves: str, stays: str) -> None:
    results = run(changed(small.ingredients, **{switch: reading}))
    assert not same(results[moves], small.estimate.results[moves])
    assert same(results[stays], small.estimate.results[stays])


def test_every_reading_of_the_method_is_tried() -> None:
    """Scoring needs a sheet and has its own test."""
    switches = (parameter for parameter in load_parameters([METHOD]).values() if parameter.choices)
    offered = {(one.name, choice) for one in switches for choice in one.choices if choice != one.value}
    assert offered - {("correlation_source", "scoring")} == {reading[:2] for reading in READINGS}


def test_the_letter_of_the_text(small: SmallRun, tmp_path: Path) -> None:
    """One rate for all provinces, direct rates that never change, multipliers from the production function."""
    project = open_small_project(tmp_path / "literal")
    shutil.copytree(CONTENT / "presets", project.presets)
    edition = project.edition(2022).model_copy(update={"preset": "letter_of_the_text"})
    results = run(load_ingredients(project, edition))
    rates = results["provincial_value_added_direct"] / results["provincial_industry_gdp"]
    spread = rates.groupby(level="industry").max() - rates.groupby(level="industry").min()
    np.testing.assert_allclose(spread, 0, atol=1e-12)
    direct = results["sectoral_value_added_direct"] / results["section_value_added"]
    np.testing.assert_allclose(direct.sub(direct[2017], axis="index"), 0, atol=1e-12)
    pd.testing.assert_frame_equal(results["annual_multiplier"], results["fitted_multiplier"])


def test_the_letter_of_the_text_sets_every_switch() -> None:
    preset = read_yaml(CONTENT / "presets/letter_of_the_text.yaml")
    switches = {name for name, parameter in load_parameters([METHOD]).items() if parameter.choices}
    assert set(preset) == switches


def test_printed_exceeds_joint_by_the_reported_difference(small: SmallRun) -> None:
    joint = run(changed(small.ingredients, linkage_form="joint"))["sector_value_added_indirect"].sum()
    printed = small.estimate.results["sector_value_added_indirect"].sum()
    reported = small.estimate.results["linkage_form_difference"]["national"]
    assert (printed / joint - 1) * 100 == pytest.approx(reported)
    assert reported > 0


def test_ghosh_of_a_symmetric_economy_is_leontief(small: SmallRun) -> None:
    """Where every flow has its equal in return, backward and forward linkage cannot differ."""
    flows = small.ingredients["transactions"].value
    symmetric = changed(small.ingredients, transactions=(flows + flows.T) / 2)
    backward = run(symmetric)["linked_output"]
    forward = run(changed(symmetric, linkage_direction="ghosh"))["linked_output"]
    pd.testing.assert_series_equal(backward, forward)


def test_refined_provinces_follow_activity(small: SmallRun) -> None:
    """北京 holds 60 % of every activity key and 35 % of the second industry: 0.4×35 + 0.6×60 = 50 % of manufacturing."""
    shares = small.estimate.results["direct_allocation"]
    assert shares.loc[("sector.information", "province.beijing"), 2021] == pytest.approx(0.6, abs=1e-3)
    assert shares.loc[("sector.manufacturing", "province.beijing"), 2021] == pytest.approx(0.5, abs=1e-3)
