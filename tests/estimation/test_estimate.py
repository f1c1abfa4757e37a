"""The whole method on the small project: identities, statuses, and the facts that come out."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from reportgen.estimation.estimate import Estimate, estimate, method
from reportgen.facts.fact import Fact
from reportgen.facts.ingredient import Ingredient
from reportgen.facts.status import Status
from tests.small_estimate import SmallRun, changed

LISTS = ("list_most_active", "list_steady_growth_large", "list_fast_growth", "list_central_west_above_1000yi")


@pytest.fixture(scope="module")
def scored(small: SmallRun) -> Estimate:
    """The small project with a scoring sheet in place of calibrated coefficients."""
    rows = [f"{code}/{factor}" for code in ("39088", "63121", "65124") for factor in ("功能", "应用")]
    counts = pd.DataFrame({"高": [5.0, 2, 6, 6, 9, 9], "低": [5.0, 8, 4, 4, 1, 1]}, rows)
    weights, grades = pd.Series({"功能": 0.6, "应用": 0.4}), pd.Series({"高": 1.0, "低": 0.0})
    sheet = {"expert_counts": counts, "factor_weights": weights, "grade_values": grades}
    given = {name: Ingredient(name, value, name) for name, value in sheet.items()}
    return estimate(changed(small.ingredients, correlation_source="scoring") | given, small.vocabulary)


def fact(run: SmallRun, text: str, result: Estimate | None = None) -> Fact:
    return (result or run.estimate).facts.get(run.vocabulary.parse(text, run.calendar))


def test_identities_hold_to_rounding(small: SmallRun) -> None:
    assert len(small.estimate.checks) == 16
    assert max(check.residual for check in small.estimate.checks) < 1e-12


def test_every_metric_of_the_method_becomes_facts_of_its_unit(small: SmallRun) -> None:
    found = {one.address.metric for one in small.estimate.facts}
    declared = set(method().functions) & set(small.vocabulary.metrics)
    assert found == declared
    for one in small.estimate.facts:
        assert one.unit == small.vocabulary.metrics[one.address.metric].unit, one.label


def test_labels_lead_back_to_the_fact(small: SmallRun) -> None:
    for one in small.estimate.facts:
        assert small.vocabulary.parse(one.label, small.calendar) == one.address


def test_all_years_and_scopes_of_value_added(small: SmallRun) -> None:
    of = {one.address for one in small.estimate.facts if one.address.metric == "value_added"}
    assert {address.years for address in of} == {(year,) for year in range(2017, 2023)}
    scopes = {address.scope for address in of}
    for kind in ("sector", "industry", "province", "zone", "direct"):
        assert set(small.vocabulary.scopes_of_kind(kind)) <= scopes


def test_agriculture_and_the_primary_industry_are_two_quantities(small: SmallRun) -> None:
    section = fact(small, "增加值.农林牧渔业[2021]").value
    primary = fact(small, "增加值.第一产业[2021]").value
    gdp = small.estimate.results["national_gdp"].loc["industry.primary", 2021]
    assert primary == pytest.approx(section * gdp / 812.92)
    assert primary < section


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("行业增加值.制造业[2021]", "实际"),
        ("行业增加值.采矿业[2019]", "实际"),
        ("行业增加值.采矿业[2020]", "推算"),
        ("行业增加值.采矿业[2021]", "推算"),
        ("行业增加值.教育[2020]", "推算"),
        ("行业增加值.制造业[2022]", "预测"),
        ("行业增加值名义增速.制造业[2021]", "实际"),
        ("行业增加值名义增速.采矿业[2020]", "推算"),
        ("GDP名义增速.全国[2021]", "实际"),
        ("GDP名义增速.河北[2021]", "实际"),
        ("GDP名义增速.全国[2022]", "预测"),
        ("生产总值.京津冀[2021]", "实际"),
        ("补缺残差.全国[2019]", "测算"),
        ("补缺残差.全国[2021]", "推算"),
        ("相关系数.子行业.计算机", "校准"),
        ("关联产出.部门.34067", "校准"),
        ("直接贡献率.制造业", "校准"),
        ("渗透贡献率.金融业[2017]", "校准"),
        ("年度乘子.全国[2022]", "校准"),
        ("生产函数的年度乘子.全国[2021]", "测算"),
        ("生产函数的年度乘子.全国[2022]", "预测"),
        ("资本产出弹性.全国", "测算"),
        ("增加值.全国[2019]", "校准"),
        ("增加值.全国[2020]", "推算"),
        ("增加值.制造业[2021]", "校准"),
        ("增加值.教育[2021]", "推算"),
        ("增加值.平台[2021]", "校准"),
        ("增加值.制造业[2022]", "预测"),
        ("名义增速.制造业[2021]", "校准"),
        ("累计增幅.制造业[2017-2021]", "校准"),
        ("累计增幅.教育[2017-2021]", "推算"),
        ("劳动生产率.第二产业[2021]", "测算"),
        ("劳动生产率.河北.第二产业[2021]", "推算"),
        ("带动就业.河北[2021]", "推算"),
        ("带动就业.全国[2022]", "预测"),
        ("增加值排名.制造业[2019]", "校准"),
        ("增加值排名.制造业[2021]", "推算"),
        ("增加值排名.制造业[2022]", "预测"),
        ("超千亿个数.各行业[2021]", "推算"),
    ],
)
def test_status_is_that_of_the_weakest_input(small: SmallRun, address: str, status: str) -> None:
    assert fact(small, address).status.name == status


def test_numbers_of_the_forecast_year_are_forecasts(small: SmallRun) -> None:
    """But calibrated rates, in which value added cancels, and what is nothing or everything whatever the inputs are."""
    of = [one for one in small.estimate.facts if one.address.years[-1:] == (2022,) and not one.is_forecast]
    given = {"annual_multiplier", "indirect_rate", "indirect_share_of_total"}
    assert {round(one.value, 9) for one in of if one.address.metric not in given} == {0, 100}


def test_scoring_sheet_replaces_calibration(small: SmallRun, scored: Estimate) -> None:
    """计算机 0.6×0.5 + 0.4×0.2 = 0.38; and what no longer depends on calibration is 测算."""
    found = fact(small, "相关系数.子行业.计算机", scored)
    assert found.value == pytest.approx(0.38)
    assert found.status is Status.测算
    assert fact(small, "增加值.制造业[2017]", scored).status is Status.测算
    assert fact(small, "增加值.制造业[2018]", scored).status is Status.校准


def test_weights_sum_to_one_and_ranks_are_permutations(small: SmallRun) -> None:
    weights = small.estimate.results["allocation_weight"]
    for industry in ("primary", "secondary", "tertiary"):
        np.testing.assert_allclose(weights[weights.index.str.endswith(industry)].sum(), 1)
    ranks = small.estimate.results["rank_value_added"]
    for kind in ("sector", "industry", "province", "direct"):
        own = ranks[ranks.index.str.match(rf"{kind}\.")]
        for year in own:
            assert sorted(own[year]) == list(range(1, len(own) + 1))


def test_lists_hold_ranks_of_provinces(small: SmallRun) -> None:
    for name in LISTS:
        table = small.estimate.results[name]
        assert set(table.index) <= set(small.vocabulary.scopes_of_kind("province"))
        assert set(np.unique(table.to_numpy()[~table.isna().to_numpy()])) <= {1.0, 2.0}


def test_the_same_inputs_give_the_same_bytes(small: SmallRun) -> None:
    again = estimate(small.ingredients, small.vocabulary)
    assert again.facts.to_csv() == small.estimate.facts.to_csv()
