"""Made-up economies for property tests: productive tables with non-negative final demand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from reportgen.estimation import iomath

COLUMN_SUM = 0.8


@dataclass(frozen=True)
class Economy:
    """A table with direct sub-sectors.

    Attributes:
        A: input coefficients, every column sum below one.
        x: total output (I - A)^-1 f of a non-negative final demand f.
        S: correlation coefficients of the direct sub-sectors.
    """

    A: pd.DataFrame
    x: pd.Series
    S: pd.Series

    @property
    def L(self) -> pd.DataFrame:
        """The columns of the Leontief inverse that the formulas need."""
        return iomath.leontief_columns(self.A, self.S.index)

    @property
    def printed(self) -> pd.Series:
        """Linked output in the printed form."""
        return iomath.linked_output_printed(self.L, self.S, self.x)

    @property
    def joint(self) -> pd.Series:
        """Linked output in the joint form."""
        return iomath.linked_output_joint(self.L, self.S, self.x)

    @property
    def augmented(self) -> tuple[pd.Series, pd.Series]:
        """Linked output in both forms from the inverse of the augmented matrix, as the text has it."""
        A = iomath.augmented_coefficients(self.A, self.S)
        C = np.linalg.inv(np.eye(len(A)) - A.to_numpy())
        n = len(self.A)
        pull = (self.S * self.x[self.S.index]).to_numpy()
        diagonal = np.diag(C)[n:]
        printed = C[:n, n:] @ (pull / diagonal)
        joint = C[:n, n:] @ np.linalg.solve(C[n:, n:], pull)
        return pd.Series(printed, self.A.index), pd.Series(joint, self.A.index)


def labels(count: int) -> list[str]:
    """Sector codes: s0, s1, …"""
    return [f"s{number}" for number in range(count)]


def shares(length: int) -> st.SearchStrategy[np.ndarray]:
    """Numbers in [0, 1]."""
    return arrays.arrays(float, length, elements=st.floats(0, 1, width=32))


@st.composite
def economies(draw: st.DrawFn, most: int = 6) -> Economy:
    """Economies of two to six sectors with one to `most` direct sub-sectors."""
    n = draw(st.integers(2, 6))
    m = draw(st.integers(1, min(n, most)))
    names = labels(n)
    A = draw(arrays.arrays(float, (n, n), elements=st.floats(0, 1, width=32))) * COLUMN_SUM / n
    demand = draw(arrays.arrays(float, n, elements=st.floats(0.0625, 1000, width=32)))
    x = np.linalg.solve(np.eye(n) - A, demand)
    S = draw(shares(m))
    first = draw(st.permutations(names))[:m]
    return Economy(pd.DataFrame(A, names, names), pd.Series(x, names), pd.Series(S, first))
