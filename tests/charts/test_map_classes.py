"""Classes of values: round limits, no empty class, steps of the ramp."""

from __future__ import annotations

import pytest

from reportgen.charts.map_classes import INK_ON_RAMP, NO_DATA, RAMP, WHITE_ON_RAMP, Classes, label_on
from reportgen.charts.map_limits import best_limits
from reportgen.charts.style import PAPER, contrast
from tests.charts.made_up_regions import PROVINCES

VALUES = list(PROVINCES.values())


def is_round(limit: float) -> bool:
    digits = f"{abs(limit):.6e}".partition("e")[0].rstrip("0").rstrip(".")
    return digits in {"0", "1", "1.5", "2", "2.5", "3", "4", "5", "6", "8"}


@pytest.mark.parametrize("factor", [1, 1000, 0.0013, 1e7])
def test_six_round_classes_none_of_them_empty(factor: float) -> None:
    values = [value * factor for value in VALUES]
    classes = Classes.of(values)
    assert classes.count == 6 and all(map(is_round, classes.limits))
    assert list(classes.limits) == sorted(classes.limits)
    assert min(classes.counts(values)) > 0 and sum(classes.counts(values)) == 31
    assert max(classes.counts(values)) <= 12


def test_limits_scale_with_the_values() -> None:
    assert Classes.of([value * 1000 for value in VALUES]).limits == tuple(
        limit * 1000 for limit in Classes.of(VALUES).limits
    )


def test_a_value_on_a_limit_belongs_to_the_upper_class() -> None:
    classes = Classes((100.0, 200.0))
    assert [classes.position(value) for value in (99.9, 100.0, 199.9, 200.0)] == [0, 1, 1, 2]
    assert classes.names("亿元") == ["不足100", "100—200", "200及以上"]


def test_large_limits_are_printed_in_a_larger_unit() -> None:
    classes = Classes((15000.0, 2000000.0))
    assert (classes.unit("亿元"), classes.digits("亿元")) == ("万亿元", ["1.5", "200"])
    assert classes.unit("%") == "%" and classes.digits("%") == ["15000", "2000000"]
    assert Classes((500.0, 15000.0)).unit("亿元") == "亿元"


def test_limits_below_zero_are_read_as_a_range() -> None:
    assert Classes((-100.0, 200.0)).names("亿元") == ["不足-100", "-100至200", "200及以上"]
    assert Classes.of([-500.0, -3.0, 40.0, 900.0]).count > 1


@pytest.mark.parametrize("values", [[5.0] * 31, [0.0] * 31, [7.0], [100.0, 100.2]])
def test_values_that_hardly_differ_are_one_class(values: list[float]) -> None:
    classes = Classes.of(values)
    assert (classes.count, classes.counts(values), classes.names("亿元")) == (1, [len(values)], ["全部"])
    assert classes.colour_of(values[0]) in RAMP


def test_few_values_make_few_classes_that_lie_apart() -> None:
    classes = Classes.of([1.0, 10.0])
    assert classes.counts([1.0, 10.0]) == [1, 1]
    assert [classes.colour_of(1.0), classes.colour_of(10.0)] == [RAMP[0], RAMP[-1]]


def test_no_class_but_the_leader_may_hold_a_far_outlier() -> None:
    limits = best_limits([*VALUES, 98765.4], 6)
    assert len(limits) == 5 and 5115.1 < limits[-1] <= 98765.4


@pytest.mark.parametrize("fill", [*RAMP, NO_DATA])
def test_labels_read_on_every_fill(fill: str) -> None:
    ink = label_on(fill)
    assert ink in (WHITE_ON_RAMP, INK_ON_RAMP) and contrast(ink, fill) >= 4.5
    assert (ink == WHITE_ON_RAMP) == (contrast(fill, PAPER) >= 4.5)
