"""How the cost of the input-output part grows with the number of sectors."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from reportgen.estimation import input_output
from tests.benchmark.edition import seconds_of
from tests.small_economy import accounts, flows

SIZES = (149, 300, 600)
SUBSECTORS = 11
SHARE = 0.2
CALLS = 20


def seconds_for(sectors: int) -> float:
    """Input coefficients, Leontief columns and linked output (equations 4 to 6) of a made-up table.

    The least time of several calls: what other programs take only adds to it.
    """
    transactions, output = table(sectors)
    first = output.index[:SUBSECTORS]
    S = pd.Series(SHARE, first)
    nothing = 0 * output

    def run() -> pd.Series:
        A = input_output.input_coefficients(transactions, output, nothing, nothing, "competitive", "leontief")
        L = input_output.leontief_inverse(A, pd.Series("", first))
        return input_output.linked_output(L, S, output, "printed")

    return min(seconds_of(run) for _ in range(CALLS))


def table(sectors: int) -> tuple[pd.DataFrame, pd.Series]:
    """The small economy with its sectors split evenly until there are so many; all identities stay."""
    parent = np.arange(sectors) % len(flows())
    parts = np.bincount(parent)[parent].astype(float)
    labels = [f"{number:05d}" for number in range(sectors)]
    split = flows()[np.ix_(parent, parent)] / np.outer(parts, parts)
    output = accounts()["total_output"][parent] / parts
    return pd.DataFrame(split, labels, labels), pd.Series(output, labels)


def exponent(seconds: Mapping[int, float]) -> float:
    """b of seconds = a sectors^b, by least squares on logarithms."""
    sizes, times = np.log(list(seconds)), np.log(list(seconds.values()))
    return float(np.polyfit(sizes, times, 1)[0])
