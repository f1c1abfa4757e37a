"""Which cells move when some inputs are nudged: how status is inherited, and how a number is traced.

Dependence is measured, not declared: every cell of an input is changed by its own small
factor, the function or the graph is run again, and what changed depends on it. An
economist who rewrites a formula therefore has nothing else to keep up to date.
"""

from __future__ import annotations

import zlib

import numpy as np
import pandas as pd

NUDGE = 1e-3
NOISE = 1e-10


def nudged(value: object, chosen: object, name: str) -> object:
    """A copy of a number, Series or DataFrame in which the chosen cells are changed a little.

    Args:
        value: float, Series or DataFrame; anything else is returned as it is.
        chosen: True, or booleans of the same shape.
        name: seeds the factors, so that no two inputs move together.
    """
    if isinstance(value, bool) or not isinstance(value, (float, pd.Series, pd.DataFrame)):
        return value
    shape = np.shape(value)
    generator = np.random.default_rng(zlib.crc32(name.encode()))
    factor = 1 + NUDGE * generator.uniform(0.5, 1.5, shape) * np.where(np.asarray(chosen), 1.0, 0.0)
    if isinstance(value, float):
        return value * float(factor)
    if isinstance(value, pd.Series):
        return value * factor if pd.api.types.is_numeric_dtype(value) else value
    numeric = all(pd.api.types.is_numeric_dtype(kind) for kind in value.dtypes)
    return value * factor if numeric else value


def moved(before: object, after: object) -> np.ndarray:
    """Booleans of the shape of the values: which cells differ by more than rounding noise."""
    old, new = np.asarray(before, dtype=float), np.asarray(after, dtype=float)
    scale = np.nanmax(np.abs(old)) if old.size and not np.isnan(old).all() else 0.0
    gap = np.abs(new - old)
    return (gap > NOISE * np.maximum(np.abs(old), NOISE * scale)) & ~np.isnan(gap)
