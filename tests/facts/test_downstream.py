"""From cells of the inputs to the facts that move with them."""

from __future__ import annotations

import pytest

from reportgen.estimation.estimate import method
from reportgen.facts.context import Context, Date
from reportgen.facts.dependence import at, cell_of
from reportgen.facts.downstream import computed_again, downstream, reachable
from reportgen.facts.run import Run, kept
from tests.small_estimate import SmallRun


@pytest.fixture(scope="module")
def run(small: SmallRun) -> Run:
    context = Context({}, {}, Date(2022))
    inputs, estimate = kept(small.ingredients), small.estimate
    return Run(
        inputs, estimate.results, estimate.firmness, estimate.facts, small.vocabulary, small.calendar, context
    )


def test_only_what_depends_on_a_cell_moves(run: Run) -> None:
    chosen = {"published_section_value_added": [("sector.finance", 2020)]}
    moved = {effect.fact.label for effect in downstream(method(), run, chosen).effects}
    assert "行业增加值.金融业[2020]" in moved and "增加值.全国[2020]" in moved
    assert "行业增加值.金融业[2019]" not in moved and "行业增加值.制造业[2020]" not in moved


def test_the_change_is_that_of_one_per_cent_more(run: Run) -> None:
    chosen = {"calibrated_annual_multiplier": [(2018,)]}
    found = downstream(method(), run, chosen).effects
    effects = {effect.fact.label: effect for effect in found}
    assert effects["渗透贡献率.教育[2021]"].change == pytest.approx(1.0)
    assert effects["渗透贡献率.教育[2021]"].words == "+1%"
    growth = effects["渗透产业名义增速.教育[2018]"]
    assert growth.words.endswith(" 个百分点")
    assert growth.change == pytest.approx((1 + growth.fact.value / 100) * 1, rel=1e-6)


def test_ranks_are_named_as_what_may_follow(run: Run) -> None:
    chosen = {"published_section_value_added": [("sector.finance", 2020)]}
    found = downstream(method(), run, chosen)
    assert "rank_value_added" in found.compared
    assert not any(effect.fact.address.metric == "rank_value_added" for effect in found.effects)


def test_computing_again_from_the_same_inputs_gives_the_same(run: Run) -> None:
    name = "section_real_growth"
    again = computed_again(method(), run, {name: run.ingredients[name].value})
    for fact in run.facts:
        if fact.address.metric in again:
            cell = cell_of(fact.address, run.results)
            assert at(again[fact.address.metric], cell) == fact.value


def test_what_a_switch_can_reach(run: Run) -> None:
    assert "value_added" in reachable(method(), run, "multiplier_scope")
    assert "gdp" not in reachable(method(), run, "multiplier_scope")


def test_kept_inputs_know_the_places_of_their_cells(small: SmallRun, run: Run) -> None:
    for name, one in small.ingredients.items():
        if name in ("published_section_value_added", "calibrated_annual_multiplier"):
            cells = [(row, column) for row in one.value.index for column in one.value.columns] if (
                one.value.ndim == 2
            ) else [(label,) for label in one.value.index]
            assert [run.ingredients[name].place(*cell) for cell in cells] == [one.place(*cell) for cell in cells]
