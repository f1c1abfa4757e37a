"""Which part of the earlier paper became which part of the new one: pairs in order, alike enough."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeVar

from reportgen.render.word.flow import Grid, Group, Line, Listing, Part, Row, words

_ALIKE = 0.4  # parts less alike than this are no pair
_SAME_HEAD = 0.5  # what an equal first cell alone is worth for two rows
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
Item = TypeVar("Item")
Pair = tuple[Item | None, Item | None]


def pairs(
    earlier: Sequence[Item], later: Sequence[Item], likeness: Callable[[Item, Item], float]
) -> list[Pair]:
    """The items of both in order: together where they are alike, else alone, the earlier ones first.

    The pairs are those whose likeness (0 to 1) adds up to most, without crossing.
    """
    found = [[_counted(likeness(one, other)) for other in later] for one in earlier]
    best = _best(found, len(later))
    made: list[Pair] = []
    i = j = 0
    while i < len(earlier) and j < len(later):
        if found[i][j] and best[i][j] == best[i + 1][j + 1] + found[i][j]:
            made.append((earlier[i], later[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            made.append((earlier[i], None))
            i += 1
        else:
            made.append((None, later[j]))
            j += 1
    return [*made, *((one, None) for one in earlier[i:]), *((None, other) for other in later[j:])]


def _counted(likeness: float) -> float:
    return likeness if likeness >= _ALIKE else 0.0


def _best(found: Sequence[Sequence[float]], width: int) -> list[list[float]]:
    """The most that the pairs from each place on can add up to."""
    best = [[0.0] * (width + 1) for _ in range(len(found) + 1)]
    for i in reversed(range(len(found))):
        for j in reversed(range(width)):
            together = best[i + 1][j + 1] + found[i][j]
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    return best


def part_likeness(one: Part, other: Part) -> float:
    """How alike two parts are; parts of different kind or style are not."""
    match one, other:
        case (Line(), Line()) if one.style == other.style:
            return _text_likeness(words(one.content), words(other.content))
        case (Grid(), Grid()) if one.style == other.style and len(one.shares) == len(other.shares):
            return max(_text_likeness(_grid_words(one), _grid_words(other)), _ALIKE)
        case (Group(), Group()):
            return float(one.name == other.name)
        case (Listing(), Listing()):
            return float(one.instruction == other.instruction)
        case _:
            return 0.0


def row_likeness(one: Row, other: Row) -> float:
    """How alike two rows are; the first cell says what a row is about."""
    if one.head != other.head:
        return 0.0
    (first, *_), (second, *_) = one.cells, other.cells
    whole = _text_likeness(_row_words(one), _row_words(other))
    same = _cell_words(first) == _cell_words(second) != ""
    return _SAME_HEAD + (1 - _SAME_HEAD) * whole if same else whole


def _cell_words(lines: Sequence[Line]) -> str:
    return "\n".join(words(line.content) for line in lines)


def _row_words(row: Row) -> str:
    return "\t".join(map(_cell_words, row.cells))


def _grid_words(grid: Grid) -> str:
    return "\n".join(map(_row_words, grid.rows))


def _text_likeness(one: str, other: str) -> float:
    """The share of neighbouring characters that both have; every number counts as the same."""
    if one == other:
        return 1.0
    first, second = _neighbours(one), _neighbours(other)
    return 2 * len(first & second) / (len(first) + len(second))


@lru_cache(maxsize=8192)
def _neighbours(text: str) -> frozenset[tuple[str, int]]:
    """Pairs of neighbouring characters, each with how often it came before."""
    plain = f"^{_NUMBER.sub('0', text)}$"
    seen: Counter[str] = Counter()
    found = set()
    for index in range(len(plain) - 1):
        pair = plain[index : index + 2]
        found.add((pair, seen[pair]))
        seen[pair] += 1
    return frozenset(found)
