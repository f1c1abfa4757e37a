"""Where a number comes from: from its cell up through the functions to file, line and column.

Which cells of an input a number depends on is found by nudging them and running the
one function again, so the trace shows what is, not what somebody wrote down.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

import numpy as np
import pandas as pd

from reportgen.facts.address import Address, Vocabulary
from reportgen.facts.fact import Fact
from reportgen.facts.graph import FactGraph
from reportgen.facts.ingredient import Ingredient
from reportgen.facts.sensitivity import moved, nudged
from reportgen.facts.status import Status

MANY = 12
Cell = tuple[object, ...]


@dataclass
class Tracer:
    """Traces facts of one run of the graph.

    Attributes:
        graph, ingredients, results: what was run, its inputs and the values of all functions.
        vocabulary: names the scopes.
    """

    graph: FactGraph
    ingredients: Mapping[str, Ingredient]
    results: Mapping[str, object]
    vocabulary: Vocabulary
    _cells_seen: set[tuple[str, Cell]] = field(default_factory=set)
    _functions_seen: set[str] = field(default_factory=set)

    def lines(self, fact: Fact) -> list[str]:
        """The trace of a fact as indented Chinese lines; a number met twice is expanded once."""
        self._cells_seen.clear()
        self._functions_seen.clear()
        head = f"{fact.label} = {_number(fact.value)} {_unit(fact.unit)}　状态：{fact.status.name}"
        return [head, *self._function(fact.address.metric, _cell(fact.address, self.results), 1)]

    def _function(self, name: str, cell: Cell, depth: int) -> Iterator[str]:
        declared = self.graph.declaration(name)
        if name not in self._functions_seen:
            self._functions_seen.add(name)
            text = (self.graph.functions[name].__doc__ or "").strip().splitlines()[0]
            equation = f"第{declared.equation}式：" if declared.equation else ""
            yield f"{_indent(depth)}{equation}{text}"
        if declared.ranks:
            yield f"{_indent(depth)}← 同类范围的{self.graph.declaration(declared.ranks).label}比较而得"
            return
        for above in self.graph.parameters(name):
            yield from self._input(name, cell, above, depth)

    def _input(self, name: str, cell: Cell, above: str, depth: int) -> Iterator[str]:
        if above not in self.results and above not in self.ingredients:
            return
        value = self._value(above)
        if not isinstance(value, (float, pd.Series, pd.DataFrame)):
            ingredient = self.ingredients.get(above)
            if isinstance(value, str) and ingredient:
                yield f"{_indent(depth)}· {ingredient.label}：{value}（{ingredient.place()}）"
            return
        found = list(islice(self._cells(name, cell, above), MANY + 1))
        if len(found) > MANY:
            yield self._summary(above, depth)
            return
        for one in found:
            yield from self._one(above, one, depth)

    def _one(self, name: str, cell: Cell, depth: int) -> Iterator[str]:
        value, where = _number(_at(self._value(name), cell)), self._where(cell)
        if name in self.ingredients:
            given = self.ingredients[name]
            status = given.status if isinstance(given.status, Status) else _at(given.status, cell)
            origin = f"{Status(int(status)).name}；{given.source}；{given.place(*cell)}"
            yield f"{_indent(depth)}← {given.label}{where} = {value} {_unit(given.unit)}（{origin}）"
            return
        declared = self.graph.declaration(name)
        head = f"{_indent(depth)}← {declared.label}{where} = {value} {_unit(declared.unit)}"
        if (name, cell) in self._cells_seen:
            yield f"{head}（来源见上）"
            return
        self._cells_seen.add((name, cell))
        yield head
        yield from self._function(name, cell, depth + 1)

    def _where(self, cell: Cell) -> str:
        labels = [label for part in cell for label in (part if isinstance(part, tuple) else (part,))]
        return f"[{'，'.join(self.vocabulary.scope_name(str(label)) for label in labels)}]" if labels else ""

    def _summary(self, name: str, depth: int) -> str:
        if name in self.ingredients:
            given = self.ingredients[name]
            return f"{_indent(depth)}← {given.label}（{MANY} 个以上的数；{given.source}；{given.place()}）"
        return f"{_indent(depth)}← {self.graph.declaration(name).label}（{MANY} 个以上的数），用到：{self._sources(name)}"

    def _sources(self, name: str) -> str:
        above = sorted(self.graph.upstream(name) & set(self.ingredients))
        tables = [
            self.ingredients[one] for one in above if not isinstance(self.ingredients[one].value, (str, int))
        ]
        return "；".join(dict.fromkeys(f"{one.label}（{one.source}）" for one in tables))

    def _cells(self, name: str, cell: Cell, above: str) -> Iterator[Cell]:
        """The cells of an input that move one cell of a function's value."""
        value = self._value(above)
        if not self._moves(name, cell, above, np.ones(np.shape(value), dtype=bool)):
            return
        if isinstance(value, float):
            yield ()
            return
        yield from (
            tuple(axis[i] for axis, i in zip(value.axes, position, strict=True))
            for position in self._search(name, cell, above, np.ones(np.shape(value), dtype=bool))
        )

    def _search(self, name: str, cell: Cell, above: str, region: np.ndarray) -> Iterator[tuple[int, ...]]:
        """Halve the region until single cells are left; regions that move nothing are dropped."""
        positions = np.argwhere(region)
        if len(positions) == 1:
            yield tuple(int(i) for i in positions[0])
            return
        axis = int(np.argmax([len(np.unique(positions[:, k])) for k in range(region.ndim)]))
        labels = np.unique(positions[:, axis])
        for half in np.array_split(labels, 2):
            part = region & np.isin(np.indices(region.shape)[axis], half)
            if self._moves(name, cell, above, part):
                yield from self._search(name, cell, above, part)

    def _moves(self, name: str, cell: Cell, above: str, region: np.ndarray) -> bool:
        known = {*self.results, *self.ingredients}
        inputs = {one: self._value(one) for one in self.graph.parameters(name) if one in known}
        before = _at(self.results[name], cell)
        inputs[above] = nudged(inputs[above], region, above)
        after = _at(self.graph.functions[name](**inputs), cell)
        return bool(moved(before, after))

    def _value(self, name: str) -> object:
        return self.results[name] if name in self.results else self.ingredients[name].value


def _cell(address: Address, results: Mapping[str, object]) -> Cell:
    table = results[address.metric]
    scope = address.scope if address.scope in table.index else address.scope.rpartition(".")[-1]
    if isinstance(table, pd.Series):
        return (scope,)
    return (scope, address.year_text if len(address.years) > 1 else address.years[0])


def _at(value: object, cell: Cell) -> float:
    if not cell or isinstance(value, float):
        return float(value)
    return float(value.loc[cell] if len(cell) > 1 else value.loc[cell[0]])


def _number(value: float) -> str:
    return f"{value:.6g}" if abs(value) < 1 else f"{value:.4f}"


def _unit(unit: str) -> str:
    return "" if unit == "1" else unit


def _indent(depth: int) -> str:
    return "　" * depth
