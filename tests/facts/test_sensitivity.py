"""Nudging a number a little, and seeing what moved."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from reportgen.facts.sensitivity import moved, nudged

TABLE = pd.DataFrame({2020: [1.0, 2.0], 2021: [3.0, 0.0]}, index=["甲", "乙"])


def test_only_chosen_cells_are_nudged() -> None:
    chosen = np.array([[True, False], [False, True]])
    after = nudged(TABLE, chosen, "table")
    assert (moved(TABLE, after) == [[True, False], [False, False]]).all(), "zero stays zero"
    assert 1 < after.loc["甲", 2020] < 1.01


def test_the_same_name_gives_the_same_nudge_and_another_name_another() -> None:
    pd.testing.assert_frame_equal(nudged(TABLE, True, "甲"), nudged(TABLE, True, "甲"))
    assert not nudged(TABLE, True, "甲").equals(nudged(TABLE, True, "乙"))


def test_cells_do_not_move_together() -> None:
    """Otherwise shares of a nudged table would seem not to depend on it."""
    series = pd.Series([1.0, 1.0, 1.0])
    after = nudged(series, True, "series")
    assert moved(series / series.sum(), after / after.sum()).all()


def test_the_original_is_untouched() -> None:
    before = TABLE.copy()
    nudged(TABLE, True, "table")
    pd.testing.assert_frame_equal(TABLE, before)


@pytest.mark.parametrize(
    "value", [7, "refined", True, pd.Series(["甲"], dtype="str"), pd.DataFrame({"a": ["甲"]})]
)
def test_settings_and_names_are_not_nudged(value: object) -> None:
    assert nudged(value, True, "value") is value


def test_floats_are_nudged() -> None:
    assert nudged(2.0, True, "x") != 2.0
    assert nudged(2.0, False, "x") == 2.0


def test_moved_sees_through_rounding_noise() -> None:
    before = pd.Series([1.0, 1e6, 0.0, np.nan])
    assert moved(before, before * (1 + 1e-14)).tolist() == [False, False, False, False]
    assert moved(before, pd.Series([1.0, 1e6 * (1 + 1e-6), 1.0, np.nan])).tolist() == [
        False,
        True,
        True,
        False,
    ]
    assert moved(2.0, 2.0) == np.False_
