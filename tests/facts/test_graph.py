"""Running a graph of functions: what is computed, what stands in, and what is missing."""

from __future__ import annotations

import pandas as pd
import pytest

from reportgen.errors import EstimationError
from tests.facts.shops import GRAPH, SHOPS, inputs

ALL = ["all_visitors", "filled_visitors", "mean_spending", "rank_visitors", "sales", "total_sales"]


def test_functions_are_those_of_the_module_without_private_and_imported_ones() -> None:
    assert sorted(GRAPH.functions) == ALL
    assert GRAPH.parameters("sales") == ("all_visitors", "spending", "prices")
    assert GRAPH.declaration("sales").label == "销售额"


def test_upstream() -> None:
    assert GRAPH.upstream("visitors") == {"visitors"}
    assert GRAPH.upstream("all_visitors") == {"all_visitors", "filled_visitors", "visitors"}
    assert GRAPH.upstream("total_sales") >= {"sales", "prices", "bonus", "visitors", "total_sales"}
    assert "mood" not in GRAPH.upstream("total_sales")


def test_run_by_hand() -> None:
    """12×3×2 + 4×5×2 = 112; the gap of 2021 takes 4 from 2020."""
    results = GRAPH.run(inputs())
    assert sorted(results) == ALL
    assert results["total_sales"].loc["national"].to_dict() == {2020: 100.0, 2021: 112.0}


def test_only_what_is_wanted_is_computed() -> None:
    given = inputs()
    del given["mood"]
    assert list(GRAPH.run(given, ["sales"])) == ["sales"]


def test_a_whole_number_typed_for_a_real_one() -> None:
    """Hamilton would refuse 2 where a float is declared."""
    assert isinstance(inputs()["prices"].value, int)
    assert GRAPH.run(inputs(), ["sales"])["sales"].loc[SHOPS[0], 2020] == 60


def test_optional_input() -> None:
    assert GRAPH.run(inputs(), ["total_sales"], {"bonus": 5.0})["total_sales"].loc["national", 2020] == 105


def test_overrides_stand_in_for_functions_and_inputs() -> None:
    visitors = pd.DataFrame({2020: [1.0, 1.0]}, index=SHOPS)
    results = GRAPH.run(inputs(), ["sales"], {"all_visitors": visitors, "prices": 10.0})
    assert results["sales"][2020].tolist() == [30, 50]


def test_what_lies_above_an_override_is_not_needed() -> None:
    given = inputs()
    del given["visitors"]
    visitors = pd.DataFrame({2020: [1.0, 1.0]}, index=SHOPS)
    assert GRAPH.run(given, ["sales"], {"all_visitors": visitors})["sales"][2020].tolist() == [6, 10]


def test_missing_inputs_are_named_together() -> None:
    given = inputs()
    del given["visitors"], given["prices"]
    with pytest.raises(EstimationError) as caught:
        GRAPH.run(given, ["total_sales"])
    assert str(caught.value) == (
        "测算缺少输入：prices、visitors\n  怎么办：检查版本文件的 data 与 parameters 两项是否列全"
    )


def test_inputs_that_nobody_uses_do_no_harm() -> None:
    given = inputs()
    given["unused"] = given["mood"]
    assert sorted(GRAPH.run(given)) == ALL
