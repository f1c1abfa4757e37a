"""One run of the method as it can be kept in a file: inputs with the places of their cells, results, facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

import numpy as np
import pandas as pd

from reportgen.facts.address import Calendar, Vocabulary
from reportgen.facts.context import Context
from reportgen.facts.fact import FactTable
from reportgen.facts.ingredient import Ingredient


@dataclass(frozen=True)
class Places:
    """The place of each cell of an input, ``()`` for the whole, as an `Ingredient` is asked for it."""

    by_cell: Mapping[tuple[object, ...], str]

    def __call__(self, *labels: object) -> str:
        """The place of a cell; of the whole input without labels."""
        return self.by_cell.get(labels, "")


@dataclass(frozen=True)
class Run:
    """What a trace starts from.

    Attributes:
        ingredients, results: the inputs and the value of every function.
        firmness: the status of every cell of every function.
        facts: the estimated facts.
        vocabulary, calendar, context: the names, the years, and what came from outside the method.
    """

    ingredients: Mapping[str, Ingredient]
    results: Mapping[str, object]
    firmness: Mapping[str, np.ndarray]
    facts: FactTable
    vocabulary: Vocabulary
    calendar: Calendar
    context: Context


def kept(ingredients: Mapping[str, Ingredient]) -> dict[str, Ingredient]:
    """The same inputs with the places of all their cells written down, so that they can be kept in a file."""
    return {
        name: replace(one, place=Places(dict(_places(one)))) for name, one in ingredients.items()
    }


def _places(one: Ingredient) -> Iterator[tuple[tuple[object, ...], str]]:
    cells = product(*one.value.axes) if isinstance(one.value, pd.Series | pd.DataFrame) else ()
    for cell in cells:
        place = one.place(*cell)
        if place:
            yield cell, place
    try:
        yield (), one.place()
    except (KeyError, TypeError):  # tables of rows and columns have no place as a whole
        return
