"""Which cells of an input move one cell of a function's value: found by nudging them and running it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from reportgen.facts.address import Address
from reportgen.facts.graph import FactGraph
from reportgen.facts.sensitivity import moved, nudged

PER_CENT_MORE = 1.01
Cell = tuple[object, ...]


@dataclass(frozen=True)
class Dependence:
    """Measures functions of one run of the graph.

    Attributes:
        graph: the functions.
        values: of all functions and inputs of the run, by name.
    """

    graph: FactGraph
    values: Mapping[str, object]
    _moved: dict[tuple[str, str, bytes], np.ndarray] = field(default_factory=dict, repr=False)
    _cut: dict[tuple[tuple[int, ...], bytes], list[np.ndarray]] = field(default_factory=dict, repr=False)
    _raised: dict[tuple[str, str], object] = field(default_factory=dict, repr=False)

    def inputs(self, name: str) -> dict[str, object]:
        """The arguments of a function; those with a default may be missing."""
        return {one: self.values[one] for one in self.graph.parameters(name) if one in self.values}

    def cells(self, name: str, cell: Cell, above: str, most: int) -> list[Cell] | None:
        """The cells of an input that move one cell of a function's value; None when there are more than `most`.

        Regions that move it are halved, all by turns, so that many are known to be many early.
        """
        value = self.values[above]
        regions = [np.ones(np.shape(value), dtype=bool)]
        while regions:
            regions = [region for region in regions if self._moves(name, cell, above, region)]
            if len(regions) > most:
                return None
            if all(region.sum() <= 1 for region in regions):
                return [_labels(value, region) for region in regions]
            regions = [part for region in regions for part in self._parts(region)]
        return []

    def columns(self, name: str, cell: Cell, above: str, most: int) -> list[Cell] | None:
        """The cells of all columns of a table that move a cell: fewer runs than `cells`, years kept apart.

        None for what is no table of many cells in at most so many columns.
        """
        value = self.values[above]
        if not isinstance(value, pd.DataFrame) or not len(value.columns) <= most < value.size:
            return None
        found: list[Cell] = []
        for position, label in enumerate(value.columns):
            region = np.zeros(value.shape, dtype=bool)
            region[:, position] = True
            if self._moves(name, cell, above, region):
                found += [(row, label) for row in value.index[value[label].notna()]]
        return found

    def effect(self, name: str, cell: Cell, above: str) -> float:
        """By how many per cent a cell of a function moves when an input is one per cent more throughout."""
        if (name, above) not in self._raised:
            inputs = self.inputs(name)
            inputs[above] = inputs[above] * PER_CENT_MORE  # type: ignore[operator]
            self._raised[name, above] = self.graph.functions[name](**inputs)
        before, after = at(self.values[name], cell), at(self._raised[name, above], cell)
        return (after / before - 1) / (PER_CENT_MORE - 1) if before else 0.0

    def _parts(self, region: np.ndarray) -> list[np.ndarray]:
        """The halves of a region, which are the same for all cells that are asked about."""
        key = region.shape, region.tobytes()
        if key not in self._cut:
            self._cut[key] = _halves(region)
        return self._cut[key]

    def _moves(self, name: str, cell: Cell, above: str, region: np.ndarray) -> bool:
        """Whether a region of an input moves a cell; the function is run once for all its cells."""
        before, key = self.values[name], (name, above, region.tobytes())
        if key not in self._moved:
            inputs = self.inputs(name)
            inputs[above] = nudged(inputs[above], region, above)
            self._moved[key] = moved(before, self.graph.functions[name](**inputs))
        found = self._moved[key]
        if not isinstance(before, pd.Series | pd.DataFrame):
            return bool(found)
        position = tuple(axis.get_loc(label) for axis, label in zip(before.axes, cell, strict=True))
        return bool(found[position])


def _halves(region: np.ndarray) -> list[np.ndarray]:
    """A region cut across its longest side; a single cell as it is."""
    positions = np.argwhere(region)
    if len(positions) <= 1:
        return [region]
    axis = int(np.argmax([len(np.unique(positions[:, k])) for k in range(region.ndim)]))
    places = np.indices(region.shape)[axis]
    return [region & np.isin(places, half) for half in np.array_split(np.unique(positions[:, axis]), 2)]


def _labels(value: object, region: np.ndarray) -> Cell:
    """The labels of the one cell of a region; none for a number without cells."""
    if isinstance(value, float):
        return ()
    position = np.argwhere(region)[0]
    return tuple(axis[i] for axis, i in zip(value.axes, position, strict=True))  # type: ignore[attr-defined]


def is_numeric(value: object) -> bool:
    """Whether a value has cells that can be nudged."""
    if isinstance(value, pd.Series):
        return pd.api.types.is_numeric_dtype(value)
    return isinstance(value, float | pd.DataFrame) and not isinstance(value, bool)


def at(value: object, cell: Cell) -> float:
    """The number in a cell; a value without cells is a number itself."""
    if not cell or isinstance(value, float):
        return float(value)  # type: ignore[arg-type]
    return float(value.loc[cell] if len(cell) > 1 else value.loc[cell[0]])  # type: ignore[attr-defined]


def cell_of(address: Address, results: Mapping[str, object]) -> Cell:
    """The labels of the cell that holds a fact."""
    table = results[address.metric]
    scope = address.scope if address.scope in table.index else address.scope.rpartition(".")[-1]  # type: ignore[attr-defined]
    if isinstance(table, pd.Series):
        return (scope,)
    return (scope, address.year_text if len(address.years) > 1 else address.years[0])
