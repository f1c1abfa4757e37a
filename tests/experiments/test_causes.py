"""Planted changes of known size come back in their cause; several at once add up."""

from __future__ import annotations

import itertools
import math
from pathlib import Path

import pandas as pd
import pytest

from reportgen.errors import EditionError, EstimationError
from reportgen.estimation.estimate import method
from reportgen.experiments.cause_headlines import HEADLINES, Headline
from reportgen.experiments.causes import Comparison, View, causes
from reportgen.experiments.swaps import Cause
from reportgen.facts.address import Address, Calendar, Vocabulary
from reportgen.facts.headlines import OF_FORECAST_YEAR, OF_REFERENCE_YEAR
from reportgen.facts.ingredient import Ingredient
from tests.experiments.editions import (
    Ingredients,
    explain,
    parts,
    revised,
    two_editions,
    with_coefficients,
    with_value,
)

ROOT = Path(__file__).parents[2]
DIRECT = "增加值.直接产业[本年]"
REVISION, COEFFICIENT = 1.05, 1.1


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ingredients, Ingredients]:
    return two_editions(tmp_path_factory.mktemp("editions"))


@pytest.fixture(scope="module")
def names() -> Vocabulary:
    return Vocabulary.read(Path(__file__).parents[2] / "content/names.csv")


def direct(ingredients: Ingredients, year: int = 2021) -> float:
    """The headline, computed without any of what is tested here."""
    return method().run(ingredients, ["value_added"])["value_added"].loc["direct", year]


def switched(ingredients: Ingredients) -> Ingredients:
    """The multiplier on the indirect rate only."""
    return with_value(ingredients, "multiplier_scope", "indirect")


def multiplier(ingredients: Ingredients) -> float:
    """What the switch divides direct value added of 2021 by."""
    return float(ingredients["calibrated_annual_multiplier"].value.loc[2018:2021].prod())


@pytest.mark.parametrize("view", View)
def test_a_single_change_is_wholly_in_its_cause(
    editions: tuple[Ingredients, Ingredients], names: Vocabulary, view: View
) -> None:
    now = editions[1]
    planted = {
        Cause.修订: (revised(now, REVISION, [2021]), REVISION),
        Cause.系数: (with_coefficients(now, COEFFICIENT), COEFFICIENT),
        Cause.方法: (switched(now), 1 / multiplier(now)),
    }
    for cause, (changed, factor) in planted.items():
        found = parts(explain(Comparison(now, changed, names, view))[DIRECT])
        assert set(found) == {cause, Cause.舍入}
        assert found[cause] == pytest.approx(direct(now) * (factor - 1), rel=1e-12)
        assert abs(found[Cause.舍入]) <= 0.01


def test_three_changes_at_once_are_told_apart(
    editions: tuple[Ingredients, Ingredients], names: Vocabulary
) -> None:
    """Direct value added is a product of what the three change, so that its split is known."""
    now = editions[1]
    changed = switched(with_coefficients(revised(now, REVISION, [2021]), COEFFICIENT))
    found = explain(Comparison(now, changed, names))
    factors = {Cause.修订: REVISION, Cause.系数: COEFFICIENT, Cause.方法: 1 / multiplier(now)}
    orders = list(itertools.permutations(factors))
    for cause, factor in factors.items():
        before = [math.prod(factors[one] for one in order[: order.index(cause)]) for order in orders]
        expected = direct(now) * (factor - 1) * sum(before) / len(orders)
        assert parts(found[DIRECT])[cause] == pytest.approx(expected, rel=1e-9)
    for one in found.values():
        assert sum(part.amount for part in one.parts) == one.after - one.before and one.orders == 0


def test_causes_with_the_same_effect_have_equal_parts(
    editions: tuple[Ingredients, Ingredients], names: Vocabulary
) -> None:
    now = editions[1]
    changed = with_coefficients(revised(now, COEFFICIENT, [2021]), COEFFICIENT)
    found = parts(explain(Comparison(now, changed, names))[DIRECT])
    assert found[Cause.修订] == pytest.approx(found[Cause.系数], rel=1e-12) != 0


def test_one_year_on_the_new_year_carries_the_move(
    editions: tuple[Ingredients, Ingredients], names: Vocabulary
) -> None:
    before, now = editions
    found = explain(Comparison(before, now, names, View.逐年))
    for one in found.values():
        assert set(parts(one)) == {Cause.新年, Cause.舍入}
    assert parts(found[DIRECT])[Cause.新年] == pytest.approx(direct(now) - direct(before, 2020))
    assert (found[DIRECT].old.years, found[DIRECT].new.years) == ((2020,), (2021,))


def test_in_the_same_year_a_new_year_changes_only_the_forecast(
    editions: tuple[Ingredients, Ingredients], names: Vocabulary
) -> None:
    before, now = editions
    found = explain(Comparison(before, now, names))
    assert parts(found[DIRECT]) == {Cause.新年: 0, Cause.舍入: 0}
    forecast = found["增加值.全国[预测年]"]
    assert forecast.old.years == forecast.new.years == (2021,)
    assert parts(forecast)[Cause.新年] != 0


