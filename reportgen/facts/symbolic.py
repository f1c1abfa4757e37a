"""Runs one function of the graph on tables of terms: every cell of its result tells how it was computed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import numpy as np
import pandas as pd

from reportgen.facts.expression import LEAF, Term

Cell = tuple[object, ...]


class TermFrame(pd.DataFrame):
    """A table of terms; pandas would turn the cells of a mean into bare numbers."""

    @property
    def _constructor(self) -> type[TermFrame]:
        return TermFrame

    @property
    def _constructor_sliced(self) -> type[TermSeries]:
        return TermSeries

    def mean(self, axis: object = 0, **_: object) -> pd.Series:
        """The sum of what is there by its number."""
        return self.sum(axis=axis) / self.notna().sum(axis=axis)


class TermSeries(pd.Series):
    """A row or column of terms."""

    @property
    def _constructor(self) -> type[TermSeries]:
        return TermSeries

    @property
    def _constructor_expanddim(self) -> type[TermFrame]:
        return TermFrame

    def mean(self, **_: object) -> object:
        """The sum of what is there by its number."""
        return self.sum() / int(self.notna().sum())


def symbolic(function: Callable[..., object], inputs: Mapping[str, object]) -> object | None:
    """The result of a function with terms in its cells; None when it does more than arithmetic.

    Args:
        function: of the graph.
        inputs: its arguments by name; numbers become leaves named after the argument and the cell.
    """
    given = {name: lifted(name, value) for name, value in inputs.items()}
    try:
        return function(**given)
    except Exception:  # whatever cannot work on terms: a solver, a regression, an iteration
        return None


def lifted(name: str, value: object) -> object:
    """A number, or a table of numbers, as leaves; anything else as it is."""
    if isinstance(value, float):
        return Term(value, LEAF, (name, ()))
    if not isinstance(value, pd.Series | pd.DataFrame) or not _numeric(value):
        return value
    cells = np.empty(value.shape, dtype=object)
    for position, number in np.ndenumerate(value.to_numpy(dtype=float)):
        labels = tuple(axis[i] for axis, i in zip(value.axes, position, strict=True))
        cells[position] = number if np.isnan(number) else Term(float(number), LEAF, (name, labels))
    if isinstance(value, pd.Series):
        return TermSeries(cells, index=value.index, name=value.name)
    return TermFrame(cells, index=value.index, columns=value.columns)


def _numeric(value: pd.Series | pd.DataFrame) -> bool:
    kinds = [value.dtype] if isinstance(value, pd.Series) else list(value.dtypes)
    return all(pd.api.types.is_numeric_dtype(kind) for kind in kinds)


def terms_of(value: object) -> Iterator[object]:
    """Every cell of a result."""
    yield from np.asarray(value, dtype=object).ravel() if np.ndim(value) else (value,)
