"""Facts prepared again within a second: tables that did not change are not read again."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from reportgen import stages
from reportgen.materials import Materials, estimate
from reportgen.project.cache import key_of
from reportgen.project.edition import Edition
from reportgen.project.folders import Project

if TYPE_CHECKING:
    from reportgen.data.sources import Sources
    from reportgen.estimation.estimate import Estimate
    from reportgen.facts.ingredient import Ingredient

_QUICK = "-quick"


class Preparer:
    """Prepares one edition, first in full and then as fast as it can.

    What takes longest is left as it was: one table of the appendix, for which the method runs with each other
    reading of it, and the statuses of facts, where only values of inputs have changed. Whoever wants these too
    runs `stages.prepare`, here or in another process, and asks for `in_full`.
    """

    def __init__(self, project: Project, year: int) -> None:
        self._project, self._year = project, year
        self._tables: tuple[str, Sources] | None = None
        self._last: tuple[Mapping[str, Ingredient], Estimate] | None = None
        self.wanted = ""

    def prepared(self) -> stages.Prepared:
        """Everything in full.

        Raises:
            ContentError: something people supplied is wrong.
        """
        found = stages.prepare(self._project, self._year)
        self.wanted = found.key
        return found

    def again(self, last: stages.Prepared) -> stages.Prepared:
        """The facts as they are now, in full where that was kept; its key says which of the two.

        Raises:
            ContentError: something people supplied is wrong.
        """
        self.wanted = stages.prepared_key(self._project, self._year)
        return self.in_full() or self._estimated(last)

    def in_full(self) -> stages.Prepared | None:
        """What was prepared last, in full, once that is kept."""
        return self._project.cache.find("facts", self.wanted)

    def warm_up(self, last: stages.Prepared) -> None:
        """Import and read what `again` needs, so that the first change is as fast as the others."""
        self._estimated(last)

    def _estimated(self, last: stages.Prepared) -> stages.Prepared:
        from reportgen.data.context import load_context
        from reportgen.data.ingredients import load_ingredients
        from reportgen.estimation.estimate import method
        from reportgen.facts.address import Vocabulary
        from reportgen.review.check_lines import identity_words
        from reportgen.review.origins import origins
        from reportgen.text.beside import Beside

        edition = self._project.edition(self._year)
        vocabulary = Vocabulary.read(self._project.names)
        ingredients = load_ingredients(self._project, edition, self._read(edition))
        context = load_context(self._project, edition, vocabulary)
        materials = Materials(edition, ingredients, vocabulary, context)
        estimated = self._estimate(materials)
        return dataclasses.replace(
            last,
            edition=edition,
            facts=materials.with_context(estimated.facts),
            beside=Beside.of(ingredients, context),
            origins=origins(method(), ingredients, context.usable.values()),
            identities=identity_words(estimated.checks),
            key=self.wanted + _QUICK,
        )

    def _estimate(self, materials: Materials) -> Estimate:
        """What no changed input reaches stays as it was; so do the statuses while only values have changed."""
        ingredients, firmness, known = materials.ingredients, None, None
        if self._last is not None:
            before, earlier = self._last
            firmness = earlier.firmness if _marks(before) == _marks(ingredients) else None
            known = _unreached(_changed(before, ingredients), earlier.results)
        estimated = estimate(materials, firmness, known)
        self._last = ingredients, estimated
        return estimated

    def _read(self, edition: Edition) -> Sources:
        """The tables, read again only when one of them or their list has changed."""
        from reportgen.data.sources import read_sources

        key = key_of([self._project.data, self._project.names], edition.data, edition.reference_year)
        if self._tables is None or self._tables[0] != key:
            self._tables = key, read_sources(self._project, edition)
        return dataclasses.replace(self._tables[1], edition=edition)


def _changed(before: Mapping[str, Ingredient], now: Mapping[str, Ingredient]) -> set[str]:
    """Names of the inputs that differ in their values, come or go."""
    same = {name for name in before.keys() & now.keys() if _equal(before[name].value, now[name].value)}
    return (before.keys() | now.keys()) - same


def _equal(one: object, other: object) -> bool:
    if type(one) is not type(other):
        return False
    return one.equals(other) if isinstance(one, pd.Series | pd.DataFrame) else bool(np.all(one == other))


def _unreached(changed: set[str], results: Mapping[str, object]) -> dict[str, object]:
    from reportgen.estimation.estimate import method

    return {name: value for name, value in results.items() if not method().upstream(name) & changed}


def _marks(ingredients: Mapping[str, Ingredient]) -> dict[str, object]:
    """What the statuses of facts depend on: those of the inputs, the switches, and which values are zero."""
    return {name: (np.asarray(one.status).tolist(), _pattern(one.value)) for name, one in ingredients.items()}


def _pattern(value: object) -> object:
    if isinstance(value, str | int):
        return value
    array = np.asarray(value)
    return array.shape, array.tolist() if array.dtype == object else (array != 0).tobytes()
