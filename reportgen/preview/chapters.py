"""Chapters written in the order in which the reader needs them: those in view first, the others a moment later."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from reportgen.document.kept_chapters import KeptChapters
from reportgen.facts.reader import Reader, Use
from reportgen.text.beside import Beside
from reportgen.text.chapter import WrittenChapter
from reportgen.text.source import Source

Written = dict[str, tuple[WrittenChapter, tuple[Use, ...]]]


@dataclass(frozen=True)
class PatientChapters(KeptChapters):
    """Chapters of which only some are written now, while the others stay for once as they were.

    Attributes:
        last: the chapters as they were written last, by name; those written now take their place.
        now: names of the chapters to write; all when None.
        waiting: names of those left as they were.
    """

    last: Written = field(default_factory=dict)
    now: Collection[str] | None = None
    waiting: set[str] = field(default_factory=set)

    def write(
        self, source: Source, reader: Reader, figures: Mapping[str, int], beside: Beside
    ) -> WrittenChapter:
        """As `KeptChapters.write` does, or the chapter as it was."""
        if self.now is not None and source.name not in self.now and source.name in self.last:
            self.waiting.add(source.name)
            chapter, uses = self.last[source.name]
            reader.uses.extend(uses)
            return chapter
        before = len(reader.uses)
        chapter = super().write(source, reader, figures, beside)
        self.last[source.name] = chapter, tuple(reader.uses[before:])
        return chapter
