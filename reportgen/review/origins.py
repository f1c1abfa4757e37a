"""Where the printed facts come from, in words for readers of the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportgen.document.document import Origin
from reportgen.facts.context import ContextFact
from reportgen.facts.graph import FactGraph
from reportgen.facts.ingredient import Ingredient
from reportgen.facts.status import Status

_MOST = 10


def origins(
    graph: FactGraph, ingredients: Mapping[str, Ingredient], context: Iterable[ContextFact] = ()
) -> dict[str, Origin]:
    """The origin of every metric that the method computes, and of every context fact.

    The keys are English: the name of a metric, the address of a context fact.
    """
    computed = {name: _origin(graph, ingredients, name) for name in graph.functions}
    return computed | {fact.address.english: _outside(fact) for fact in context}


def _origin(graph: FactGraph, ingredients: Mapping[str, Ingredient], name: str) -> Origin:
    declared = graph.declaration(name)
    first_sentence = (graph.functions[name].__doc__ or "").strip().partition("。")[0]
    equation = f"第{declared.equation}式　" if declared.equation else ""
    inputs = (_label(graph, ingredients, one) for one in graph.parameters(name))
    given = [ingredients[one] for one in sorted(graph.upstream(name)) if one in ingredients]
    return Origin(
        equation + first_sentence, tuple(dict.fromkeys(label for label in inputs if label)), _sources(given)
    )


def _outside(fact: ContextFact) -> Origin:
    note = f"；{fact.note}" if fact.note else ""
    return Origin(f"照录，未经测算；截至{fact.as_of.text}{note}", (), (fact.source,))


def _sources(given: Iterable[Ingredient]) -> tuple[str, ...]:
    """Published tables first, then parameters, the weakest before the firm ones; switches are no sources."""
    named = [one for one in given if one.source and not isinstance(one.value, str | int)]
    tables = [text for one in named if _is_table(one) for text in one.source.split("；")]
    others = [one for one in named if not _is_table(one) and one.source not in tables]
    others.sort(key=lambda one: -_status(one))
    texts = [*dict.fromkeys([*tables, *(f"{one.label}：{one.source}" for one in others)])]
    return tuple(texts) if len(texts) <= _MOST else (*texts[:_MOST], f"另有{len(texts) - _MOST}项")


def _is_table(one: Ingredient) -> bool:
    """Whether it is a published table: each of its cells has a status, or all are published and have a unit."""
    if not isinstance(one.status, Status):
        return True
    return one.status is Status.实际 and bool(one.unit) and not isinstance(one.value, float)


def _status(one: Ingredient) -> Status:
    return one.status if isinstance(one.status, Status) else Status.实际


def _label(graph: FactGraph, ingredients: Mapping[str, Ingredient], name: str) -> str:
    if name in ingredients:
        return ingredients[name].label
    return graph.declaration(name).label if name in graph.functions else ""
