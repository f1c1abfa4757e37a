"""What other readings of a small made-up method change."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from reportgen.data.parameter import Parameter
from reportgen.document.appendix_data import Alternative
from reportgen.errors import EstimationError
from reportgen.facts.ingredient import Ingredient
from reportgen.facts.status import Status
from reportgen.review.readings import Readings

VALUE = pd.DataFrame(
    {2021: [100.0, 60.0, 40.0], 2022: [110.0, 66.0, 44.0]},
    index=["national", "province.beijing", "province.hebei"],
)
WORDS = {"plain": "照旧", "shifted": "改分", "later": "只改预测", "idle": "不变", "missing": "没有资料"}


class Graph:
    """A method of one switch: moves value added between the provinces, or changes the forecast."""

    def upstream(self, name):
        return {"rule"} if name != "section_employment_scale" else set()

    def run(self, ingredients, wanted=None, overrides=None):
        assert overrides is None or "section_employment_scale" in overrides, "it does not depend on the rule"
        choice = (overrides or {}).get("rule", ingredients["rule"].value)
        if choice == "missing":
            raise EstimationError("没有资料")
        value = VALUE.copy()
        if choice == "shifted":
            value.loc["province.beijing"] += 6
            value.loc["province.hebei"] -= 6
        if choice == "later":
            value[2022] *= 1.1
        scale = pd.Series({2021: self.scale, 2022: 1.0})
        return {"value_added": value, "employment": value / 10, "section_employment_scale": scale}

    scale = 1.0


def switch(value: str) -> Parameter:
    path = Path("p.yaml")
    return Parameter(
        "rule", "规则", value, "", Status.实际, "", path, {(): 1}, choices=tuple(WORDS), words=WORDS
    )


@pytest.fixture
def readings() -> Readings:
    ingredients = {"rule": Ingredient("rule", "plain", "规则")}
    names = {"province.beijing": "北京", "province.hebei": "河北"}
    return Readings(Graph(), ingredients, names.__getitem__, (2021, 2022))


def test_each_choice_that_changes_a_result_has_a_row(readings: Readings) -> None:
    assert readings.alternatives({"rule": switch("plain")}, {}) == (
        Alternative("规则", "照旧", "改分", "", "", "", "河北（-15.00%）"),
        Alternative("规则", "照旧", "只改预测", "", "+10.00%", "", ""),
    )


def test_the_letter_of_the_text_is_the_last_row(readings: Readings) -> None:
    *_, letter = readings.alternatives({"rule": switch("plain")}, {"rule": switch("later")})
    assert letter == Alternative("全部读法", "本书读法", "原方案字面", "", "+10.00%", "", "")


def test_national_employment_by_national_productivity(
    readings: Readings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Graph, "scale", 0.8)
    *_, nation = readings.alternatives({"rule": switch("plain")}, {})
    assert nation == Alternative("全国带动就业", "各省之和", "按全国生产率", "", "", "+25.00%", "")
