"""Which lines of a chapter each of its blocks is written in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from reportgen.document.document import Chapter
from reportgen.text.named import paragraph_end
from reportgen.text.source import Source

_CALL = re.compile(r"\[\^([^\]\s]+)\](?!:)")
_NOTE = re.compile(r"\s{0,3}\[\^([^\]\s]+)\]:")
_VARIABLES = re.compile(r"(?:[ \t]*(?:\{%[-+]?\s*set\b.*?%\}|\{#.*?#\})[ \t]*\n?)*(?<=\n)|", re.DOTALL)
_LEAD = re.compile(r"\s*(?:\{%.*?%\}\s*)*>")
_TITLE = "# "
_CAPTION = "表题："


class PassageLines:
    """The lines of one chapter by block.

    Args:
        source: the chapter as it is printed.
        beginnings: the line of each block, counted from 1.
    """

    def __init__(self, source: Source, beginnings: Iterable[int]) -> None:
        self._texts = [line.text for line in source.lines]
        self._beginnings = frozenset(beginnings)

    def own(self, line: int) -> list[int]:
        """The lines of the block that begins in this line, from the tags directly above it to its end.

        Variables set above it are not among them: it may use some and leave others to later blocks.
        """
        start = line - 1
        while start and self._texts[start - 1].strip() and not self._taken(start):
            start -= 1
        start = self._caption(self._behind_variables(start, line - 1))
        end = paragraph_end(self._texts, line - 1)
        following = (other for other in range(line + 1, end + 1) if other in self._beginnings)
        return list(range(start + 1, next(following, end + 1)))

    def notes(self, lines: Iterable[int]) -> list[int]:
        """The lines of the notes that some lines call."""
        labels = {label for line in lines for label in _CALL.findall(self._texts[line - 1])}
        return [line for label in sorted(labels) for line in self._note(label) if line not in lines]

    def _taken(self, line: int) -> bool:
        """Whether a block that begins above stands in this line too."""
        above = line
        while above and self._texts[above - 1].strip():
            if above in self._beginnings:
                return True
            above -= 1
        return False

    def _behind_variables(self, start: int, end: int) -> int:
        """The index of the first line that is not part of a ``{% set %}`` or remark."""
        found = _VARIABLES.match("\n".join(self._texts[start:end]) + "\n")
        return start + found[0].count("\n")

    def _caption(self, start: int) -> int:
        """The index of the caption above a table, else the given index."""
        above = start
        while above and not self._texts[above - 1].strip():
            above -= 1
        first = above
        while first and self._texts[first - 1].strip():
            first -= 1
        table = self._texts[start].startswith("|")
        return first if table and above and self._texts[first].startswith(_CAPTION) else start

    def _note(self, label: str) -> Iterator[int]:
        inside = False
        for number, text in enumerate(self._texts, start=1):
            found = _NOTE.match(text)
            inside = found[1] == label if found else inside and bool(text.strip())
            if inside:
                yield number


def title_line(chapter: Chapter) -> int:
    """The line of the heading of a chapter."""
    return _first(chapter, lambda text: text.startswith(_TITLE))


def lead_line(chapter: Chapter) -> int:
    """The line of the sentences that open a chapter."""
    return _first(chapter, lambda text: bool(_LEAD.match(text)))


def _first(chapter: Chapter, is_wanted: Callable[[str], bool]) -> int:
    lines = enumerate(chapter.source.lines, start=1)
    return next((number for number, line in lines if is_wanted(line.text)), 1)
