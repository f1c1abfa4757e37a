"""From the results of the graph to the table of facts; implausible values stop here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from reportgen.errors import EstimationError, raise_all
from reportgen.facts.address import Address, Vocabulary
from reportgen.facts.declaration import Declaration
from reportgen.facts.fact import Fact, FactTable
from reportgen.facts.graph import FactGraph
from reportgen.facts.status import Status

_STATUS = tuple(Status)


def tabulate(
    graph: FactGraph,
    results: Mapping[str, pd.DataFrame | pd.Series],
    statuses: Mapping[str, np.ndarray],
    vocabulary: Vocabulary,
) -> FactTable:
    """Every cell of the given results as a fact; empty cells are no facts.

    Args:
        results: Series by scope (no year) or DataFrame scope x year; an index that is named
            (``subsector``, ``io``) holds codes, which become scopes ``subsector.CODE``.
        statuses: arrays of the same shapes.
    """
    facts = []
    for name, table in results.items():
        unit = graph.declaration(name).unit
        metric = vocabulary.metric_name(name)
        scopes = _scopes(table)
        heads = [f"{metric}.{vocabulary.scope_name(scope)}" for scope in scopes]
        for year, values, firmness in _columns(table, statuses[name]):
            years, tail = Address.read_years(year), f"[{year}]" if year else ""
            facts.extend(
                Fact(Address(name, scope, years), value, unit, _STATUS[status], head + tail)
                for scope, head, value, status in zip(scopes, heads, values, firmness, strict=True)
                if value == value
            )
    return FactTable(facts, vocabulary)


def check_plausible(graph: FactGraph, results: Mapping[str, object]) -> None:
    """Every value is finite and inside the range declared above its function.

    Raises:
        EstimationError: for each function with a value outside, the first such cell.
    """
    found = (_implausible(graph, name, value) for name, value in results.items())
    raise_all(error for error in found if error)


def implausible_cells(declared: Declaration, numbers: np.ndarray) -> np.ndarray:
    """Booleans of the shape of the numbers: infinite, or outside the declared range by more than rounding."""
    low, high = _range(declared)
    slack = 1e-9 * max(1.0, abs(low) if np.isfinite(low) else 0, abs(high) if np.isfinite(high) else 0)
    return np.isinf(numbers) | (numbers < low - slack) | (numbers > high + slack)


def _range(declared: Declaration) -> tuple[float, float]:
    low = -np.inf if declared.low is None else declared.low
    return low, np.inf if declared.high is None else declared.high


def _scopes(table: pd.DataFrame | pd.Series) -> list[str]:
    prefix = f"{table.index.name}." if table.index.name in ("subsector", "io") else ""
    return [f"{prefix}{label}" for label in table.index]


def _columns(table: pd.DataFrame | pd.Series, statuses: np.ndarray) -> Iterator[tuple[str, list, list]]:
    """Year text, values and statuses of each column; a Series is one column without a year."""
    if isinstance(table, pd.Series):
        yield "", table.tolist(), statuses.tolist()
        return
    for year, values, column in zip(table.columns, table.to_numpy().T, statuses.T, strict=True):
        yield str(year), values.tolist(), column.tolist()


def _implausible(graph: FactGraph, name: str, value: object) -> EstimationError | None:
    declared = graph.declaration(name)
    numbers = np.asarray(value, dtype=float)
    outside = implausible_cells(declared, numbers)
    if not outside.any():
        return None
    low, high = _range(declared)
    position = tuple(int(axis[0]) for axis in np.nonzero(outside))
    labels = "、".join(str(axis[i]) for axis, i in zip(getattr(value, "axes", []), position, strict=False))
    return EstimationError(
        f"“{declared.label}”的值 {numbers[position]:.6g} 超出合理范围 [{low:g}, {high:g}]",
        place=f"{name}（{labels}）" if labels else name,
        remedy=f"用 reportgen trace 查看该数的来源；公式{declared.equation}的输入可能有误",
    )
