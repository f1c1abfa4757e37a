"""Chapters written before: each is used again while its text and everything it could read are the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportgen.document.keeper import Keeper, NoKeeper, key_of_texts
from reportgen.facts.reader import Reader
from reportgen.text.beside import Beside
from reportgen.text.chapter import WrittenChapter, write_chapter
from reportgen.text.source import Source

KIND = "chapter"


@dataclass(frozen=True)
class KeptChapters:
    """The chapters of an edition.

    Attributes:
        keeper: where they are kept.
        surroundings: key of everything but the text that can change a chapter: facts, names, program.
    """

    keeper: Keeper = field(default_factory=NoKeeper)
    surroundings: str = ""

    def write(
        self, source: Source, reader: Reader, figures: Mapping[str, int], beside: Beside
    ) -> WrittenChapter:
        """As `write_chapter` does; the uses of facts are recorded all the same."""
        key = key_of_texts([self.surroundings, repr(source), repr(sorted(figures.items()))])
        found = self.keeper.find(KIND, key)
        if found is None:
            own = Reader(reader.facts, reader.calendar, reader.place)
            found = write_chapter(source, own, figures, beside), tuple(own.uses)
            self.keeper.keep(KIND, key, found)
        chapter, uses = found
        reader.uses.extend(uses)
        return chapter
