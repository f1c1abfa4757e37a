"""The function is the fact: ``@fact`` declares label, unit, equation and plausible range above its definition."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from reportgen.facts.status import Status

PER_CENT = 100.0

Function = TypeVar("Function", bound=Callable[..., object])


@dataclass(frozen=True)
class Declaration:
    """What is declared above a function of the graph.

    Attributes:
        label: Chinese name of the quantity.
        unit: unit of the returned values.
        equation: number of the equation in the method appendix, ``（9）``.
        low, high: plausible range; a value outside stops the build.
        status: status that the function itself gives to all its cells.
        ranks: for ranks, lists and counts, the metric they are made from: a small change of
            a value rarely moves a rank, so they inherit the status of all they compare.
    """

    label: str
    unit: str
    equation: str = ""
    low: float | None = None
    high: float | None = None
    status: Status = Status.测算
    ranks: str = ""


def fact(
    label: str,
    unit: str,
    *,
    equation: str = "",
    low: float | None = None,
    high: float | None = None,
    status: Status = Status.测算,
    ranks: str = "",
) -> Callable[[Function], Function]:
    """Declare a function of the graph; see `Declaration` for the arguments."""
    declaration = Declaration(label, unit, equation, low, high, status, ranks)

    def declare(function: Function) -> Function:
        function.declaration = declaration  # type: ignore[attr-defined]
        return function

    return declare


def declaration_of(function: Callable[..., object]) -> Declaration:
    """The declaration of a function of the graph."""
    return function.declaration  # type: ignore[attr-defined]
