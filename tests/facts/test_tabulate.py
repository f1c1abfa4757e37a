"""From results to facts: scopes, years, empty cells, and values that cannot be."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from reportgen.errors import EstimationError, ManyErrors
from reportgen.estimation.estimate import method
from reportgen.facts.address import Address, Vocabulary
from reportgen.facts.fact import FactTable
from reportgen.facts.status import Status
from reportgen.facts.tabulate import check_plausible, tabulate


def facts(
    vocabulary: Vocabulary, name: str, value: pd.DataFrame | pd.Series, status: Status = Status.测算
) -> FactTable:
    return tabulate(method(), {name: value}, {name: np.full(value.shape, int(status))}, vocabulary)


def test_cells_become_facts_and_empty_ones_do_not(vocabulary: Vocabulary) -> None:
    table = pd.DataFrame({2020: [1.5, 2.5], 2021: [3.5, np.nan]}, index=["national", "direct"])
    found = list(facts(vocabulary, "value_added", table, Status.校准))
    assert [one.address for one in found] == [
        Address("value_added", "direct", (2020,)),
        Address("value_added", "national", (2020,)),
        Address("value_added", "national", (2021,)),
    ]
    assert found[1] == (
        Address("value_added", "national", (2020,)),
        1.5,
        "亿元",
        Status.校准,
        "增加值.全国[2020]",
    )


def test_a_range_of_years(vocabulary: Vocabulary) -> None:
    (found,) = facts(vocabulary, "cagr", pd.DataFrame({"2017-2021": [14.9]}, index=["national"]))
    assert found.address.years == (2017, 2021)
    assert found.label == "年均复合增速.全国[2017-2021]"


def test_codes_become_scopes(vocabulary: Vocabulary) -> None:
    series = pd.Series({"39088": 0.4}).rename_axis("subsector")
    (found,) = facts(vocabulary, "correlation_coefficient", series)
    assert found.address == Address("correlation_coefficient", "subsector.39088")
    assert found.label == "相关系数.子行业.计算机"
    (found,) = facts(vocabulary, "linked_output", pd.Series({"01001": 4.0}).rename_axis("io"))
    assert found.address == Address("linked_output", "io.01001")


def test_values_inside_their_range_pass() -> None:
    check_plausible(method(), {"gdp_share": pd.DataFrame({2021: [0.0, 100.0, np.nan]})})
    check_plausible(method(), {"gdp_share": pd.DataFrame({2021: [100 + 1e-8]})})


@pytest.mark.parametrize("value", [-0.5, 100.5, np.inf, -np.inf])
def test_values_outside_do_not(value: float) -> None:
    table = pd.DataFrame({2020: [3.0, 3.0], 2021: [3.0, value]}, index=["national", "province.hebei"])
    with pytest.raises(EstimationError) as caught:
        check_plausible(method(), {"gdp_share": table})
    assert str(caught.value) == (
        f"gdp_share（province.hebei、2021）：“占GDP比重”的值 {value:.6g} 超出合理范围 [0, 100]\n"
        "  怎么办：用 reportgen trace 查看该数的来源；公式（12）的输入可能有误"
    )


def test_a_quantity_without_range_may_be_anything_finite() -> None:
    check_plausible(method(), {"nominal_growth": pd.DataFrame({2021: [-99.0, 1e9]})})
    with pytest.raises(EstimationError):
        check_plausible(method(), {"nominal_growth": pd.DataFrame({2021: [np.inf]})})


def test_all_implausible_functions_are_told() -> None:
    wrong = pd.DataFrame({2021: [-1.0]}, index=["national"])
    with pytest.raises(ManyErrors, match="共 2 处错误"):
        check_plausible(method(), {"gdp": wrong, "employment": wrong})
