"""All tests of the chapters by their names, and those that ask how many of a list pass one: 均, 多数, 少数.

A test stands in ``{% if 数[甲] is 高于(数[乙]) %}``, in a claim, or by its name in a question about a list:
``{% if 名单 is 均("高于", 数[乙]) %}``.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from reportgen.errors import ChapterError, nearest
from reportgen.facts.reader import Reading
from reportgen.text.arguments import many, one
from reportgen.text.comparisons import COMPARISONS
from reportgen.text.degrees import HALF, NEARLY_ALL
from reportgen.text.standings import STANDINGS

SINGLE: dict[str, Callable[..., bool]] = {**COMPARISONS, **STANDINGS}


def passing(readings: Any, asked: str, name: str, given: tuple[Any, ...]) -> list[Reading]:
    """The readings of a list that pass a test.

    Args:
        readings: the list.
        asked: what asks, for the message.
        name: the name of the test.
        given: what stands in its brackets.

    Raises:
        ChapterError: no such test, an empty list, or something else than readings.
    """
    if name not in SINGLE:
        raise ChapterError(
            f"没有判断“{name}”", remedy=nearest(str(name), SINGLE) or f"可用：{'、'.join(SINGLE)}"
        )
    listed = [one(reading, asked) for reading in many(readings, asked)]
    if not listed:
        raise ChapterError(f"“{asked}”前面的名单是空的", remedy="先用 {% if 名单 %} 判断")
    return [reading for reading in listed if SINGLE[name](reading, *given)]


def every(readings: Any, test: str, *given: Any) -> bool:
    """All of a list pass a test."""
    return _share(readings, "均", test, given) == 1


def none(readings: Any, test: str, *given: Any) -> bool:
    """None of a list passes a test."""
    return _share(readings, "都不", test, given) == 0


def some(readings: Any, test: str, *given: Any) -> bool:
    """At least one of a list passes a test."""
    return _share(readings, "有的", test, given) > 0


def most(readings: Any, test: str, *given: Any) -> bool:
    """More than half of a list pass a test."""
    return _share(readings, "多数", test, given) > HALF


def nearly_all(readings: Any, test: str, *given: Any) -> bool:
    """At least four fifths of a list pass a test."""
    return _share(readings, "绝大多数", test, given) >= NEARLY_ALL


def few(readings: Any, test: str, *given: Any) -> bool:
    """Some of a list, but less than half, pass a test."""
    return 0 < _share(readings, "少数", test, given) < HALF


def contains(readings: Any, name: str) -> bool:
    """A list has a scope of this name; unknown names are errors."""
    listed = many(readings, "含")
    for reading in listed:
        if isinstance(reading, Reading):
            scope = reading.reader.facts.vocabulary.scope(str(name))
            return any(one(other, "含").address.scope == scope for other in listed)
    return name in listed


QUANTIFIERS: dict[str, Callable[..., bool]] = {
    "均": every,
    "都不": none,
    "有的": some,
    "多数": most,
    "绝大多数": nearly_all,
    "少数": few,
}
TESTS: dict[str, Callable[..., bool]] = {**SINGLE, **QUANTIFIERS, "含": contains}


def _share(readings: Any, asked: str, name: str, given: tuple[Any, ...]) -> Fraction:
    return Fraction(len(passing(readings, asked, name, given)), len(readings))
