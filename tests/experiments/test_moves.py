"""Draws and single moves: distribution by hand, matrices that keep their sums, blocks that do not depend on others."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from reportgen.data.ingredients import edition_parameters
from reportgen.data.parameter import Parameter
from reportgen.experiments.assumptions import Assumption, Limits, assumptions_of
from reportgen.experiments.moves import (
    BLOCK,
    Block,
    blocks,
    drawn,
    drawn_limits,
    labelled,
    one_by_one,
    triangular,
)
from reportgen.facts.status import Status
from tests.small_estimate import SmallRun


@pytest.fixture(scope="module")
def numbers(small: SmallRun):
    return assumptions_of(edition_parameters(small.project, small.project.edition(2022))).numbers


def test_triangular_by_hand() -> None:
    """On [0, 4] with its peak at 1 the area left of 1 is a quarter; at 2 it is 1 - 4/12."""
    uniform, ends = np.array([0.0, 0.25, 2 / 3]), (np.array(0.0), np.array(1.0), np.array(4.0))
    np.testing.assert_allclose(triangular(uniform, *ends), [0, 1, 2])


@pytest.mark.parametrize(("peak", "median"), [(0.0, 1 - np.sqrt(0.5)), (1.0, np.sqrt(0.5))])
def test_the_peak_may_stand_at_an_end(peak: float, median: float) -> None:
    assert triangular(np.array(0.5), np.array(0.0), np.array(peak), np.array(1.0)) == pytest.approx(median)


def test_blocks_hold_all_draws() -> None:
    assert [one.size for one in blocks(2 * BLOCK + 7, 1)] == [BLOCK, BLOCK, 7]
    assert [one.number for one in blocks(2 * BLOCK + 7, 1)] == [0, 1, 2]


def test_a_draw_does_not_depend_on_the_draws_after_it(small: SmallRun, numbers) -> None:
    few, many = (drawn(numbers, small.ingredients, Block(3, 5, size)) for size in (4, 9))
    for name, values in few.items():
        np.testing.assert_array_equal(values, many[name][:4])
    other = drawn(numbers, small.ingredients, Block(3, 6, 4))
    assert not np.allclose(other["assumed_nominal_growth"], few["assumed_nominal_growth"])


def test_draws_stay_within_their_limits_and_matrices_keep_their_sums(small: SmallRun, numbers) -> None:
    moves = drawn(numbers, small.ingredients, Block(0, 1, 200))
    for name, (low, high) in {
        "calibrated_correlation_coefficient": (0, 1),
        "calibrated_annual_multiplier": (0.5, 2),
        "assumed_nominal_growth": (2.7, 12.9),
    }.items():
        assert moves[name].min() >= low and moves[name].max() <= high
        assert moves[name].std(axis=0).min() > 0
    for name in ("domain_allocation", "activity_key_weights"):
        np.testing.assert_allclose(np.nansum(moves[name], axis=2), 1)
        assert np.nanmin(moves[name]) >= 0


def test_one_by_one_moves_one_number_and_its_row_makes_room(small: SmallRun, numbers) -> None:
    moves = one_by_one(numbers, small.ingredients)
    names = [(one.parameter.name, one.keys) for one in numbers]
    run = 2 * names.index(("domain_allocation", ("39088", "direct.platform"))) + 1
    np.testing.assert_allclose(moves["domain_allocation"][run][0], [1, 0, 0, 0])
    np.testing.assert_allclose(moves["domain_allocation"][run - 1][0], [0, 0.2, 0.6, 0.2])
    for name, values in moves.items():
        base = np.asarray(small.ingredients[name].value, dtype=float)
        changed = [not np.array_equal(one, base, equal_nan=True) for one in values]
        own = [position for position, (other, _) in enumerate(names) if other == name]
        assert [place for place, is_changed in enumerate(changed) if is_changed] == [
            2 * position + end for position in own for end in (0, 1)
        ]


def test_numbers_get_their_labels_back() -> None:
    table = pd.DataFrame([[1.0, 2.0]], ["甲"], ["a", "b"])
    assert labelled(table, np.array([[3.0, 4.0]])).loc["甲", "b"] == 4
    assert labelled(7.0, np.array(8.0)) == 8.0


def test_a_spread_on_one_side_is_drawn_on_both_but_not_beyond_what_is_allowed() -> None:
    def assumption(value: float, low: float, high: float, limits: Limits = Limits.离散范围) -> Assumption:
        parameter = Parameter("one", "一", value, "1", Status.校准, "", Path("p.yaml"), {}, (0.0, 1.0))
        return Assumption(parameter, (), value, low, high, limits)

    assert drawn_limits(assumption(0.5, 0.5, 0.75)) == (0.25, 0.75)
    assert drawn_limits(assumption(0.5, 0.125, 0.75)) == (0.125, 0.75)
    assert drawn_limits(assumption(0.875, 0.5, 0.875)) == (0.5, 1.0)
    assert drawn_limits(assumption(0.5, 0.375, 1.0, Limits.允许范围)) == (0.375, 1.0)
