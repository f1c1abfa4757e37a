"""The pure formulas against textbook tables, pymrio and the augmented matrix itself."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pymrio
import pytest
from hypothesis import given, settings

from reportgen.estimation import iomath
from reportgen.facts.ingredient import Ingredient
from tests.estimation.economies import Economy, economies
from tests.estimation.tables import cross_ratios, frame, random_table, series

FEW = settings(max_examples=25, deadline=None, derandomize=True)


class TestMillerAndBlair:
    """R. E. Miller and P. D. Blair, Input-Output Analysis, 2nd ed., Cambridge 2009; printed to four digits."""

    Z = frame([[150, 500], [200, 100]])
    x = series([1000, 2000])

    def test_input_coefficients_of_section_2_3(self) -> None:
        A = iomath.input_coefficients(self.Z, self.x)
        np.testing.assert_allclose(A, [[0.15, 0.25], [0.20, 0.05]])

    def test_leontief_inverse_of_section_2_3(self) -> None:
        L = iomath.leontief_inverse(iomath.input_coefficients(self.Z, self.x))
        np.testing.assert_allclose(L, [[1.2541, 0.3300], [0.2640, 1.1221]], atol=5e-5)

    def test_new_outputs_for_new_final_demands_of_section_2_3(self) -> None:
        L = iomath.leontief_inverse(iomath.input_coefficients(self.Z, self.x))
        np.testing.assert_allclose(L @ np.array([600, 1500]), [1247.52, 1841.58], atol=5e-3)

    def test_output_multipliers_of_section_6_2(self) -> None:
        L = iomath.leontief_inverse(iomath.input_coefficients(self.Z, self.x))
        np.testing.assert_allclose(iomath.output_multipliers(L), [1.518, 1.452], atol=5e-4)

    def test_table_closed_to_households_of_section_2_5(self) -> None:
        L = iomath.leontief_inverse(frame([[0.15, 0.25, 0.05], [0.20, 0.05, 0.40], [0.30, 0.25, 0.05]]))
        printed = [[1.3651, 0.4253, 0.2509], [0.5273, 1.3481, 0.5954], [0.5698, 0.4890, 1.2885]]
        np.testing.assert_allclose(L, printed, atol=5e-5)

    def test_ghosh_inverse_of_section_12_1(self) -> None:
        """The supply-side model is the demand-side one on the transposed flows."""
        G = iomath.leontief_inverse(iomath.input_coefficients(self.Z.T, self.x)).T
        np.testing.assert_allclose(G, [[1.2541, 0.6601], [0.1320, 1.1221]], atol=5e-5)

    def test_biproportional_example_of_section_7_4(self) -> None:
        """The example's base coefficients, outputs and margins; what RAS promises, not the printed result."""
        base = frame([[0.120, 0.100, 0.049], [0.210, 0.247, 0.265], [0.026, 0.249, 0.145]])
        seed = base.mul(series([421, 284, 283]), axis="columns")
        rows, columns = series([245, 136, 159]), series([251, 107, 182])
        table = iomath.biproportional(seed, rows, columns, 1e-12, 1000)
        np.testing.assert_allclose(table.sum(axis="columns"), rows, rtol=1e-11)
        np.testing.assert_allclose(table.sum(), columns, rtol=1e-11)
        np.testing.assert_allclose(cross_ratios(table), cross_ratios(seed), rtol=1e-9)


class TestPymrio:
    """pymrio as oracle on random tables."""

    @pytest.mark.parametrize("sectors", [2, 5, 20])
    def test_coefficients_inverse_and_multipliers(self, sectors: int) -> None:
        Z, x = random_table(sectors)
        A = iomath.input_coefficients(Z, x)
        np.testing.assert_allclose(A, pymrio.calc_A(Z, x), rtol=1e-12)
        L = iomath.leontief_inverse(A)
        np.testing.assert_allclose(L, pymrio.calc_L(A), rtol=1e-10)
        every = pd.DataFrame(np.ones((1, sectors)), ["output"], Z.columns)
        np.testing.assert_allclose(
            iomath.output_multipliers(L), pymrio.calc_M(every, L).loc["output"], rtol=1e-10
        )

    def test_some_columns_are_those_of_the_whole_inverse(self) -> None:
        Z, x = random_table(12)
        A = iomath.input_coefficients(Z, x)
        some = pd.Index(["s7", "s2"])
        found = iomath.leontief_columns(A, some)
        assert list(found.columns) == ["s7", "s2"]
        np.testing.assert_allclose(found, pymrio.calc_L(A)[some], rtol=1e-10)

    def test_ghosh(self) -> None:
        Z, x = random_table(6)
        B = iomath.input_coefficients(Z.T, x).T
        np.testing.assert_allclose(B, pymrio.calc_B(Z, x), rtol=1e-12)
        np.testing.assert_allclose(iomath.leontief_inverse(B.T).T, pymrio.calc_G(B), rtol=1e-10)


class TestAugmented:
    """Both forms of the linked output against the inverse of the augmented matrix."""

    @FEW
    @given(economies())
    def test_closed_forms_on_made_up_tables(self, economy: Economy) -> None:
        printed, joint = economy.augmented
        np.testing.assert_allclose(economy.printed, printed, rtol=1e-7, atol=1e-9)
        np.testing.assert_allclose(economy.joint, joint, rtol=1e-7, atol=1e-9)

    def test_closed_forms_on_the_table_of_2017(self, real: dict[str, Ingredient]) -> None:
        A = iomath.input_coefficients(real["transactions"].value, real["total_output"].value)
        S = real["calibrated_correlation_coefficient"].value
        economy = Economy(A, real["total_output"].value, S)
        printed, joint = economy.augmented
        assert len(S) == 11
        assert len(printed) == 149
        np.testing.assert_allclose(economy.printed, printed, rtol=1e-10)
        np.testing.assert_allclose(economy.joint, joint, rtol=1e-10)
        assert (economy.printed >= economy.joint).all()

    def test_an_unsplit_sector_keeps_its_row_and_an_empty_twin(self) -> None:
        A = frame([[0.1, 0.4], [0.2, 0.2]])
        twin = iomath.augmented_coefficients(A, pd.Series({"s1": 0.0}))
        np.testing.assert_array_equal(twin.to_numpy()[:2, :2], A)
        np.testing.assert_array_equal(twin.to_numpy()[2], [0, 0, 0])
