"""Regularised least squares on problems with a known solution."""

from __future__ import annotations

import numpy as np
import pytest

from reportgen.experiments.fitting import fit, logistic, logit


def test_without_a_prior_the_least_squares_solution() -> None:
    A = np.array([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]])
    y = np.array([1.0, 2.0, 4.0])
    found = fit(lambda theta: A @ theta - y, np.zeros(2), np.zeros(2), 1)
    np.testing.assert_allclose(found.theta, np.linalg.lstsq(A, y)[0], atol=1e-6)


def test_the_prior_pulls_by_its_strength() -> None:
    """(theta - 4)^2 + 3^2 (theta - 2)^2 is least at (4 + 9 × 2) / 10 = 2.2; half of 3.24 + 0.36 is 1.8."""
    found = fit(lambda theta: theta - 4, np.array([2.0]), np.array([3.0]), 1)
    assert found.theta[0] == pytest.approx(2.2)
    assert found.cost == pytest.approx(1.8)


def test_the_best_of_several_starts() -> None:
    """1 + 4 (x^2 - 1/4)^2 - x/10 has valleys near -1/2 and 1/2, of which the second is the deeper one."""

    def misfit(theta: np.ndarray) -> np.ndarray:
        return np.sqrt(1 + 4 * (theta**2 - 0.25) ** 2 - theta / 10)

    one = fit(misfit, np.array([-0.4]), np.zeros(1), 1)
    many = fit(misfit, np.array([-0.4]), np.zeros(1), 8)
    assert one.theta[0] == pytest.approx(-0.49, abs=0.01)
    assert many.theta[0] == pytest.approx(0.51, abs=0.01)
    assert many.cost < one.cost


def test_the_same_call_gives_the_same_numbers() -> None:
    first, second = (
        fit(lambda theta: np.sin(theta) - 0.5, np.zeros(3), np.full(3, 0.1), 3) for _ in range(2)
    )
    assert first.theta.tolist() == second.theta.tolist()


def test_logit_and_back() -> None:
    for share in (0.001, 0.15, 0.5, 0.999):
        assert logistic(np.array([logit(share)]))[0] == pytest.approx(share)
