"""The closed form gives what the graph gives, for every reading of the method and in every named quantity."""

from __future__ import annotations

import numpy as np
import pytest

from reportgen.data.ingredients import edition_parameters
from reportgen.estimation.estimate import method
from reportgen.estimation.identities import verify
from reportgen.experiments import model as model_module
from reportgen.experiments.assumptions import assumptions_of
from reportgen.experiments.headlines import headlines
from reportgen.experiments.model import Model
from reportgen.experiments.moves import Block, drawn, labelled
from tests.small_estimate import SmallRun, changed

SIZE = 2
READINGS = (
    {},
    {"linkage_form": "joint"},
    {"linkage_direction": "ghosh", "coefficient_table": "domestic"},
    {"rate_denominator": "input_output"},
    {"multiplier_source": "production_function"},
    {"multiplier_scope": "indirect"},
    {"province_allocation": "by_gdp"},
    {"fill_2020": "yearbook", "forecast_rule": "linear_ols"},
)


def numbers_of(small: SmallRun):
    return assumptions_of(edition_parameters(small.project, small.project.edition(2022))).numbers


def made(small: SmallRun, **values: object) -> tuple[Model, dict]:
    """A model and its draws."""
    ingredients = changed(small.ingredients, **values)
    moves = drawn(numbers_of(small), ingredients, Block(0, 1, SIZE))
    return Model.of(method(), ingredients, headlines(small.calendar), moves, SIZE), moves


@pytest.mark.parametrize("reading", READINGS, ids=str)
def test_every_quantity_is_that_of_the_graph(small: SmallRun, reading: dict[str, str]) -> None:
    model, moves = made(small, **reading)
    assert model.closed
    arrays = model.arrays(moves, SIZE)
    for run in range(SIZE):
        given = {name: labelled(model.ingredients[name].value, values[run]) for name, values in moves.items()}
        results = method().run(changed(model.ingredients, **given))
        for name, values in arrays.items():
            np.testing.assert_allclose(values[run], results[name], rtol=1e-9, atol=1e-9, err_msg=name)


def test_headlines_and_plausibility_are_those_of_the_graph(small: SmallRun) -> None:
    model, moves = made(small)
    closed, exact = model.outcome(moves, SIZE), model.by_graph(moves, SIZE)
    np.testing.assert_allclose(closed.values, exact.values, rtol=1e-9, atol=1e-9)
    assert closed.plausible.tolist() == exact.plausible.tolist()


def test_sums_hold_in_every_draw(small: SmallRun) -> None:
    model, moves = made(small)
    for run in range(SIZE):
        given = {name: labelled(model.ingredients[name].value, values[run]) for name, values in moves.items()}
        verify(method().run(changed(model.ingredients, **given)), 1e-9)
    arrays = model.arrays(moves, SIZE)
    for part in ("direct", "indirect"):
        nation = arrays[f"sectoral_value_added_{part}"].sum(axis=1)
        for way in ("industrial", "provincial"):
            np.testing.assert_allclose(arrays[f"{way}_value_added_{part}"].sum(axis=1), nation)
    direct = arrays["sectoral_value_added_direct"].sum(axis=1)
    np.testing.assert_allclose(arrays["domain_value_added"].sum(axis=1), direct)


def test_a_draw_with_a_rate_above_one_is_not_plausible(small: SmallRun) -> None:
    model, _ = made(small)
    base = small.ingredients["calibrated_annual_multiplier"].value.to_numpy()
    moves = {"calibrated_annual_multiplier": np.stack([base, base * 5])}
    assert model.outcome(moves, 2).plausible.tolist() == [True, False]
    assert model.by_graph(moves, 2).plausible.tolist() == [True, False]


def test_a_closed_form_that_disagrees_is_not_used(small: SmallRun, monkeypatch: pytest.MonkeyPatch) -> None:
    right, moves = made(small)
    expected = right.by_graph(moves, SIZE).values
    real = model_module.ClosedNation.arrays

    def wrong(self, moves, size):
        found = real(self, moves, size)
        found["industrial_value_added_direct"] = found["industrial_value_added_direct"] * (1 + 1e-6)
        return found

    monkeypatch.setattr(model_module.ClosedNation, "arrays", wrong)
    model, _ = made(small)
    assert not model.closed
    np.testing.assert_array_equal(model.outcome(moves, SIZE).values, expected)


def test_a_parameter_that_the_closed_form_does_not_know_goes_through_the_graph(small: SmallRun) -> None:
    model, _ = made(small)
    window = {"biproportional_tolerance": np.array([1e-12, 1e-3])}
    found = model.outcome(window, 2).values
    place = [address.metric for address in model.addresses].index("leading_three_share_of_employment")
    np.testing.assert_allclose(found[0], model.headlines, rtol=1e-9)
    assert np.isfinite(found[1][place])


def test_a_run_that_the_method_refuses_is_not_plausible(small: SmallRun) -> None:
    model, _ = made(small)
    outcome = model.outcome({"forecast_window": np.array([99.0])}, 1)
    assert outcome.plausible.tolist() == [False]
