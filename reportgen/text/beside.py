"""What an edition hands to its chapters beside the facts: how the method was read, and context facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reportgen.errors import ChapterError, nearest
from reportgen.facts.context import Context, Date

if TYPE_CHECKING:
    from reportgen.facts.ingredient import Ingredient


@dataclass(frozen=True)
class Beside:
    """Handed to every chapter of an edition.

    Attributes:
        method: the switches of the method by name, texts and whole numbers.
        context: the context facts of the edition.
    """

    method: Mapping[str, str | int] = field(default_factory=dict)
    context: Context = field(default_factory=lambda: Context({}, {}, Date(0)))

    @classmethod
    def of(cls, ingredients: Mapping[str, Ingredient], context: Context) -> Beside:
        """From the ingredients of the method take those that are texts or whole numbers."""
        switches = {name: one.value for name, one in ingredients.items() if isinstance(one.value, str | int)}
        return cls(switches, context)


class MethodReadings:
    """读法["multiplier_scope"]: what a switch of the method is set to."""

    def __init__(self, method: Mapping[str, str | int]) -> None:
        self._method = method

    def __getitem__(self, name: Any) -> str | int:
        if name not in self._method:
            remedy = nearest(str(name), self._method) or "名称见 content/parameters/method.yaml"
            raise ChapterError(f"没有方法设定“{name}”", remedy=remedy)
        return self._method[name]
