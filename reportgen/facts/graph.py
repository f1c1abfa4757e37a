"""Run the graph of facts: functions are nodes, parameter names are edges. The only module that knows Hamilton."""

from __future__ import annotations

import inspect
import logging
import os
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from types import ModuleType

from reportgen.errors import EstimationError
from reportgen.facts.declaration import Declaration, declaration_of
from reportgen.facts.ingredient import Ingredient


class FactGraph:
    """The functions of some modules, joined by their parameter names."""

    def __init__(self, modules: Iterable[ModuleType]) -> None:
        self.modules = tuple(modules)
        self.functions: dict[str, Callable[..., object]] = {
            name: function
            for module in self.modules
            for name, function in inspect.getmembers(module, inspect.isfunction)
            if function.__module__ == module.__name__ and not name.startswith("_")
        }
        self._parameters = {
            name: tuple(inspect.signature(function).parameters) for name, function in self.functions.items()
        }
        self._upstream: dict[str, frozenset[str]] = {}

    @cached_property
    def _driver(self):
        os.environ.setdefault("HAMILTON_TELEMETRY_ENABLED", "false")
        from hamilton import driver

        logging.getLogger("hamilton").setLevel(logging.CRITICAL)
        return driver.Builder().with_modules(*self.modules).build()

    def declaration(self, name: str) -> Declaration:
        """What is declared above a function."""
        return declaration_of(self.functions[name])

    def parameters(self, name: str) -> tuple[str, ...]:
        """The inputs of a function, in their order."""
        return self._parameters[name]

    def is_whole(self, name: str) -> bool:
        """True when functions take this ingredient as a whole number."""
        return self._types.get(name) == "int"

    def upstream(self, name: str) -> frozenset[str]:
        """All functions and ingredients that a function depends on, itself included."""
        if name not in self._upstream:
            above = self.parameters(name) if name in self.functions else ()
            self._upstream[name] = frozenset({name}).union(*map(self.upstream, above))
        return self._upstream[name]

    def run(
        self,
        ingredients: Mapping[str, Ingredient],
        wanted: Iterable[str] | None = None,
        overrides: Mapping[str, object] | None = None,
    ) -> dict[str, object]:
        """Values of the wanted functions (all by default).

        Args:
            ingredients: the inputs, by name.
            wanted: names of functions.
            overrides: values that stand in for functions or ingredients; what lies above them is not computed.

        Raises:
            EstimationError: an ingredient is missing.
        """
        names = list(self.functions) if wanted is None else list(wanted)
        given = dict(overrides or {})
        values = {name: ingredient.value for name, ingredient in ingredients.items()}
        values.update((name, value) for name, value in given.items() if name not in self.functions)
        self._require(names, values, given)
        return self._driver.execute(
            names,
            inputs={
                name: self._as_declared(name, value) for name, value in values.items() if name in self._types
            },
            overrides={name: value for name, value in given.items() if name in self.functions},
        )

    @cached_property
    def _types(self) -> dict[str, str]:
        """The annotation of every parameter."""
        found = (inspect.signature(function).parameters.values() for function in self.functions.values())
        return {parameter.name: str(parameter.annotation) for one in found for parameter in one}

    @cached_property
    def _optional(self) -> set[str]:
        """Parameters with a default: inputs that an edition may leave out."""
        found = (inspect.signature(function).parameters.values() for function in self.functions.values())
        return {one.name for parameters in found for one in parameters if one.default is not one.empty}

    def _as_declared(self, name: str, value: object) -> object:
        """A whole number typed for a real one (1000 for 1000.0) is taken as the real number."""
        return float(value) if self._types[name] == "float" and isinstance(value, int) else value

    def _require(
        self, names: list[str], values: Mapping[str, object], overrides: Mapping[str, object]
    ) -> None:
        waiting, seen, missing = list(names), set(), set()
        while waiting:
            name = waiting.pop()
            if name in seen or name in overrides:
                continue
            seen.add(name)
            if name in self.functions:
                waiting.extend(self.parameters(name))
            elif name not in values and name not in self._optional:
                missing.add(name)
        if missing:
            raise EstimationError(
                f"测算缺少输入：{'、'.join(sorted(missing))}",
                remedy="检查版本文件的 data 与 parameters 两项是否列全",
            )
