"""Small labelled tables for tests of the pure formulas."""

from __future__ import annotations

import numpy as np
import pandas as pd

from tests.estimation.economies import labels

GENERATOR = np.random.default_rng(2017)


def frame(rows: list[list[float]]) -> pd.DataFrame:
    """Sectors s0, s1, … on both sides."""
    return pd.DataFrame(rows, labels(len(rows)), labels(len(rows[0])), dtype=float)


def series(values: list[float]) -> pd.Series:
    """One value a sector."""
    return pd.Series(values, labels(len(values)), dtype=float)


def random_table(sectors: int) -> tuple[pd.DataFrame, pd.Series]:
    """Transactions and total output, with half of every column value added."""
    Z = GENERATOR.uniform(0, 10, (sectors, sectors))
    return frame(Z.tolist()), series((2 * Z.sum(axis=0)).tolist())


def cross_ratios(table: pd.DataFrame) -> np.ndarray:
    """a_ij a_11 / (a_i1 a_1j): what scaling of rows and columns cannot change."""
    a = table.to_numpy()
    return a * a[0, 0] / (a[:, [0]] * a[[0], :])
