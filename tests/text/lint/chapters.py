"""One chapter text, linted."""

from __future__ import annotations

from reportgen.text.lint.chapter import ChapterLint, lint_chapter
from reportgen.text.lint.nearest_fact import Edition, Known
from reportgen.text.source import Line, Source
from tests.text.facts import CALENDAR, reader


def source(text: str) -> Source:
    return Source(
        "02-overall.md", tuple(Line(line, "02-overall.md", n) for n, line in enumerate(text.split("\n"), 1))
    )


def known(before: Edition | None = None) -> Known:
    return Known(Edition(2022, reader().facts, CALENDAR), lambda: before)


def linted(text: str, facts: Known | None = None) -> ChapterLint:
    return lint_chapter(source(text), facts)


def found(text: str) -> list[tuple[str, str]]:
    """Rule and offending words of each finding."""
    return [(one.rule.id, one.words) for one in linted(text).findings]
