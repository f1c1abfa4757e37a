"""The method as a function from moved parameters to headlines, for many runs at once.

Runs go through the closed form where it covers what is moved and has been found to agree with the graph on some
runs; else every run goes through the graph, of which only what is downstream of the moved parameters is computed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from reportgen.errors import EstimationError
from reportgen.experiments.closed_nation import Arrays, ClosedNation
from reportgen.experiments.closed_provinces import ClosedProvinces
from reportgen.experiments.headline_values import HeadlineValues, looked_up
from reportgen.experiments.moves import Moves, labelled
from reportgen.facts.address import Address
from reportgen.facts.graph import FactGraph
from reportgen.facts.ingredient import Ingredient
from reportgen.facts.tabulate import implausible_cells

AGREEMENT = 1e-9
_JUDGED = (
    "section_value_added",
    "direct_rate",
    "indirect_rate",
    "sectoral_value_added_direct",
    "sectoral_value_added_indirect",
    "industrial_value_added_direct",
    "industrial_value_added_indirect",
    "domain_value_added",
    "provincial_value_added_direct",
    "provincial_value_added_indirect",
    "provincial_employment_direct",
    "provincial_employment_indirect",
)


@dataclass(frozen=True)
class Outcome:
    """The headlines of some runs (runs x headlines), and which runs are plausible in every judged quantity."""

    values: np.ndarray
    plausible: np.ndarray


@dataclass(frozen=True)
class Model:
    """The method of one edition.

    Attributes:
        graph: the method.
        ingredients: of the edition.
        base: results of all functions on them.
        addresses: of the headlines.
        closed: whether runs may go through the closed form.
    """

    graph: FactGraph
    ingredients: Mapping[str, Ingredient]
    base: Mapping[str, pd.DataFrame]
    addresses: tuple[Address, ...]
    closed: bool = False

    @classmethod
    def of(
        cls,
        graph: FactGraph,
        ingredients: Mapping[str, Ingredient],
        addresses: Sequence[Address],
        probe: Moves,
        size: int,
    ) -> Model:
        """The method, its closed form tried on a few runs.

        Args:
            graph, ingredients, addresses: the method, its inputs, the headlines.
            probe: some runs in which everything moves that is going to be moved.
            size: how many runs these are.
        """
        model = cls(graph, ingredients, graph.run(ingredients), tuple(addresses))
        if not model._covers(probe):
            return model
        found, expected = model._closed_outcome(probe, size), model.by_graph(probe, size)
        agrees = np.allclose(found.values, expected.values, rtol=AGREEMENT, atol=AGREEMENT)
        return replace(model, closed=bool(agrees and (found.plausible == expected.plausible).all()))

    @property
    def headlines(self) -> np.ndarray:
        """The headlines of the edition itself."""
        return looked_up(self.addresses, self.base)

    def outcome(self, moves: Moves, size: int) -> Outcome:
        """The headlines of `size` runs."""
        return (
            self._closed_outcome(moves, size)
            if self.closed and self._covers(moves)
            else self.by_graph(moves, size)
        )

    def by_graph(self, moves: Moves, size: int) -> Outcome:
        """The same, one run of the graph after the other; a run that the method refuses is not plausible."""
        values, plausible = np.full((size, len(self.addresses)), np.nan), np.zeros(size, dtype=bool)
        for run in range(size):
            given = {name: self._given(name, one[run]) for name, one in moves.items()}
            try:
                tables = self.tables(given)
            except EstimationError:
                continue
            values[run] = looked_up(self.addresses, tables)
            plausible[run] = all(not self._outside(name, tables[name]).any() for name in _JUDGED)
        return Outcome(values, plausible & np.isfinite(values).all(axis=1))

    def tables(self, changed: Mapping[str, object]) -> dict[str, pd.DataFrame]:
        """Judged quantities and headlines with other values of some parameters.

        Raises:
            EstimationError: the method cannot be applied to these values.
        """
        wanted = sorted({*_JUDGED, *(address.metric for address in self.addresses)})
        moving = set(changed)
        kept = {name: value for name, value in self.base.items() if not self.graph.upstream(name) & moving}
        return self.graph.run(self.ingredients, wanted, kept | dict(changed))

    def _given(self, name: str, numbers: np.ndarray) -> object:
        """One run's value of a parameter; a number of years or rounds is rounded."""
        value = labelled(self.ingredients[name].value, numbers)
        return round(value) if isinstance(value, float) and self.graph.is_whole(name) else value

    def arrays(self, moves: Moves, size: int) -> Arrays:
        """The results of the closed form by their names in the graph, runs first."""
        nation = ClosedNation(self.graph, self.ingredients, self.base)
        found = nation.arrays(moves, size)
        provinces = ClosedProvinces(self.ingredients, self.base, nation.sections)
        return found | provinces.arrays(moves, found)

    def _covers(self, moves: Moves) -> bool:
        """True when the closed form has all headlines, and each moved parameter or that has no influence."""
        known = {*ClosedNation.moved, *ClosedProvinces.moved}
        values = HeadlineValues(self.addresses, self.ingredients, self.base)
        above = frozenset().union(*(self.graph.upstream(address.metric) for address in self.addresses))
        return values.covers() and not (set(moves) & above) - known

    def _closed_outcome(self, moves: Moves, size: int) -> Outcome:
        arrays = self.arrays(moves, size)
        values = HeadlineValues(self.addresses, self.ingredients, self.base).of(arrays)
        plausible = np.isfinite(values).all(axis=1)
        for name in _JUDGED:
            plausible &= ~self._outside(name, arrays[name]).reshape(size, -1).any(axis=1)
        return Outcome(values, plausible)

    def _outside(self, name: str, numbers: object) -> np.ndarray:
        return implausible_cells(self.graph.declaration(name), np.asarray(numbers, dtype=float))
