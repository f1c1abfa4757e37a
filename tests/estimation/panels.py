"""Made-up tables for property tests: sections, industries and provinces over three years."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

YEARS = [2017, 2018, 2019]
INDUSTRIES = ["industry.primary", "industry.secondary", "industry.tertiary"]
AGRICULTURE, MANUFACTURING, INFORMATION, FINANCE = (
    "sector.agriculture",
    "sector.manufacturing",
    "sector.information",
    "sector.finance",
)
SECTIONS = [AGRICULTURE, MANUFACTURING, INFORMATION, FINANCE]
INDUSTRY_OF_SECTION = pd.Series(dict(zip(SECTIONS, [*INDUSTRIES, INDUSTRIES[-1]], strict=True)))
PROVINCES = ["province.a", "province.b"]
KEYS = ["软件", "电信"]
ZONES = pd.Series({"zone.ab": " ".join(PROVINCES)})


def panel(rows: Sequence[str]) -> st.SearchStrategy[pd.DataFrame]:
    """Positive levels, rows x years."""
    levels = arrays.arrays(float, (len(rows), len(YEARS)), elements=st.floats(1, 1000, width=32))
    return levels.map(lambda values: pd.DataFrame(values, list(rows), YEARS))


def rates(labels: Sequence[object]) -> st.SearchStrategy[pd.Series]:
    """Rates between 0.01 and 1, one a label."""
    numbers = arrays.arrays(float, len(labels), elements=st.floats(0, 1, width=32))
    return numbers.map(lambda values: pd.Series(np.maximum(values, 0.01), list(labels)))


def by_province() -> st.SearchStrategy[pd.DataFrame]:
    """Positive levels, (province, industry) x years."""
    return _two_levels(PROVINCES, INDUSTRIES, ["province", "industry"])


def by_key() -> st.SearchStrategy[pd.DataFrame]:
    """Positive activity, (key, province) x years."""
    return _two_levels(KEYS, PROVINCES, ["key", "province"])


def _two_levels(first: list[str], second: list[str], names: list[str]) -> st.SearchStrategy[pd.DataFrame]:
    index = pd.MultiIndex.from_product([first, second], names=names)
    return panel(["|".join(label) for label in index]).map(lambda table: table.set_axis(index))