@pytest.mark.parametrize(("view", "year"), [(View.同年, 2020), (View.逐年, 2021)])
def test_revised_and_new_years_of_one_table_are_told_apart(
    editions: tuple[Ingredients, Ingredients], names: Vocabulary, view: View, year: int
) -> None:
    """The same table brings 2021 and corrects 2020: each goes to its own cause."""
    before, now = editions
    changed = revised(now, REVISION, [2020])
    found = parts(explain(Comparison(before, changed, names, view))[DIRECT])
    if view is View.同年:
        assert found[Cause.修订] == pytest.approx(direct(before, 2020) * (REVISION - 1))
        assert found[Cause.新年] == 0
    else:
        # with 2021 in place the cell of 2020 is of no account: half of the orders see the revision
        assert found[Cause.修订] == pytest.approx(direct(before, 2020) * (REVISION - 1) / 2)
        assert found[Cause.新年] + found[Cause.修订] == pytest.approx(direct(now) - direct(before, 2020))


def test_each_input_has_its_own_part_and_many_are_drawn(
    editions: tuple[Ingredients, Ingredients], names: Vocabulary
) -> None:
    before, now = editions
    changed = with_coefficients(revised(now, REVISION, [2020, 2021]), COEFFICIENT)
    for name in ("gdp_by_industry", "national_employment", "provincial_gdp_by_industry"):
        table: pd.DataFrame = now[name].value.copy()
        table[2020] *= 1.01
        changed = with_value(changed, name, table)
    changed = with_value(switched(changed), "assumed_nominal_growth", 9.0)
    one = (Headline("带动就业.全国[本年]", "万人"),)
    comparison = Comparison(before, changed, names, View.逐年, each=True, headlines=one)
    found = explain(comparison, orders=8)["带动就业.全国[本年]"]
    labels = [part.name for part in found.parts]
    assert "统计数据修订：就业人员" in labels and "方法选择：乘子的作用范围" in labels
    assert "系数：相关系数" in labels and "新增年份数据" in labels and len(labels) == 9
    assert found.orders == 8 and any(part.error for part in found.parts)
    assert sum(part.amount for part in found.parts) == found.after - found.before
    assert found == explain(comparison, orders=8)["带动就业.全国[本年]"]


def test_print_and_unrounded_change_differ_by_rounding(
    editions: tuple[Ingredients, Ingredients], names: Vocabulary
) -> None:
    now = editions[1]
    headline = (Headline(DIRECT, "亿元", decimals=0),)
    (found,) = causes(Comparison(now, with_coefficients(now, 1.0001), names, headlines=headline))
    old, new = direct(now), direct(now) * 1.0001
    assert (found.before, found.after) == (round(old), round(new))
    expected = (round(new) - round(old)) - (new - old)
    assert parts(found)[Cause.舍入] == pytest.approx(expected, abs=1e-9) != 0


def test_headlines_are_printed_half_up_in_their_unit() -> None:
    half = Headline("增加值.全国[本年]", "万亿元", power=4)
    assert float(half.printed(35050)) == 3.51 and float(half.printed(-35050)) == -3.51
    assert float(half.scaled(35050)) == 3.505
    assert len({one.text for one in HEADLINES}) == len(HEADLINES)


def test_nothing_changed_has_no_cause(editions: tuple[Ingredients, Ingredients], names: Vocabulary) -> None:
    for one in causes(Comparison(editions[1], editions[1], names)):
        assert parts(one) == {Cause.舍入: 0} and one.before == one.after


def test_what_depends_on_each_other_is_refused(
    editions: tuple[Ingredients, Ingredients], names: Vocabulary
) -> None:
    """The scores that the switch asks for are a coefficient that only the later edition has."""
    now = editions[1]
    changed = with_value(now, "correlation_source", "scoring")
    for name, value in _scores(now).items():
        changed[name] = Ingredient(name, value, name)
    with pytest.raises(EstimationError, match=r"只换“方法选择”、其余照旧时算不出来.*没有打分表"):
        causes(Comparison(now, changed, names))


def _scores(now: Ingredients) -> dict[str, object]:
    codes = list(now["direct_subsectors"].value.index)
    counts = pd.DataFrame({"高": 4.0, "低": 6.0}, index=[f"{code}/因素" for code in codes])
    grades = {"高": 1.0, "低": 0.2}
    return {
        "expert_counts": counts,
        "factor_weights": pd.Series({"因素": 1.0}),
        "grade_values": pd.Series(grades),
    }


def test_editions_in_the_wrong_order_are_refused(
    editions: tuple[Ingredients, Ingredients], names: Vocabulary
) -> None:
    before, now = editions
    with pytest.raises(
        EditionError, match=r"前一版的本年 2021 晚于后一版的本年 2020.*\n.*较早的版本写在前面"
    ):
        causes(Comparison(now, before, names))


def test_another_first_year_is_refused(editions: tuple[Ingredients, Ingredients], names: Vocabulary) -> None:
    later = with_value(editions[1], "first_year", 2018)
    with pytest.raises(EditionError, match="基年不同（2017 与 2018）"):
        causes(Comparison(editions[1], later, names))


def test_what_is_explained_are_the_headlines_of_the_paper() -> None:
    vocabulary, calendar = Vocabulary.read(ROOT / "content/names.csv"), Calendar(2017, 2021, 2022)
    explained = [one.address(vocabulary, calendar) for one in HEADLINES]
    wanted = [Address(*one, (calendar.reference_year,)) for one in OF_REFERENCE_YEAR]
    assert explained == wanted + [Address(*one, (calendar.forecast_year,)) for one in OF_FORECAST_YEAR]
