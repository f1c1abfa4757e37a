"""The functions, tables and parameters behind a number, and which feeds which: what a picture of a trace shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from reportgen.facts.graph import FactGraph
from reportgen.facts.ingredient import Ingredient
from reportgen.facts.status import Status, weakest
from reportgen.facts.trace_step import Bundle, Step

FUNCTION, TABLE, PARAMETER, SWITCH = "函数", "统计表", "参数", "开关"


@dataclass(frozen=True, slots=True)
class Node:
    """One function or input.

    Attributes:
        name, label: English and Chinese.
        kind: 函数, 统计表, 参数 or 开关.
        status: the weakest of the numbers used; None for a switch.
        note: equation of a function, ``""`` otherwise.
    """

    name: str
    label: str
    kind: str
    status: Status | None
    note: str = ""


@dataclass(frozen=True)
class Lineage:
    """A graph without circles; edges lead from what is used to what uses it."""

    nodes: tuple[Node, ...]
    edges: tuple[tuple[str, str], ...]


def lineage(step: Step, graph: FactGraph, ingredients: Mapping[str, Ingredient]) -> Lineage:
    """What the trace of a number went through; below what it sums up, everything declared."""
    found: dict[tuple[str, str], None] = {}
    own: dict[str, list[Status]] = {step.name: []}
    _follow(step, found, own, graph)
    shown = {name for name, one in ingredients.items() if not isinstance(one.value, int)}
    edges = _known(found, shown | set(graph.functions))
    names = list(dict.fromkeys([step.name, *(name for edge in edges for name in reversed(edge))]))
    below = {name: [used for used, user in edges if user == name] for name in names}
    status: dict[str, Status] = {}

    def firmness(name: str) -> Status:
        if name not in status:
            met = own.get(name) or [firmness(one) for one in below[name]]
            if name in graph.functions:
                met = met if own.get(name) else [*met, graph.declaration(name).status]
            elif not met:
                met = [_weakest_cell(ingredients[name])]
            status[name] = weakest(met)
        return status[name]

    nodes = tuple(_node(name, graph, ingredients, firmness(name)) for name in names)
    return Lineage(nodes, edges)


def _follow(
    step: Step, edges: dict[tuple[str, str], None], own: dict[str, list[Status]], graph: FactGraph
) -> None:
    for one in step.inputs:
        edges[one.name, step.name] = None
        if isinstance(one, Step):
            if one.status is not None:
                own.setdefault(one.name, []).append(one.status)
            _follow(one, edges, own, graph)
        elif isinstance(one, Bundle):
            _declared(one.name, edges, graph)
    if step.compared:
        ranked = graph.declaration(step.name).ranks
        edges[ranked, step.name] = None
        _declared(ranked, edges, graph)


def _declared(name: str, edges: dict[tuple[str, str], None], graph: FactGraph) -> None:
    for above in graph.parameters(name) if name in graph.functions else ():
        if (above, name) not in edges:
            edges[above, name] = None
            _declared(above, edges, graph)


def _known(edges: Mapping[tuple[str, str], None], known: set[str]) -> tuple[tuple[str, str], ...]:
    """The edges without inputs that an edition may leave out and years, which every function may read."""
    return tuple(edge for edge in edges if edge[0] in known)


def _node(name: str, graph: FactGraph, ingredients: Mapping[str, Ingredient], status: Status) -> Node:
    if name in graph.functions:
        declared = graph.declaration(name)
        return Node(name, declared.label, FUNCTION, status, declared.equation)
    one = ingredients[name]
    if isinstance(one.value, str | int) or not _numbers(one.value):
        return Node(name, one.label, SWITCH, None)
    kind = PARAMETER if isinstance(one.status, Status) and one.unit != "" and not _published(one) else TABLE
    return Node(name, one.label, kind, status)


def _published(one: Ingredient) -> bool:
    return one.status is Status.实际 and not isinstance(one.value, float)


def _numbers(value: object) -> bool:
    return not isinstance(value, pd.Series) or pd.api.types.is_numeric_dtype(value)


def _weakest_cell(one: Ingredient) -> Status:
    return one.status if isinstance(one.status, Status) else Status(int(np.max(one.status)))


