"""Every cell is as weak as the weakest input that moves it, measured by nudging."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from reportgen.facts.ingredient import Ingredient
from reportgen.facts.inheritance import statuses
from reportgen.facts.status import Status, weakest
from tests.facts.shops import GRAPH, SHOPS, inputs


def firmness(given: dict[str, Ingredient], name: str) -> list[list[str]]:
    """Names of the statuses of one result, row by row."""
    results = GRAPH.run(given)
    found = statuses(GRAPH, given, results, list(GRAPH.functions), lambda scope: SHOPS)
    return [[Status(int(cell)).name for cell in row] for row in np.atleast_2d(found[name])]


def test_order_of_firmness() -> None:
    assert list(Status) == [Status.实际, Status.测算, Status.校准, Status.推算, Status.预测]
    assert weakest([Status.校准, Status.实际, Status.推算]) is Status.推算
    assert weakest([]) is Status.实际


def test_rearranged_statistics_stay_actual_and_the_filled_cell_does_not() -> None:
    assert firmness(inputs(), "all_visitors") == [["实际", "实际"], ["实际", "推算"]]


def test_computed_cells_take_what_moves_them() -> None:
    """北京 depends on published numbers only; 河北 on a calibrated one, and in 2021 on the filled one too."""
    assert firmness(inputs(), "sales") == [["测算", "测算"], ["校准", "推算"]]


def test_a_sum_is_as_weak_as_its_weakest_part() -> None:
    assert firmness(inputs(), "total_sales") == [["校准", "推算"]]


def test_a_forecast_input_makes_forecasts() -> None:
    given = inputs()
    given["prices"] = replace(given["prices"], value=2.0, status=Status.预测)
    assert firmness(given, "total_sales") == [["预测", "预测"]]
    assert firmness(given, "all_visitors") == [["实际", "实际"], ["实际", "推算"]]


def test_ranks_take_the_weakest_of_all_that_are_compared() -> None:
    assert firmness(inputs(), "rank_visitors") == [["实际", "推算"], ["实际", "推算"]]


def test_an_input_that_a_switch_leaves_out_does_not_count() -> None:
    """The largest spending is that of 河北, which is calibrated; with 北京 ahead nothing calibrated is left."""
    assert firmness(inputs(), "mean_spending") == [["校准"]]
    given = inputs()
    given["spending"] = replace(given["spending"], value=pd.Series([9.0, 5.0], index=SHOPS))
    assert firmness(given, "mean_spending") == [["测算"]]
