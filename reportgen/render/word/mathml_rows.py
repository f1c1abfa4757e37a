"""What belongs together in a row of MathML, which says it only by what stands beside what."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from reportgen.render.word.elements import Element

_NARY = frozenset("∑∏∐∫∬∭∮⋃⋂")
_CARRIERS = ("msub", "msup", "msubsup", "munder", "mover", "munderover")
_SCRIPTS = ("msub", "msup", "msubsup")
_BRACKETS = {"(": ")", "[": "]", "{": "}"}
# What ends the operand of a sum: anything that relates or adds at the same level.
_ENDS_OPERAND = frozenset("=<>≤≥≠≈≡∈∉⊂⊆→+−-±,;，；")


def name_of(node: Element) -> str:
    """The name of an element, without its namespace."""
    return etree.QName(node).localname


def sign(node: Element) -> str:
    """The operator that a node is, or ``""``."""
    return (node.text or "") if name_of(node) == "mo" else ""


def nary_sign(node: Element) -> str:
    """The sum, product or integral that a node is or carries limits for, or ``""``."""
    found = sign(node[0] if name_of(node) in _CARRIERS else node)
    return found if found in _NARY else ""


def limits(node: Element) -> tuple[Element | None, Element | None]:
    """What stands below and above a sum."""
    match name_of(node):
        case "msub" | "munder":
            return node[1], None
        case "msup" | "mover":
            return None, node[1]
        case "msubsup" | "munderover":
            return node[1], node[2]
        case _:
            return None, None


def operand_end(nodes: Sequence[Element], start: int) -> int:
    """Where the operand of a sum ends that starts here: before the next sign that relates or adds
    outside brackets.
    """
    index = start
    while index < len(nodes):
        if name_of(nodes[index]) == "mspace" or sign(nodes[index]) in _ENDS_OPERAND:
            return index
        close = closing(nodes, index)
        index = (index if close is None else close) + 1
    return index


def closing(nodes: Sequence[Element], start: int) -> int | None:
    """The place of the bracket that closes the one here, bare or as base of an exponent; None without."""
    opens = sign(nodes[start])
    closes, depth = _BRACKETS.get(opens), 0
    if closes is None:
        return None
    for index in range(start, len(nodes)):
        depth += (sign(nodes[index]) == opens) - (sign(base(nodes[index])) == closes)
        if not depth:
            return index
    return None


def base(node: Element) -> Element:
    """The node that carries scripts, or the node itself."""
    return node[0] if name_of(node) in _SCRIPTS else node
