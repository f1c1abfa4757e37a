"""The arithmetic behind a number as one line, once with the numbers put in and once in words.

A line has few operands: what goes deeper stands as one number, its own value. Before it is handed out the
line of numbers is read back and computed; it is given only when that is the number it explains, as printed.
"""

from __future__ import annotations

import ast
import math
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from reportgen.facts.expression import (
    COMPUTE,
    CONSTANT,
    FUNCTIONS,
    LEAF,
    MINUS,
    OVER,
    PLUS,
    POWER,
    TIMES,
    Term,
)

MOST, MOST_OF_A_SUM = 12, 40  # operands of a line; of one that is a plain sum
_DIGITS = (6, 8, 10, 12, 15, 17)  # significant; the last gives every bit back
_MARKS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫"
_CHAINS = ((PLUS, MINUS), (TIMES, OVER))
_SIGNS = str.maketrans({MINUS: "-", TIMES: "*", OVER: "/", POWER: "**"})
Naming = Callable[[str, tuple[object, ...]], str]


@dataclass(frozen=True)
class Formula:
    """One line of arithmetic.

    Attributes:
        numbers: with the values of the inputs.
        words: with their names; ``""`` for a sum of many.
        parts: for each mark in the words, what that number is made from.
    """

    numbers: str
    words: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Chain:
    """Operands that are only added and subtracted, or only multiplied and divided, each with its sign."""

    signs: tuple[str, ...]
    operands: tuple[Term, ...]

    @classmethod
    def of(cls, term: Term) -> Chain:
        """The longest chain at the top of a term; in a sum, what adds nothing is left out."""
        pair = next((pair for pair in _CHAINS if term.kind in pair), (term.kind, term.kind))
        items = list(_items(term, pair, pair[0]))
        if pair == _CHAINS[0]:
            items = [item for item in items if item[1].value != 0] or items[:1]
        return cls(tuple(sign for sign, _ in items), tuple(operand for _, operand in items))


def formula_of(term: Term, shown: Callable[[float], str], naming: Naming, label: Naming) -> Formula | None:
    """The formula of a number; None when no line of this length gives it back.

    Args:
        term: how it was computed.
        shown: a number as a trace prints it: what the line must give back.
        naming: input and cell in words.
        label: the input in words.
    """
    opened = None if term.kind in (LEAF, CONSTANT) else _opened(term)
    if opened is None:
        return None
    for digits in _DIGITS:
        numbers = _written(term, opened, lambda one, digits=digits: digits_of(one.value, digits))
        if shown(computed(numbers)) == shown(term.value):
            return Formula(numbers, *_words(term, opened, naming, label))
    return None


def computed(text: str) -> float:
    """The value of a line of numbers."""
    return _value(ast.parse(text.translate(_SIGNS), mode="eval").body)


def digits_of(value: float, digits: int) -> str:
    """A number with so many significant digits, never with an exponent; negative ones in brackets."""
    text = format(Decimal(f"{abs(value):.{digits}g}"), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"({MINUS}{text})" if value < 0 else text


def _items(term: Term, pair: tuple[str, str], sign: str) -> list[tuple[str, Term]]:
    """The operands of a chain with their signs; behind a minus or a ÷ every sign turns."""
    if term.kind not in pair:
        return [(sign, term)]
    if pair[0] == pair[1]:
        return [(sign, part) for part in term.parts]
    turned = pair[0] if sign == pair[1] else pair[1]
    left, right = term.parts
    return _items(left, pair, sign) + _items(right, pair, sign if term.kind == pair[0] else turned)


def _opened(root: Term) -> dict[int, Chain] | None:
    """The terms that are written out: from the top level by level, as long as the line stays short."""
    chain = Chain.of(root)
    if len(chain.operands) > (MOST_OF_A_SUM if root.kind in _CHAINS[0] else MOST):
        return None
    opened, level, count = {id(root): chain}, list(chain.operands), len(chain.operands)
    while level:
        below = [(one, Chain.of(one)) for one in level if one.kind not in (LEAF, CONSTANT)]
        count += sum(len(chain.operands) - 1 for _, chain in below)
        if count > MOST:
            break
        opened |= {id(one): chain for one, chain in below}
        level = [operand for _, chain in below for operand in chain.operands]
    return opened


def _written(term: Term, opened: dict[int, Chain], atom: Callable[[Term], str]) -> str:
    chain = opened.get(id(term))
    if term.kind == CONSTANT:
        return digits_of(term.value, _DIGITS[-2])
    if chain is None:
        return atom(term)
    inner = [_written(operand, opened, atom) for operand in chain.operands]
    if term.kind in FUNCTIONS:
        return f"{term.kind}({inner[0]})"
    bracketed = [
        f"({text})" if id(operand) in opened and _needs(term, operand) else text
        for operand, text in zip(chain.operands, inner, strict=True)
    ]
    if term.kind == POWER:
        return POWER.join(bracketed)
    first = {MINUS: f"{MINUS}{bracketed[0]}", OVER: f"1 {OVER} {bracketed[0]}"}.get(
        chain.signs[0], bracketed[0]
    )
    return first + "".join(
        f" {sign} {text}" for sign, text in zip(chain.signs[1:], bracketed[1:], strict=True)
    )


def _needs(outer: Term, inner: Term) -> bool:
    """Whether an operand that is written out stands in brackets."""
    if inner.kind in FUNCTIONS:
        return False
    return outer.kind == POWER or inner.kind in _CHAINS[0] or outer.kind in _CHAINS[1]


def _words(
    term: Term, opened: dict[int, Chain], naming: Naming, label: Naming
) -> tuple[str, tuple[str, ...]]:
    marks: dict[int, str] = {}
    parts: list[str] = []

    def atom(one: Term) -> str:
        if one.kind == LEAF:
            return naming(*one.parts)
        if id(one) not in marks:
            marks[id(one)] = _MARKS[len(marks) % len(_MARKS)]
            names = dict.fromkeys(label(*leaf.parts) for leaf in one.leaves())
            parts.append(f"{marks[id(one)]} {digits_of(one.value, 6)}，由{'、'.join(names)}算得")
        return marks[id(one)]

    if len(opened[id(term)].operands) > MOST:
        return "", ()
    return _written(term, opened, atom), tuple(parts)


def _value(node: ast.expr) -> float:
    operators = {ast.Add: PLUS, ast.Sub: MINUS, ast.Mult: TIMES, ast.Div: OVER, ast.Pow: POWER}
    if isinstance(node, ast.BinOp):
        try:
            return COMPUTE[operators[type(node.op)]](_value(node.left), _value(node.right))
        except (ZeroDivisionError, OverflowError):
            return math.nan
    if isinstance(node, ast.UnaryOp):
        return -_value(node.operand)
    if isinstance(node, ast.Call):
        return FUNCTIONS[node.func.id](_value(node.args[0]))
    return float(node.value)
