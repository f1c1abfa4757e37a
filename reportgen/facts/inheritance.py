"""The status of every cell of every fact: as weak as the weakest input that moves it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from reportgen.facts.graph import FactGraph
from reportgen.facts.ingredient import Ingredient
from reportgen.facts.sensitivity import moved, nudged
from reportgen.facts.status import Status, weakest

CELLWISE = (Status.校准, Status.推算, Status.预测)


def statuses(
    graph: FactGraph,
    ingredients: Mapping[str, Ingredient],
    results: Mapping[str, object],
    wanted: list[str],
    peers: Callable[[str], list[str]],
) -> dict[str, np.ndarray]:
    """Status integers with the shape of each wanted result.

    Args:
        graph: the functions.
        ingredients: the inputs of the run.
        results: values of all functions in that run.
        wanted: names of the functions whose statuses are needed.
        peers: the scopes that a rank, list or count of this scope compares.
    """
    found = {name: _base(graph, name, results[name]) for name in wanted}
    measured = [name for name in wanted if not graph.declaration(name).ranks]
    for status in CELLWISE:
        overrides = _nudged_sources(graph, ingredients, results, status)
        if not overrides:
            continue
        reached = [name for name in measured if graph.upstream(name) & set(overrides)]
        untouched = {name for name in graph.functions if not graph.upstream(name) & set(overrides)}
        after = graph.run(ingredients, reached, {name: results[name] for name in untouched} | overrides)
        for name in reached:
            found[name] = np.where(moved(results[name], after[name]), int(status), found[name])
    for name in wanted:
        if graph.declaration(name).ranks:
            found[name] = _of_peers(results, found, name, graph.declaration(name).ranks, peers)
    return found


def _base(graph: FactGraph, name: str, value: object) -> np.ndarray:
    """实际 for rearranged statistics, 测算 once any function above computes an estimate."""
    declared = (graph.declaration(above).status for above in graph.upstream(name) if above in graph.functions)
    return np.full(np.shape(value), int(weakest(status for status in declared if status not in CELLWISE)))


def _nudged_sources(
    graph: FactGraph, ingredients: Mapping[str, Ingredient], results: Mapping[str, object], status: Status
) -> dict[str, object]:
    """Inputs and functions that bring in this status, with the cells that carry it changed a little."""
    sources: dict[str, object] = {}
    for name, ingredient in ingredients.items():
        chosen = np.asarray(ingredient.status) == int(status)
        if chosen.any():
            changed = nudged(ingredient.value, chosen, name)
            if changed is not ingredient.value:
                sources[name] = changed
    for name in graph.functions:
        if graph.declaration(name).status is status:
            sources[name] = nudged(results[name], True, name)
    return sources


def _of_peers(
    results: Mapping[str, object],
    found: Mapping[str, np.ndarray],
    name: str,
    ranked: str,
    peers: Callable[[str], list[str]],
) -> np.ndarray:
    """Ranks, lists and counts: the weakest status among all that were compared in that year."""
    source, table = results[ranked], results[name]
    statuses = pd.DataFrame(found[ranked], index=source.index, columns=source.columns)[table.columns]
    compared = [tuple(peers(scope)) for scope in table.index]
    worst = {group: statuses[statuses.index.isin(group)].max().to_numpy() for group in set(compared)}
    return np.array([worst[group] for group in compared]).reshape(table.shape)
