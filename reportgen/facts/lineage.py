"""The functions, tables and parameters behind a number, and which feeds which: what a picture of a trace shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from reportgen.facts.dependence import Cell, cell_of
from reportgen.facts.fact import Fact
from reportgen.facts.ingredient import Ingredient
from reportgen.facts.status import Status, weakest
from reportgen.facts.trace import Tracer

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
    """A graph without circles; edges lead from what is used to what uses it. The number itself comes first."""

    nodes: tuple[Node, ...]
    edges: tuple[tuple[str, str], ...]


def lineage(tracer: Tracer, fact: Fact) -> Lineage:
    """What a fact was computed from, followed cell by cell."""
    walk = _Walk(tracer)
    walk.follow(fact.address.metric, cell_of(fact.address, tracer.results))
    names = dict.fromkeys([fact.address.metric, *(name for edge in walk.edges for name in reversed(edge))])
    return Lineage(tuple(_node(tracer, name, walk.met.get(name, set())) for name in names), tuple(walk.edges))


@dataclass
class _Walk:
    """Follows cells upwards: the edges it went, and the statuses it met at each function or input."""

    tracer: Tracer
    edges: dict[tuple[str, str], None] = field(default_factory=dict)
    met: dict[str, set[Status]] = field(default_factory=dict)

    def follow(self, name: str, cell: Cell) -> None:
        waiting, seen = [(name, cell)], {(name, cell)}
        while waiting:
            user, cell = waiting.pop()
            status = self.tracer.status(user, cell)
            self.met.setdefault(user, set()).update(() if status is None else (status,))
            if user not in self.tracer.results:
                continue
            new = [one for one in self._above(user, cell, status) if one not in seen]
            seen.update(new)
            waiting += new

    def _above(self, user: str, cell: Cell, status: Status | None) -> Iterable[tuple[str, Cell]]:
        graph, ingredients = self.tracer.graph, self.tracer.ingredients
        ranked = graph.declaration(user).ranks
        found, many = ({}, [ranked]) if ranked else self.tracer.reached(user, cell)
        switches = [name for name in graph.parameters(user) if name in ingredients and _is_switch(ingredients[name])]
        for used in () if ranked else switches:
            self.edges[used, user] = None
        for used in many:
            self.edges[used, user] = None
            self._whole(used, Status.预测 if status is None else status)
        for used, cells in found.items():
            self.edges[used, user] = None
            yield from ((used, one) for one in cells)

    def _whole(self, name: str, most: Status) -> None:
        """All that is declared above an input with too many cells; nothing weaker than what it was used for."""
        given = self.tracer.ingredients.get(name)
        statuses = given.status if given is not None else self.tracer.firmness(name)
        if statuses is not None:
            self.met.setdefault(name, set()).add(min(Status(int(np.max(statuses))), most))
        for used in self.tracer.graph.parameters(name) if given is None else ():
            known = used in self.tracer.results or used in self.tracer.ingredients
            if known and not _is_year(self.tracer.ingredients.get(used)) and (used, name) not in self.edges:
                self.edges[used, name] = None
                self._whole(used, most)


def _node(tracer: Tracer, name: str, met: set[Status]) -> Node:
    if name in tracer.results:
        declared = tracer.graph.declaration(name)
        return Node(name, declared.label, FUNCTION, weakest(met) if met else None, declared.equation)
    one = tracer.ingredients[name]
    if _is_switch(one):
        return Node(name, one.label, SWITCH, None)
    return Node(name, one.label, TABLE if _is_table(one) else PARAMETER, weakest(met))


def _is_switch(one: Ingredient) -> bool:
    """A choice, or a mapping to names."""
    named = isinstance(one.value, pd.Series) and not pd.api.types.is_numeric_dtype(one.value)
    return isinstance(one.value, str) or named


def _is_year(one: Ingredient | None) -> bool:
    return one is not None and isinstance(one.value, int)


def _is_table(one: Ingredient) -> bool:
    """Each of its cells has a status, or all are published and have a unit."""
    published = one.status is Status.实际 and bool(one.unit) and not isinstance(one.value, float)
    return published or not isinstance(one.status, Status)
