"""Run the graph of facts: functions are nodes, parameter names are edges. The only module that knows Hamilton."""

from __future__ import annotations

import inspect
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

    @cached_property
    def _driver(self):
        os.environ.setdefault("HAMILTON_TELEMETRY_ENABLED", "false")
        from hamilton import driver

        return driver.Builder().with_modules(*self.modules).build()

    def declaration(self, name: str) -> Declaration:
        """What is declared above a function."""
        return declaration_of(self.functions[name])

    def parameters(self, name: str) -> tuple[str, ...]:
        """The inputs of a function, in their order."""
        return tuple(inspect.signature(self.functions[name]).parameters)

    def upstream(self, name: str) -> set[str]:
        """All functions and ingredients that a function depends on, itself included."""
        found, waiting = set(), [name]
        while waiting:
            current = waiting.pop()
            if current not in found:
                found.add(current)
                waiting.extend(self.parameters(current) if current in self.functions else ())
        return found

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
        known = {name for function in self.functions for name in self.parameters(function)}
        return self._driver.execute(
            names,
            inputs={name: value for name, value in values.items() if name in known},
            overrides={name: value for name, value in given.items() if name in self.functions},
        )

    def _require(self, names: list[str], values: Mapping[str, object], overrides: Mapping[str, object]) -> None:
        waiting, seen, missing = list(names), set(), set()
        while waiting:
            name = waiting.pop()
            if name in seen or name in overrides:
                continue
            seen.add(name)
            if name in self.functions:
                waiting.extend(self.parameters(name))
            elif name not in values:
                missing.add(name)
        if missing:
            raise EstimationError(
                f"测算缺少输入：{'、'.join(sorted(missing))}",
                remedy="检查版本文件的 data 与 parameters 两项是否列全",
            )
