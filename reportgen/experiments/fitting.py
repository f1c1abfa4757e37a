"""Regularised least squares from several starts; deterministic."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
import pandas as pd

from reportgen.facts.ingredient import Ingredient
from reportgen.facts.status import Status

SEED = 20221201
DIGITS = 6
TOLERANCE = 1e-6

Labelled = TypeVar("Labelled", pd.Series, pd.DataFrame)


@dataclass(frozen=True)
class Spread(Generic[Labelled]):
    """Lowest and highest of several values of one quantity, cell by cell."""

    low: Labelled
    high: Labelled

    @classmethod
    def over(cls, *values: Labelled) -> Spread[Labelled]:
        """Over values with the same labels, rounded to `DIGITS`; a cell that one of them lacks is left out of it."""
        low = high = values[0]
        for value in values[1:]:
            low, high = low.where(~(value < low), value), high.where(~(value > high), value)
        return cls(low.round(DIGITS), high.round(DIGITS))


@dataclass(frozen=True)
class Fit:
    """The best parameters found, and half the sum of squared residuals at them."""

    theta: np.ndarray
    cost: float


def fit(
    misfit: Callable[[np.ndarray], np.ndarray],
    centre: np.ndarray,
    strength: np.ndarray,
    starts: int,
    first: np.ndarray | None = None,
) -> Fit:
    """Minimise |misfit(theta)|^2 + |strength (theta - centre)|^2; ties go to the earliest start.

    Args:
        misfit: residuals in units of their tolerance.
        centre: prior, and first start; the others are drawn around it.
        strength: weight of the prior, one a parameter.
        starts: number of starts.
        first: where the first start begins, the prior when not given.
    """
    from scipy.optimize import least_squares

    def residuals(theta: np.ndarray) -> np.ndarray:
        return np.r_[misfit(theta), strength * (theta - centre)]

    generator = np.random.default_rng(SEED)
    begin = centre if first is None else first
    places = [begin + (generator.normal(0, 0.5, len(centre)) if start else 0) for start in range(starts)]
    found = [least_squares(residuals, theta, method="lm", ftol=TOLERANCE, xtol=TOLERANCE) for theta in places]
    best = min(found, key=lambda result: round(result.cost, 9))
    return Fit(best.x, float(best.cost))


def logit(share: float) -> float:
    """The unbounded number of a share in (0, 1)."""
    return float(np.log(share / (1 - share)))


def logistic(theta: np.ndarray) -> np.ndarray:
    """The inverse of `logit`."""
    return 1 / (1 + np.exp(-theta))


def as_ingredients(**values: object) -> dict[str, Ingredient]:
    """Fitted values as inputs of the graph."""
    return {name: Ingredient(name, value, name, Status.校准) for name, value in values.items()}
