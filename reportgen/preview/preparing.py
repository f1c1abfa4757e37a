"""Facts prepared again within a second: tables that did not change are not read again."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from reportgen import stages
from reportgen.project.cache import key_of
from reportgen.project.edition import Edition
from reportgen.project.folders import Project

if TYPE_CHECKING:
    from reportgen.data.sources import Sources


class Preparer:
    """Prepares one edition, first in full and then as fast as it can.

    What takes longest, running the method with each other reading of it for one table of the appendix, is
    left as it was; whoever wants that too runs `stages.prepare`, here or in another process, and asks again.
    """

    def __init__(self, project: Project, year: int) -> None:
        self._project, self._year = project, year
        self._tables: tuple[str, Sources] | None = None

    def prepared(self) -> stages.Prepared:
        """Everything in full.

        Raises:
            ContentError: something people supplied is wrong.
        """
        return stages.prepare(self._project, self._year)

    def again(self, last: stages.Prepared) -> stages.Prepared:
        """The facts as they are now; the appendix is the last one unless a full preparation was kept.

        Raises:
            ContentError: something people supplied is wrong.
        """
        key = stages.prepared_key(self._project, self._year)
        return self.in_full(key) or self._estimated(last, key)

    def in_full(self, key: str) -> stages.Prepared | None:
        """What was prepared in full under this key, if it is kept."""
        return self._project.cache.find("facts", key)

    def warm_up(self, last: stages.Prepared) -> None:
        """Import and read what `again` needs, so that the first change is as fast as the others."""
        self._estimated(last, last.key)

    def _estimated(self, last: stages.Prepared, key: str) -> stages.Prepared:
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
        materials = stages.Materials(edition, ingredients, vocabulary, context)
        estimated = stages.estimate(materials)
        return dataclasses.replace(
            last,
            edition=edition,
            facts=materials.with_context(estimated.facts),
            beside=Beside.of(ingredients, context),
            origins=origins(method(), ingredients, context.usable.values()),
            identities=identity_words(estimated.checks),
            key=key,
        )

    def _read(self, edition: Edition) -> Sources:
        """The tables, read again only when one of them or their list has changed."""
        from reportgen.data.sources import read_sources

        key = key_of([self._project.data, self._project.names], edition.data, edition.reference_year)
        if self._tables is None or self._tables[0] != key:
            self._tables = key, read_sources(self._project, edition)
        return dataclasses.replace(self._tables[1], edition=edition)


