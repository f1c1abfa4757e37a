"""What depends on some cells of the inputs: they are nudged, everything below is computed again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from reportgen.facts.dependence import Cell, at, cell_of
from reportgen.facts.fact import Fact
from reportgen.facts.graph import FactGraph
from reportgen.facts.run import Run
from reportgen.facts.sensitivity import moved, nudged

PER_CENT_MORE = 1.01
Chosen = Mapping[str, Sequence[Cell]]


@dataclass(frozen=True)
class Effect:
    """A fact that moves.

    Attributes:
        fact: as it is.
        change: by what it is more when all chosen cells are one per cent more: percentage points where its
            unit is %, per cents of its value elsewhere.
    """

    fact: Fact
    change: float

    @property
    def words(self) -> str:
        """``+0.32%``, ``−1.1 个百分点``."""
        text = f"{self.change:+.3g}".replace("-", "−")
        return f"{text} 个百分点" if self.fact.unit == "%" else f"{text}%"


@dataclass(frozen=True)
class Downstream:
    """What follows from some cells.

    Attributes:
        effects: the facts that move, in the order of the table of facts.
        compared: metrics of ranks, lists and counts made from metrics that move; a nudge rarely moves these.
    """

    effects: tuple[Effect, ...]
    compared: tuple[str, ...]


def downstream(graph: FactGraph, run: Run, chosen: Chosen) -> Downstream:
    """The facts that move with the chosen cells, each ingredient by name with its cells; ``()`` is the whole."""
    factors = {name: _factors(run.ingredients[name].value, cells) for name, cells in chosen.items()}
    changed = {name: nudged(run.ingredients[name].value, mask, name) for name, mask in factors.items()}
    more = {
        name: run.ingredients[name].value * np.where(mask, PER_CENT_MORE, 1.0)
        for name, mask in factors.items()
    }
    nudge, rise = computed_again(graph, run, changed), computed_again(graph, run, more)
    reached = {name: moved(run.results[name], value) for name, value in nudge.items()}
    effects = []
    for fact in run.facts:
        name = fact.address.metric
        if name in reached and not graph.declaration(name).ranks:
            cell = cell_of(fact.address, run.results)
            if reached[name][_position(run.results[name], cell)]:
                effects.append(Effect(fact, _change(fact, at(rise[name], cell))))
    metrics = {effect.fact.address.metric for effect in effects}
    ranked = {fact.address.metric for fact in run.facts}
    compared = (name for name in graph.functions if name in ranked and graph.declaration(name).ranks in metrics)
    return Downstream(tuple(effects), tuple(compared))


def computed_again(graph: FactGraph, run: Run, changed: Mapping[str, object]) -> dict[str, object]:
    """The values of all functions below the changed inputs."""
    values = {name: one.value for name, one in run.ingredients.items()} | dict(run.results) | dict(changed)
    below = [name for name in graph.functions if graph.upstream(name) & set(changed)]
    below.sort(key=lambda name: len(graph.upstream(name)))  # what a function depends on has less above it
    for name in below:
        values[name] = graph.functions[name](
            **{one: values[one] for one in graph.parameters(name) if one in values}
        )
    return {name: values[name] for name in below}


def reachable(graph: FactGraph, run: Run, name: str) -> list[str]:
    """The metrics that have an ingredient above them; whether it moves them depends on its value."""
    metrics = {fact.address.metric for fact in run.facts}
    return [one for one in graph.functions if one in metrics and name in graph.upstream(one)]


def _change(fact: Fact, after: float) -> float:
    if fact.unit == "%":
        return after - fact.value
    return (after / fact.value - 1) / (PER_CENT_MORE - 1) if fact.value else 0.0


def _factors(value: object, cells: Sequence[Cell]) -> np.ndarray:
    mask = np.zeros(np.shape(value), dtype=bool)
    for cell in cells:
        if cell:
            mask[_position(value, cell)] = True
        else:
            mask[...] = True
    return mask


def _position(value: object, cell: Cell) -> tuple[int, ...]:
    axes = value.axes if isinstance(value, pd.Series | pd.DataFrame) else []
    return tuple(axis.get_loc(label) for axis, label in zip(axes, cell, strict=True))


