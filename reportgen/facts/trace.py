"""Where a number comes from: from its cell up through the functions to file, line and column.

The arithmetic of a step is what its function does to its inputs (`symbolic`); where a function solves, fits or
iterates, the cells it depends on are found by nudging them (`dependence`). Either way the trace shows what is,
not what somebody wrote down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import numpy as np

from reportgen.facts.address import Address, Vocabulary
from reportgen.facts.dependence import Cell, Dependence, at, cell_of, is_numeric
from reportgen.facts.expression import Term
from reportgen.facts.fact import Fact, FactTable
from reportgen.facts.formula import Formula, formula_of
from reportgen.facts.graph import FactGraph
from reportgen.facts.ingredient import Ingredient
from reportgen.facts.status import Status
from reportgen.facts.symbolic import symbolic
from reportgen.facts.trace_step import MANY, Bundle, Setting, Step, number

NO_ARITHMETIC = "这一步解方程组、作回归或迭代，写不成一行算式"
GIVEN = "算式中的常数，不随任何输入变动"


class Tracer:
    """Traces facts of one run of the graph."""

    def __init__(
        self,
        graph: FactGraph,
        ingredients: Mapping[str, Ingredient],
        results: Mapping[str, object],
        vocabulary: Vocabulary,
        facts: FactTable | None = None,
        firmness: Mapping[str, np.ndarray] | None = None,
        peers: Callable[[str], list[str]] | None = None,
    ) -> None:
        """What was run: the graph, its inputs and the values of all functions.

        Args:
            vocabulary: names the scopes.
            facts: which of the numbers are facts.
            firmness: how firm every cell of every function is; a step has no status without it.
            peers: the scopes that a rank, list or count of this scope compares; by default all of its table.
        """
        self.graph, self.ingredients, self.results = graph, ingredients, results
        self.vocabulary, self._facts, self._peers, self._firmness = vocabulary, facts, peers, firmness or {}
        values = {name: one.value for name, one in ingredients.items()} | dict(results)
        self._dependence = Dependence(graph, values)
        self._symbolic: dict[str, object | None] = {}
        self._moving: dict[tuple[str, Cell, str], list[Cell] | None] = {}
        self._seen: set[tuple[str, Cell]] = set()
        self._explained: set[str] = set()
        self._deep = True

    def trace(self, fact: Fact) -> Step:
        """The trace of a fact; a number met twice is followed once, a function is explained once."""
        self._seen.clear()
        self._explained.clear()
        self._deep = True
        return self._step(fact.address.metric, cell_of(fact.address, self.results))

    def alone(self, name: str, cell: Cell) -> Step:
        """One cell of a function and what it was computed from; that is not followed."""
        self._explained.clear()
        self._deep = False
        return self._step(name, cell)

    def term(self, name: str, cell: Cell) -> object | None:
        """How a cell of a function was computed: a term, a bare number, or None when it is no arithmetic."""
        if name not in self._symbolic:
            function = self.graph.functions[name]
            self._symbolic[name] = symbolic(function, self._dependence.inputs(name))
        table = self._symbolic[name]
        if table is None:
            return None
        return table.loc[cell if len(cell) > 1 else cell[0]]  # type: ignore[attr-defined]

    def address(self, name: str, cell: Cell) -> Address | None:
        """The address of a cell of a function, if it is a fact."""
        if self._facts is None or name not in self.results:
            return None
        table = self.results[name]
        prefix = f"{table.index.name}." if table.index.name in ("subsector", "io") else ""  # type: ignore[attr-defined]
        years = Address.read_years(str(cell[1])) if len(cell) > 1 else ()
        found = Address(name, f"{prefix}{cell[0]}", years)
        return found if found in self._facts else None

    def _step(self, name: str, cell: Cell) -> Step:
        declared = self.graph.declaration(name)
        self._seen.add((name, cell))
        text, equation = "", ""
        if name not in self._explained:
            text = (self.graph.functions[name].__doc__ or "").strip().splitlines()[0]
            equation = declared.equation
        first = name not in self._explained
        self._explained.add(name)
        formula, remark, compared, inputs = self._origin(name, cell, first)
        return Step(
            name,
            cell,
            declared.label,
            self._where(cell),
            declared.unit,
            at(self.results[name], cell),
            self.status(name, cell),
            equation=equation,
            meaning=text,
            formula=formula,
            remark=remark,
            compared=compared,
            inputs=tuple(inputs),
        )

    def _origin(
        self, name: str, cell: Cell, first: bool
    ) -> tuple[Formula | None, str, tuple[tuple[str, float], ...], list[Step | Bundle | Setting]]:
        ranked = self.graph.declaration(name).ranks
        if ranked:
            compared = self._compared(ranked, cell)
            own = [self._input(ranked, cell)] if cell in compared else []
            named = tuple((self._where(one).strip("[]"), value) for one, value in compared.items())
            return None, f"同类范围的{self.graph.declaration(ranked).label}比较而得", named, own
        settings: list[Step | Bundle | Setting] = list(self._settings(name)) if first else []
        term = self.term(name, cell)
        if term is None:
            return None, NO_ARITHMETIC, (), [*self._measured(name, cell), *settings]
        if not isinstance(term, Term):
            return None, GIVEN, (), settings
        formula = formula_of(term, number, self._naming, lambda above, _: self._label(above))
        return formula, "", (), [*self._used(name, term), *settings]

    def _settings(self, name: str) -> Iterator[Setting]:
        for above in self.graph.parameters(name):
            given = self.ingredients.get(above)
            if given is not None and isinstance(given.value, str):
                yield Setting(above, given.label, given.value, given.place())

    def _used(self, name: str, term: Term) -> Iterator[Step | Bundle]:
        """The inputs of an arithmetic step, in the order of the function's arguments."""
        cells: dict[str, list[Cell]] = {}
        for leaf in term.leaves():
            cells.setdefault(leaf.parts[0], []).append(leaf.parts[1])
        for above in self.graph.parameters(name):
            found = cells.get(above, [])
            if len(found) > MANY:
                yield self._bundle(above, len(found))
            else:
                yield from (self._input(above, cell) for cell in found)

    def _measured(self, name: str, cell: Cell) -> Iterator[Step | Bundle]:
        """The inputs of any other step: what moves it."""
        for above in self.graph.parameters(name):
            if above not in self._dependence.values or not is_numeric(self._dependence.values[above]):
                continue
            found = self._cells_of(name, cell, above)
            if found is None:
                yield self._bundle(above, 0, self._dependence.effect(name, cell, above))
            else:
                yield from (self._input(above, one) for one in found)

    def _input(self, name: str, cell: Cell) -> Step:
        if name in self.results:
            if self._deep and (name, cell) not in self._seen:
                return self._step(name, cell)
            declared = self.graph.declaration(name)
            value, status = at(self.results[name], cell), self.status(name, cell)
            where = self._where(cell)
            return Step(name, cell, declared.label, where, declared.unit, value, status, repeated=True)
        given = self.ingredients[name]
        value, where, status = at(given.value, cell), self._where(cell), self.status(name, cell)
        return Step(
            name, cell, given.label, where, given.unit, value, status, given.source, given.place(*cell)
        )

    def _bundle(self, name: str, count: int, effect: float | None = None) -> Bundle:
        if name in self.ingredients:
            given = self.ingredients[name]
            return Bundle(name, given.label, count, given.source, given.place(), effect)
        above = sorted(self.graph.upstream(name) & set(self.ingredients))
        tables = [
            self.ingredients[one] for one in above if not isinstance(self.ingredients[one].value, str | int)
        ]
        sources = "；".join(dict.fromkeys(f"{one.label}（{one.source}）" for one in tables))
        return Bundle(name, self._label(name), count, sources, "", effect)

    def _compared(self, ranked: str, cell: Cell) -> dict[Cell, float]:
        """The cells that a rank, list or count compares, the largest first."""
        column = self.results[ranked][cell[1]].dropna()  # type: ignore[index]
        if self._peers is not None:
            column = column[column.index.isin(self._peers(str(cell[0])))]
        column = column.sort_values(ascending=False, kind="stable")
        return {(scope, cell[1]): float(value) for scope, value in column.items()}

    def reached(self, name: str, cell: Cell) -> tuple[dict[str, list[Cell]], list[str]]:
        """The cells that a cell of a function was computed from, by input; and inputs with too many to tell.

        Where it is no arithmetic, all cells of the years of a table that move it.
        """
        term = self.term(name, cell)
        found: dict[str, list[Cell]] = {}
        many: list[str] = []
        known = self._dependence.values if term is None else {}
        for above in self.graph.parameters(name):
            if is_numeric(known.get(above)):
                cells = self._dependence.columns(name, cell, above, MANY)
                cells = self._cells_of(name, cell, above) if cells is None else cells
                found[above] = cells or []
                many += [above] if cells is None else []
        for leaf in term.leaves() if isinstance(term, Term) else ():
            found.setdefault(leaf.parts[0], []).append(leaf.parts[1])
        return {above: cells for above, cells in found.items() if cells}, many

    def status(self, name: str, cell: Cell) -> Status | None:
        """How firm a cell of a function or an ingredient is, where that is known."""
        if name in self.ingredients:
            given = self.ingredients[name].status
            return given if isinstance(given, Status) else Status(int(at(given, cell)))
        if name not in self._firmness:
            return None
        axes = self.results[name].axes  # type: ignore[attr-defined]
        position = tuple(axis.get_loc(label) for axis, label in zip(axes, cell, strict=True))
        return Status(int(self._firmness[name][position]))

    def firmness(self, name: str) -> np.ndarray | None:
        """How firm the cells of a function are, where that is known."""
        return self._firmness.get(name)

    def _cells_of(self, name: str, cell: Cell, above: str) -> list[Cell] | None:
        key = name, cell, above
        if key not in self._moving:
            self._moving[key] = self._dependence.cells(name, cell, above, MANY)
        return self._moving[key]

    def _label(self, name: str) -> str:
        if name in self.ingredients:
            return self.ingredients[name].label
        return self.graph.declaration(name).label

    def _naming(self, name: str, cell: Cell) -> str:
        return f"{self._label(name)}{self._where(cell)}"

    def _where(self, cell: Cell) -> str:
        labels = [label for part in cell for label in (part if isinstance(part, tuple) else (part,))]
        named = "，".join(self.vocabulary.scope_name(str(label)) for label in labels)
        return f"[{named}]" if labels else ""
