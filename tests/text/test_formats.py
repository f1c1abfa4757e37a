from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.errors import ChapterError
from reportgen.text.formats import rounded


@pytest.mark.parametrize(
    ("value", "decimals", "power", "expected"),
    [
        (2.675, 2, 0, "2.68"),
        (14.525, 2, 0, "14.53"),
        (-14.525, 2, 0, "-14.53"),
        (40949.999, 2, -4, "4.09"),
        (40950.0, 2, -4, "4.10"),
        (0.5, 0, 0, "1"),
        (-0.004, 2, 0, "0.00"),
        (1e-9, 2, 0, "0.00"),
        (1.5e16, 0, 0, "15000000000000000"),
    ],
)
def test_half_up_once_from_the_unrounded_value(value, decimals, power, expected):
    assert f"{rounded(value, decimals, power):f}" == expected


@given(st.floats(-1e9, 1e9), st.integers(0, 6))
def test_rounding_moves_by_at_most_half_a_unit(value, decimals):
    unit = Decimal(1).scaleb(-decimals)
    assert abs(rounded(value, decimals) - Decimal(repr(value))) <= unit / 2


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_refuses_what_is_not_finite(value):
    with pytest.raises(ChapterError, match="有限"):
        rounded(value, 2)


@pytest.mark.parametrize("decimals", [-1, 7, 2.0, True, "2"])
def test_refuses_decimals_that_make_no_sense(decimals):
    with pytest.raises(ChapterError, match="小数位"):
        rounded(1.0, decimals)
