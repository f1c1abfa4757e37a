"""Where the facts of each metric come from, in words for readers of the page."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.document.document import Origin
from reportgen.facts.graph import FactGraph
from reportgen.facts.ingredient import Ingredient

_MOST = 8


def origins(graph: FactGraph, ingredients: Mapping[str, Ingredient]) -> dict[str, Origin]:
    """The origin of every metric that the method computes, by its English name."""
    return {name: _origin(graph, ingredients, name) for name in graph.functions}


def _origin(graph: FactGraph, ingredients: Mapping[str, Ingredient], name: str) -> Origin:
    declared = graph.declaration(name)
    words = (graph.functions[name].__doc__ or "").strip().splitlines()
    equation = f"第{declared.equation}式　" if declared.equation else ""
    inputs = (_label(graph, ingredients, one) for one in graph.parameters(name))
    given = (ingredients[one] for one in sorted(graph.upstream(name)) if one in ingredients)
    sources = (one.source for one in given if one.source and not isinstance(one.value, str | int))
    return Origin(
        equation + (words[0] if words else ""),
        tuple(dict.fromkeys(label for label in inputs if label)),
        tuple(dict.fromkeys(sources))[:_MOST],
    )


def _label(graph: FactGraph, ingredients: Mapping[str, Ingredient], name: str) -> str:
    if name in ingredients:
        return ingredients[name].label
    return graph.declaration(name).label if name in graph.functions else ""
