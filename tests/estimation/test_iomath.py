"""The pure formulas on small tables: labels, zeros, refusals, margins and extrapolation."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from reportgen.errors import EstimationError
from reportgen.estimation import iomath
from tests.estimation.tables import GENERATOR, cross_ratios, frame, random_table, series


class TestInputCoefficients:
    def test_sector_without_output_has_no_coefficients(self) -> None:
        A = iomath.input_coefficients(frame([[1, 0], [2, 0]]), series([10, 0]))
        np.testing.assert_array_equal(A, [[0.1, 0], [0.2, 0]])

    def test_labels_decide_not_positions(self) -> None:
        Z, x = random_table(4)
        shuffled = x.iloc[::-1]
        pd.testing.assert_frame_equal(iomath.input_coefficients(Z, shuffled), iomath.input_coefficients(Z, x))

    def test_columns_in_another_order_than_rows(self) -> None:
        Z, x = random_table(4)
        A = iomath.input_coefficients(Z, x)
        some = pd.Index(["s1"])
        pd.testing.assert_frame_equal(
            iomath.leontief_columns(A[["s3", "s1", "s0", "s2"]], some), iomath.leontief_columns(A, some)
        )

    def test_domestic_coefficients_of_a_closed_economy_are_the_competitive_ones(self) -> None:
        Z, x = random_table(4)
        A = iomath.input_coefficients(Z, x)
        pd.testing.assert_frame_equal(iomath.domestic_coefficients(A, x, 0 * x, 0.3 * x), A)


class TestProductive:
    def test_a_table_that_uses_more_than_it_makes(self) -> None:
        with pytest.raises(EstimationError) as caught:
            iomath.require_productive(frame([[0.5, 0.2], [0.2, 1.1]]))
        assert str(caught.value) == (
            "部门 s1（中间投入占产出 1.3000）：投入产出表不满足生产性条件：消耗系数矩阵的谱半径为 1.1606，应小于 1\n"
            "  怎么办：核对该部门的中间投入与总产出"
        )

    def test_a_singular_table(self) -> None:
        """I - A without an inverse: every sector uses up all that is made."""
        with pytest.raises(EstimationError, match=r"谱半径为 1\.0000，应小于 1"):
            iomath.require_productive(frame([[0.5, 0.5], [0.5, 0.5]]))

    def test_one_column_above_one_may_still_be_productive(self) -> None:
        iomath.require_productive(frame([[0.1, 1.2], [0.1, 0.1]]))


class TestFuzzyEvaluation:
    def test_all_experts_of_one_mind(self) -> None:
        counts = pd.DataFrame({"高": [7, 7], "低": [0, 0]}, ["功能", "应用"])
        found = iomath.fuzzy_evaluation(
            counts, pd.Series({"功能": 0.3, "应用": 0.7}), pd.Series({"高": 0.9, "低": 0.1})
        )
        assert found == pytest.approx(0.9)

    def test_grades_are_matched_by_name(self) -> None:
        counts = pd.DataFrame({"低": [2.0], "高": [8.0]}, ["功能"])
        found = iomath.fuzzy_evaluation(counts, pd.Series({"功能": 1.0}), pd.Series({"低": 0.0, "高": 1.0}))
        assert found == pytest.approx(0.8)


class TestBiproportional:
    def test_margins_and_cross_ratios_of_a_random_table(self) -> None:
        seed, _ = random_table(6)
        rows = series(GENERATOR.uniform(1, 5, 6).tolist())
        columns = series(GENERATOR.uniform(1, 5, 6).tolist())
        columns *= rows.sum() / columns.sum()
        table = iomath.biproportional(seed, rows, columns, 1e-12, 1000)
        np.testing.assert_allclose(table.sum(axis="columns"), rows, rtol=1e-11)
        np.testing.assert_allclose(table.sum(), columns, rtol=1e-11)
        np.testing.assert_allclose(cross_ratios(table), cross_ratios(seed), rtol=1e-9)

    def test_margins_that_already_hold_change_nothing(self) -> None:
        seed, _ = random_table(4)
        table = iomath.biproportional(seed, seed.sum(axis="columns"), seed.sum(), 1e-12, 10)
        np.testing.assert_allclose(table, seed, rtol=1e-12)

    def test_zero_cells_stay_zero(self) -> None:
        seed = frame([[1, 0], [1, 1]])
        table = iomath.biproportional(seed, series([2, 8]), series([7, 3]), 1e-12, 1000)
        np.testing.assert_allclose(table, [[2, 0], [5, 3]], rtol=1e-9)

    def test_margins_that_do_not_agree(self) -> None:
        with pytest.raises(EstimationError) as caught:
            iomath.biproportional(frame([[1, 1], [1, 1]]), series([3, 4]), series([5, 5]), 1e-9, 10)
        assert str(caught.value) == (
            "双比例法的行合计 7.0000 与列合计 10.0000 不相等\n  怎么办：先使两组合计总和一致"
        )

    def test_margins_out_of_reach(self) -> None:
        """The second column can only come from the second row, which is to hold 2: 5 / 2 - 1 = 1.5."""
        with pytest.raises(EstimationError) as caught:
            iomath.biproportional(frame([[1, 0], [1, 1]]), series([8, 2]), series([5, 5]), 1e-9, 50)
        assert str(caught.value) == (
            "双比例法迭代 50 次后行和仍相差 1.50e+00\n  怎么办：检查种子表中是否有整行或整列为零"
        )


class TestExtrapolation:
    table = pd.DataFrame(
        [[100.0, 120.0, 150.0, 165.0], [80.0, 60.0, 66.0, 99.0]], ["甲", "乙"], [2017, 2018, 2019, 2020]
    )

    def test_mean_growth_by_hand(self) -> None:
        """甲 +20, +25, +10 %: mean 18.333 %; 乙 -25, +10, +50 %: mean 11.667 %."""
        found = iomath.mean_growth(self.table, 3)
        np.testing.assert_allclose(found, [165 * (1 + 0.55 / 3), 99 * (1 + 0.35 / 3)])

    @pytest.mark.parametrize("window", [2, 3, 4])
    def test_linear_trend_against_polyfit(self, window: int) -> None:
        found = iomath.linear_trend(self.table, window)
        years = self.table.columns.to_numpy(dtype=float)[-window:] - 2017
        for name, row in self.table.iterrows():
            slope, level = np.polyfit(years, row.to_numpy()[-window:], 1)
            assert found[name] == pytest.approx(level + slope * 4)

    def test_last_increment(self) -> None:
        np.testing.assert_allclose(iomath.last_increment(self.table), [180, 132])

    def test_all_rules_continue_a_straight_or_steady_path(self) -> None:
        straight = pd.DataFrame([[10.0, 12.0, 14.0]], ["甲"], [2017, 2018, 2019])
        steady = pd.DataFrame([[100.0, 110.0, 121.0]], ["甲"], [2017, 2018, 2019])
        assert iomath.extrapolate(straight, "linear_ols", 3)["甲"] == pytest.approx(16)
        assert iomath.extrapolate(straight, "last_increment", 3)["甲"] == pytest.approx(16)
        assert iomath.extrapolate(steady, "mean_growth", 2)["甲"] == pytest.approx(133.1)
