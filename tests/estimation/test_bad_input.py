"""What the method refuses, and in which words."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from reportgen.errors import AddressError, EstimationError, IdentityError, ManyErrors, ReportError
from reportgen.estimation.correlation import correlation_coefficient
from reportgen.estimation.estimate import estimate, method
from reportgen.estimation.identities import verify
from reportgen.facts.tabulate import check_plausible
from tests.small_estimate import SmallRun, changed


def message(run: SmallRun, expected: type[ReportError], **values: object) -> str:
    with pytest.raises(expected) as caught:
        estimate(changed(run.ingredients, **values), run.vocabulary)
    return str(caught.value)


def test_table_that_is_not_productive(small: SmallRun) -> None:
    flows = small.ingredients["transactions"].value * 3
    A = (flows / small.ingredients["total_output"].value).to_numpy()
    radius, column = np.abs(np.linalg.eigvals(A)).max(), A.sum(axis=0).max()
    assert radius > 1
    assert message(small, EstimationError, transactions=flows) == (
        f"部门 34067（中间投入占产出 {column:.4f}）：投入产出表不满足生产性条件：消耗系数矩阵的谱半径为 {radius:.4f}，应小于 1\n"
        "  怎么办：核对该部门的中间投入与总产出"
    )


def test_singular_table(small: SmallRun) -> None:
    """Every sector uses up itself: I - A is zero."""
    output = small.ingredients["total_output"].value
    flows = pd.DataFrame(np.diag(output), output.index, output.index)
    assert message(small, EstimationError, transactions=flows) == (
        "部门 01001（中间投入占产出 1.0000）：投入产出表不满足生产性条件：消耗系数矩阵的谱半径为 1.0000，应小于 1\n"
        "  怎么办：核对该部门的中间投入与总产出"
    )


def test_missing_ingredients(small: SmallRun) -> None:
    kept = {name: one for name, one in small.ingredients.items() if name not in ("exports", "forecast_rule")}
    with pytest.raises(EstimationError) as caught:
        estimate(kept, small.vocabulary)
    assert str(caught.value) == (
        "测算缺少输入：exports、forecast_rule\n  怎么办：检查版本文件的 data 与 parameters 两项是否列全"
    )


def test_scoring_without_a_sheet(small: SmallRun) -> None:
    assert message(small, EstimationError, correlation_source="scoring") == (
        "correlation_source 为 scoring，但没有打分表\n"
        "  怎么办：在参数文件中写 expert_counts、factor_weights、grade_values 三项"
    )


def test_subsector_without_coefficient(small: SmallRun) -> None:
    fewer = small.ingredients["calibrated_correlation_coefficient"].value.drop("63121")
    assert message(small, EstimationError, calibrated_correlation_coefficient=fewer) == (
        "参数 calibrated_correlation_coefficient：直接子行业 63121 没有相关系数\n  怎么办：补上这些代码，或改 direct_subsectors"
    )


def test_year_without_multiplier(small: SmallRun) -> None:
    fewer = small.ingredients["calibrated_annual_multiplier"].value.drop([2019, 2022])
    assert message(small, EstimationError, calibrated_annual_multiplier=fewer) == (
        "2019、2022 年没有年度乘子\n  怎么办：在 calibrated_annual_multiplier 或 multiplier_overrides 中补上"
    )


def test_scoring_sheet_without_a_factor() -> None:
    counts = pd.DataFrame({"高": [5.0], "低": [5.0]}, ["39088/功能"])
    with pytest.raises(EstimationError) as caught:
        correlation_coefficient(
            pd.Series(dtype=float),
            pd.Series({"39088": "计算机"}),
            "scoring",
            counts,
            pd.Series({"功能": 0.5, "应用": 0.5}),
            pd.Series({"高": 1.0, "低": 0.0}),
        )
    assert str(caught.value) == (
        "打分表中子行业 39088 缺少因素 应用\n  怎么办：补齐 expert_counts 中该子行业各因素的人数"
    )


class TestProductionFunction:
    """Y = 2 K^alpha L^beta exactly, with K and L that do not move together."""

    YEARS = range(2007, 2022)

    def series(self, alpha: float, beta: float) -> pd.DataFrame:
        step = np.arange(len(self.YEARS))
        K, L = 100 * 1.1**step, 50 + step % 3
        return pd.DataFrame(
            [2 * K**alpha * L**beta, K, L],
            ["nominal_gdp", "fixed_asset_investment", "total_employment"],
            self.YEARS,
        )

    def estimated(self, small: SmallRun, alpha: float, beta: float) -> pd.Series:
        given = changed(small.ingredients, production_series=self.series(alpha, beta))
        return method().run(given, ["production_function"])["production_function"]

    def test_inside_its_bounds_the_free_estimate_is_used(self, small: SmallRun) -> None:
        found = self.estimated(small, 0.4, 0.7)
        assert found["capital_elasticity"] == pytest.approx(0.4)
        assert found["labour_elasticity"] == pytest.approx(0.7)
        assert found["log_technology"] == pytest.approx(np.log(2))
        assert found["constant_returns"] == 0

    @pytest.mark.parametrize(("alpha", "beta"), [(0.4, -1.5), (0.3, 1.2), (1.1, 0.5), (-0.2, 0.5)])
    def test_outside_them_it_falls_back_and_says_so(self, small: SmallRun, alpha: float, beta: float) -> None:
        found = self.estimated(small, alpha, beta)
        assert found["constant_returns"] == 1
        assert found["capital_elasticity"] + found["labour_elasticity"] == pytest.approx(1)
        assert found["unrestricted_capital"] == pytest.approx(alpha)
        assert found["unrestricted_labour"] == pytest.approx(beta)

    def test_the_fallback_is_a_fact(self, small: SmallRun) -> None:
        given = changed(small.ingredients, production_series=self.series(0.3, 1.2))
        assert method().run(given, ["constant_returns"])["constant_returns"]["national"] == 1


def test_implausible_value(small: SmallRun) -> None:
    results = small.estimate.results
    doctored = results | {"gdp_share": results["gdp_share"] * 40}
    with pytest.raises(EstimationError) as caught:
        check_plausible(method(), doctored)
    value = doctored["gdp_share"].loc["national", 2017]
    assert str(caught.value) == (
        f"gdp_share（national、2017）：“占GDP比重”的值 {value:.6g} 超出合理范围 [0, 100]\n"
        "  怎么办：用 reportgen trace 查看该数的来源；公式（12）的输入可能有误"
    )


def test_implausible_values_are_told_together(small: SmallRun) -> None:
    text = message(small, ManyErrors, assumed_nominal_growth=-150.0)
    assert text.startswith("共 ")
    assert "national_gdp（national、2022）：“三次产业生产总值”的值 -4356.93 超出合理范围 [0, inf]" in text


def test_infinite_value(small: SmallRun) -> None:
    results = dict(small.estimate.results)
    results["nominal_growth"] = results["nominal_growth"].where(results["nominal_growth"] < 0, np.inf)
    with pytest.raises(EstimationError, match="“名义增速”的值 inf 超出合理范围"):
        check_plausible(method(), results)


def test_broken_identity(small: SmallRun) -> None:
    """One hundred million added to one province of one year: both sides and the residual are told."""
    results = dict(small.estimate.results)
    table = results["employment"].copy()
    nation = table.loc["national", 2019]
    table.loc["province.hebei", 2019] += 1
    residual = 1 / table.loc["national"].max()
    with pytest.raises(IdentityError) as caught:
        verify(results | {"employment": table}, 1e-9)
    assert str(caught.value) == (
        f"恒等式不成立：带动就业：各省之和 = 全国；2019：左边 {nation + 1:.6f}，右边 {nation:.6f}，相对残差 {residual:.2e}\n"
        "  怎么办：允许的相对残差为 1e-09；检查最近改动的公式与分配权重"
    )


def test_identity_with_a_hole(small: SmallRun) -> None:
    """A missing value is a broken identity, not one that nobody can check."""
    results = dict(small.estimate.results)
    table = results["value_added"].copy()
    table.loc["national", 2020] = np.nan
    with pytest.raises(ManyErrors) as caught:
        verify(results | {"value_added": table}, 1e-9)
    first = caught.value.errors[0].problem
    assert first.startswith("恒等式不成立：增加值：直接产业 + 渗透产业 = 全国；2020：左边 ")
    assert first.endswith("右边 nan，相对残差 nan")


def test_weights_that_leave_a_section_out_break_an_identity(small: SmallRun) -> None:
    fewer = small.ingredients["activity_key_weights"].value.drop("sector.information")
    text = message(small, ManyErrors, activity_key_weights=fewer)
    assert "恒等式不成立：直接产业增加值：各省之和 = 直接产业" in text


def test_unknown_addresses(small: SmallRun) -> None:
    facts, parse = small.estimate.facts, small.vocabulary.parse
    with pytest.raises(AddressError) as caught:
        facts.get(parse("增加值.制造业[2035]", small.calendar))
    years = "、".join(str(year) for year in range(2017, 2023))
    assert str(caught.value) == (f"没有这个数：增加值.制造业[2035]\n  怎么办：该指标和范围现有年份：{years}")
    with pytest.raises(AddressError) as caught:
        facts.get(parse("占GDP比重.河北[2021]", small.calendar))
    assert str(caught.value) == "没有这个数：占GDP比重.河北[2021]\n  怎么办：该指标现有范围：全国"
