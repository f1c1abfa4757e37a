"""A number that remembers how it was computed: what a function does to its inputs, cell by cell.

Terms stand in the cells of the tables that a function of the graph is given; the function, as it is, then
leaves in every cell of its result the arithmetic that led to it. A formula in a trace is therefore what was
computed, not what somebody wrote down. Terms have no ``__float__``: a function that turns its cells into bare
numbers, for a solver or a regression, fails instead of giving a formula with its inputs missing.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Iterator
from typing import Any

LEAF, CONSTANT = "leaf", "constant"
PLUS, MINUS, TIMES, OVER, POWER = "+", "−", "×", "÷", "^"
COMPUTE: dict[str, Callable[[float, float], float]] = {
    PLUS: operator.add,
    MINUS: operator.sub,
    TIMES: operator.mul,
    OVER: operator.truediv,
    POWER: operator.pow,
}
FUNCTIONS = {"exp": math.exp, "ln": math.log}


class Term:
    """One node of the arithmetic.

    Attributes:
        value: the number.
        kind: ``leaf``, ``constant``, an operator, or the name of a function.
        parts: the operands; of a leaf, the name of the input and the labels of its cell.
    """

    __slots__ = ("kind", "parts", "value")

    def __init__(self, value: float, kind: str, parts: tuple[Any, ...] = ()) -> None:
        self.value = value
        self.kind = kind
        self.parts = parts

    def leaves(self) -> Iterator[Term]:
        """The cells of inputs it is made from, in the order of writing, each once."""
        waiting, seen = [self], set()
        while waiting:
            one = waiting.pop()
            if id(one) in seen:
                continue
            seen.add(id(one))
            if one.kind == LEAF:
                yield one
            else:
                waiting.extend(reversed(one.parts))

    def exp(self) -> Term:
        """As numpy calls it for the cells of a table."""
        return Term(math.exp(self.value), "exp", (self,))

    def log(self) -> Term:
        """As numpy calls it for the cells of a table."""
        return Term(math.log(self.value), "ln", (self,))

    def __add__(self, other: object) -> object:
        return _made(PLUS, self, other)

    def __radd__(self, other: object) -> object:
        return _made(PLUS, other, self)

    def __sub__(self, other: object) -> object:
        return _made(MINUS, self, other)

    def __rsub__(self, other: object) -> object:
        return _made(MINUS, other, self)

    def __mul__(self, other: object) -> object:
        return _made(TIMES, self, other)

    def __rmul__(self, other: object) -> object:
        return _made(TIMES, other, self)

    def __truediv__(self, other: object) -> object:
        return _made(OVER, self, other)

    def __rtruediv__(self, other: object) -> object:
        return _made(OVER, other, self)

    def __pow__(self, other: object) -> object:
        return _made(POWER, self, other)

    def __neg__(self) -> object:
        return _made(MINUS, 0.0, self)

    def __lt__(self, other: object) -> bool:
        return self.value < number(other)

    def __le__(self, other: object) -> bool:
        return self.value <= number(other)

    def __gt__(self, other: object) -> bool:
        return self.value > number(other)

    def __ge__(self, other: object) -> bool:
        return self.value >= number(other)

    def __eq__(self, other: object) -> bool:
        return self.value == number(other)

    def __hash__(self) -> int:
        return hash(self.value)


def number(value: object) -> float:
    """The value of a term or of a bare number; nan for anything else."""
    if isinstance(value, Term):
        return value.value
    try:
        return float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return math.nan


def _made(kind: str, left: object, right: object) -> object:
    """The term of two operands; what adds nothing or leaves all as it is, is left out."""
    if not all(isinstance(operand, Term | int | float) for operand in (left, right)):
        return NotImplemented  # a table: it takes the term into each of its cells
    one, other = number(left), number(right)
    if math.isnan(one) or math.isnan(other):
        return math.nan
    value = COMPUTE[kind](one, other)
    bare_left, bare_right = not isinstance(left, Term), not isinstance(right, Term)
    if other == 0 and kind in (PLUS, MINUS):
        return left
    if one == 0 and kind == PLUS:
        return right
    if bare_right and ((other == 1 and kind in (TIMES, OVER, POWER)) or (math.isinf(other) and kind == OVER)):
        return left if other == 1 else value
    if bare_left and one == 1 and kind == TIMES:
        return right
    if (bare_left and one == 0) or (bare_right and other == 0):  # a product with nothing, a power of nothing
        return value if kind in (TIMES, POWER, OVER) else Term(value, kind, (_term(left), _term(right)))
    return Term(value, kind, (_term(left), _term(right)))


def _term(value: object) -> Term:
    return value if isinstance(value, Term) else Term(number(value), CONSTANT)
