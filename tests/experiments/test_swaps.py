"""Which cause an input belongs to, and tables of which some cells are old and others new."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from reportgen.errors import EditionError
from reportgen.experiments.swaps import Cause, Player, cause_of, mixed, players_between
from reportgen.facts.ingredient import Ingredient
from reportgen.facts.status import Status
from tests.experiments.editions import Ingredients, two_editions

NEW_YEARS = Player("新", Cause.新年)


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ingredients, Ingredients]:
    return two_editions(tmp_path_factory.mktemp("editions"))


def test_the_cause_follows_from_what_an_input_is(editions: tuple[Ingredients, Ingredients]) -> None:
    expected = {
        Cause.修订: "transactions total_output gdp_by_industry production_series activity_keys",
        Cause.方法: "linkage_form fill_2020 forecast_window direct_subsectors industry_of_section",
        Cause.系数: "calibrated_correlation_coefficient calibrated_annual_multiplier assumed_nominal_growth",
    }
    for cause, names in expected.items():
        assert {name: cause_of(editions[1][name]) for name in names.split()} == dict.fromkeys(
            names.split(), cause
        )


def table(values: dict[int, list[float]], status: Status = Status.实际) -> Ingredient:
    frame = pd.DataFrame(values, index=["甲", "乙"])
    return Ingredient("table", frame, "表", frame.notna().astype(int) * status)


def calendar(reference: int) -> Ingredients:
    years = {"first_year": 2019, "reference_year": reference, "forecast_year": reference + 1}
    return {name: Ingredient(name, year, name) for name, year in years.items()}


OLD = calendar(2020) | {"table": table({2019: [1.0, 2.0], 2020: [3.0, np.nan]})}
NEW = calendar(2021) | {"table": table({2019: [1.0, 2.5], 2020: [3.0, 4.0], 2021: [5.0, 6.0]})}
REVISED = Player("旧", Cause.修订, frozenset({"table"}))


@pytest.mark.parametrize(
    ("entered", "reference", "expected"),
    [
        ([], 2020, {2019: [1, 2], 2020: [3, np.nan]}),
        ([REVISED], 2020, {2019: [1, 2.5], 2020: [3, 4]}),
        ([NEW_YEARS], 2021, {2019: [1, 2], 2020: [3, np.nan], 2021: [5, 6]}),
        ([NEW_YEARS, REVISED], 2021, {2019: [1, 2.5], 2020: [3, 4], 2021: [5, 6]}),
    ],
)
def test_revised_cells_and_new_years_enter_apart(
    entered: list[Player], reference: int, expected: dict[int, list[float]]
) -> None:
    found = mixed(OLD, NEW, entered)
    frame = pd.DataFrame(expected, index=["甲", "乙"], dtype=float)
    pd.testing.assert_frame_equal(found["table"].value, frame)
    assert found["reference_year"].value == reference


def test_the_players_are_what_differs() -> None:
    assert players_between(OLD, NEW, ["table"], each=False) == [
        Player(Cause.修订, Cause.修订, frozenset({"table"})),
        Player(Cause.新年, Cause.新年),
    ]
    assert players_between(OLD, OLD, ["table"], each=False) == []
    assert players_between(OLD, NEW, [], each=False) == [Player(Cause.新年, Cause.新年)]


def test_a_coefficient_that_only_the_later_edition_has_enters_by_its_years() -> None:
    value = pd.Series({2020: 1.1, 2022: 1.2})
    later = NEW | {"coefficient": Ingredient("coefficient", value, "乘子", Status.校准, "1")}
    coefficient = Player(Cause.系数, Cause.系数, frozenset({"coefficient"}))
    found = players_between(OLD, later, ["coefficient"], each=False)
    assert found == [Player(Cause.新年, Cause.新年), coefficient]
    years = [
        list(mixed(OLD, later, entered)["coefficient"].value.index)
        for entered in ([NEW_YEARS], [coefficient], [coefficient, NEW_YEARS])
    ]
    assert years == [[2022], [2020], [2020, 2022]]
    assert "coefficient" not in mixed(OLD, later, [])
    beyond = NEW | {"coefficient": replace(later["coefficient"], value=value.loc[[2022]])}
    assert players_between(OLD, beyond, ["coefficient"], each=False) == [Player(Cause.新年, Cause.新年)]


def test_years_taken_back_are_a_revision() -> None:
    shorter = calendar(2020) | {"table": table({2020: [3.0, np.nan]})}
    (player,) = players_between(OLD, shorter, ["table"], each=False)
    assert player.cause is Cause.修订
    assert list(mixed(OLD, shorter, [player])["table"].value) == [2020]


def test_a_year_of_a_multiplier_that_the_earlier_edition_did_not_reach_comes_with_the_new_data() -> None:
    old = calendar(2020) | {"mu": Ingredient("mu", pd.Series({2020: 1.1}), "乘子", Status.校准, "1")}
    new = calendar(2021) | {
        "mu": Ingredient("mu", pd.Series({2021: 1.3, 2020: 1.2}), "乘子", Status.校准, "1")
    }
    by_cause = {player.cause: player for player in players_between(old, new, ["mu"], each=False)}
    assert set(by_cause) == {Cause.新年, Cause.系数}
    assert mixed(old, new, [by_cause[Cause.新年]])["mu"].value.to_dict() == {2020: 1.1, 2021: 1.3}
    assert mixed(old, new, [by_cause[Cause.系数]])["mu"].value.to_dict() == {2020: 1.2}


def test_everything_entered_is_the_later_edition(editions: tuple[Ingredients, Ingredients]) -> None:
    before, now = editions
    for each in (False, True):
        players = players_between(before, now, now, each)
        for found, expected in ((mixed(before, now, players), now), (mixed(before, now, []), before)):
            assert set(found) == set(expected)
            for name, ingredient in expected.items():
                value = found[name].value
                assert (
                    value.equals(ingredient.value)
                    if hasattr(value, "equals")
                    else (value == ingredient.value)
                )


def test_inputs_that_only_one_edition_has_come_and_go_with_their_cause() -> None:
    extra = Ingredient("extra", pd.Series({"甲": 0.5}), "附加", Status.校准, "1")
    (player,) = players_between(OLD, OLD | {"extra": extra}, ["extra"], each=False)
    assert player.cause is Cause.系数
    assert "extra" not in mixed(OLD, OLD | {"extra": extra}, [])
    assert "extra" in mixed(OLD, OLD | {"extra": extra}, [player])
    assert "extra" not in mixed(OLD | {"extra": extra}, OLD, [player])


def test_the_accounts_of_an_input_output_table_stay_together(
    editions: tuple[Ingredients, Ingredients],
) -> None:
    now = editions[1]
    changed = dict(now)
    for name in ("total_output", "transactions"):
        value = now[name].value * 1.01
        changed[name] = Ingredient(name, value, now[name].label, now[name].status, now[name].unit)
    (player,) = players_between(now, changed, now, each=True)
    assert player.name == "统计数据修订：投入产出表"
    assert player.swapped == {"total_output", "transactions"}


def test_another_input_output_table_is_refused(editions: tuple[Ingredients, Ingredients]) -> None:
    now = editions[1]
    flows = now["transactions"]
    value = flows.value.rename(index={"01001": "01999"}, columns={"01001": "01999"})
    changed = now | {"transactions": Ingredient("transactions", value, "中间流量", unit="亿元")}
    with pytest.raises(EditionError, match="“中间流量”两版的项目不同（01001、01999只在一版）"):
        players_between(now, changed, now, each=False)
