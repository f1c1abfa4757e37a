"""Every figure in every hard case and in both variants: readable, with sound texts. Nothing is painted."""

from __future__ import annotations

import pytest

from reportgen.charts import figure as figure_module
from reportgen.charts.figure import load_figure, render_figure
from tests.charts.made_up import FIGURES, FONTS, NAMES
from tests.figures.cases import NAMES_OF_CASES, case

WITHOUT_NUMBERS = {"industry_structure"}


@pytest.mark.parametrize("variant", ["wide", "narrow"])
@pytest.mark.parametrize("situation", NAMES_OF_CASES)
@pytest.mark.parametrize("name", NAMES)
def test_every_figure_is_readable_in_every_case(
    name: str, situation: str, variant: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figure_module, "paint", lambda canvas: "")
    made = render_figure(load_figure(FIGURES, name), case(situation), FONTS, variant)
    assert made.height_pt % 18 == 0 and made.height_pt > 0
    assert made.height_pt <= 684 or variant == "narrow"
    assert made.width_pt == pytest.approx(476.7 if variant == "wide" else 272.1, abs=0.1)
    assert made.rows or name in WITHOUT_NUMBERS
    for text in (made.title, made.subtitle, made.alternative, made.note):
        assert "None" not in text and "--" not in text and "增长-" not in text and "下降-" not in text
    assert made.alternative.endswith("。")


@pytest.mark.parametrize("name", NAMES)
def test_without_a_forecast_nothing_speaks_of_one(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figure_module, "paint", lambda canvas: "")
    made = render_figure(load_figure(FIGURES, name), case("no forecast"), FONTS)
    assert not any("预计" in text or "预测" in text for text in (made.subtitle, made.alternative, made.note))
    assert not any(row.label.endswith("E") for row in made.rows)
