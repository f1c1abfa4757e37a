"""Inputs of the made-up graph, and the graph itself."""

from __future__ import annotations

import pandas as pd

from reportgen.facts.graph import FactGraph
from reportgen.facts.ingredient import Ingredient
from reportgen.facts.status import Status
from tests.facts import made_up_graph

SHOPS = ["province.beijing", "province.hebei"]
GRAPH = FactGraph([made_up_graph])


def inputs() -> dict[str, Ingredient]:
    """Visitors with one gap, a calibrated spending, a price that is 2 (a whole number), a switch."""
    visitors = pd.DataFrame({2020: [10.0, 4.0], 2021: [12.0, None]}, index=SHOPS)
    spending = pd.Series([3.0, 5.0], index=SHOPS)
    calibrated = pd.Series([int(Status.实际), int(Status.校准)], index=SHOPS)
    given = [
        Ingredient(
            "visitors",
            visitors,
            "公布的客流",
            unit="万人",
            source="《小年鉴》",
            place=place_of("visitors.csv"),
        ),
        Ingredient("spending", spending, "人均消费", calibrated, "元", "调查", place_of("spending.yaml")),
        Ingredient("prices", 2, "价格", Status.实际, "1", "假定", place_of("prices.yaml")),
        Ingredient("mood", "glad", "口径", source="设定", place=place_of("mood.yaml")),
    ]
    return {one.name: one for one in given}


def place_of(file: str):
    """Places like ``visitors.csv:province.hebei,2020``."""
    return lambda *cell: f"{file}:{','.join(str(label) for label in cell)}"
