"""Tracked insertions and deletions: who, when, and the identifiers that no two marks may share."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from reportgen.render.word.elements import Element, element
from reportgen.render.word.flow import Change


class Revisions:
    """Makes the marks of one document.

    Args:
        author: under whose name changes stand.
        date: when they were made, as ``2022-12-01T00:00:00Z``; the same for all.
    """

    def __init__(self, author: str, date: str) -> None:
        self._author = author
        self._date = date
        self._identifiers = itertools.count(1)

    def identifier(self) -> int:
        """A number that no other mark or bookmark of the document has."""
        return next(self._identifiers)

    def mark(self, change: Change, *content: Element) -> Element | None:
        """``w:ins`` or ``w:del`` around some content, None for what was kept; empty within properties."""
        if change is Change.KEPT:
            return None
        return element(
            f"w:{change.value}", *content, id=self.identifier(), author=self._author, date=self._date
        )

    def marked(self, change: Change, content: Sequence[Element]) -> list[Element]:
        """The content, within a mark where it changed."""
        mark = self.mark(change, *content) if content else None
        return list(content) if mark is None else [mark]
