"""What a trace consists of: numbers, each with what it was computed from, down to the tables and parameters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.facts.dependence import Cell
from reportgen.facts.formula import Formula
from reportgen.facts.status import Status

MANY = 12


@dataclass(frozen=True)
class Setting:
    """A switch that a function follows: its name, what it says, and where it stands."""

    name: str
    label: str
    value: str
    place: str


@dataclass(frozen=True)
class Bundle:
    """Many cells of one input, which are not followed one by one.

    Attributes:
        name, label: of the function or the ingredient.
        count: how many cells; 0 when only known to be more than `MANY`.
        sources: the tables at the bottom, with publisher; ``place`` where they stand, for an ingredient.
        effect: the per cents by which the number moves with one per cent of them all; None where the formula
            tells it.
    """

    name: str
    label: str
    count: int
    sources: str
    place: str
    effect: float | None = None


@dataclass(frozen=True)
class Step:
    """One number and how it came about.

    Attributes:
        name, cell: the function or the ingredient, and the labels of the cell in its table.
        label, where, unit: in words.
        value: unrounded.
        status: where it is known: of printed metrics and of ingredients.
        source, place: of an ingredient; ``""`` for a function.
        equation: number of the equation, ``（9）``.
        meaning: what the function says it does.
        formula: the arithmetic, where there is a line of it that gives the value back.
        remark: what stands in place of a formula.
        compared: for ranks, lists and counts, what was compared: words and values, the largest first.
        inputs: what it was computed from.
        repeated: it was met before, and is not followed again.
    """

    name: str
    cell: Cell
    label: str
    where: str
    unit: str
    value: float
    status: Status | None = None
    source: str = ""
    place: str = ""
    equation: str = ""
    meaning: str = ""
    formula: Formula | None = None
    remark: str = ""
    compared: tuple[tuple[str, float], ...] = ()
    inputs: tuple[Step | Bundle | Setting, ...] = ()
    repeated: bool = False

    def walk(self) -> Iterator[Step | Bundle | Setting]:
        """It and all below it, in the order of the trace."""
        yield self
        for one in self.inputs:
            if isinstance(one, Step):
                yield from one.walk()
            else:
                yield one


def number(value: float) -> str:
    """A number as a trace prints it: four decimals, six significant digits when it is small."""
    return f"{value:.6g}" if abs(value) < 1 else f"{value:.4f}"


