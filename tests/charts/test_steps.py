"""Steps with round limits over all kinds of values."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reportgen.charts.steps import STEPS, Steps


@given(st.lists(st.floats(-1e6, 1e6, allow_nan=False), min_size=1, max_size=60))
def test_every_value_has_a_step_and_limits_rise(values: list[float]) -> None:
    steps = Steps.over(values)
    assert len(steps.limits) == STEPS - 1 and all(after > before for before, after in pairwise(steps.limits))
    assert all(0 <= steps(value) < STEPS for value in values)
    assert len(set(steps.labels())) == STEPS


def test_limits_are_round_and_belong_to_the_step_above() -> None:
    steps = Steps.over([7.4, 9.5, 12.1, 14.6, 17.2, 21.0, 24.6, 28.7, 29.9])
    assert steps.limits == (10, 15, 20, 25, 30) or steps.limits == (5, 10, 15, 20, 25)
    assert steps(steps.limits[0]) == 1 and steps(steps.limits[0] - 0.01) == 0


def test_labels_of_negative_limits_do_not_look_like_sums() -> None:
    assert Steps((-5.0, 0.0, 5.0, 10.0, 15.0)).labels() == ["<-5", "-5至0", "0至5", "5至10", "10至15", "≥15"]
    assert Steps((5.0, 10.0, 15.0, 20.0, 25.0)).labels()[1] == "5—10"
