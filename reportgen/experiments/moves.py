"""Values of the parameters for many runs at once: each assumption moved by itself, or all of them drawn.

A set of moves is, by name of the parameter, an array with one value of the whole parameter for each run: runs
first, then the shape of the parameter. A matrix whose rows sum to one keeps its row sums in every run: where one
number is moved, the others of its row make room in proportion; where all are drawn, the row is scaled back.

Draws are independent of each other, from a triangular distribution with its peak at the value that the edition
uses. Where the spread lies on one side of that value only, the distribution reaches as far to the other side, but
not beyond what is allowed: such a spread tells how far another fit lies, not that the truth must lie there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from reportgen.experiments.assumptions import Assumption, Limits, by_parameter
from reportgen.facts.ingredient import Ingredient

BLOCK = 250
_ROUNDING = 1e-4  # coefficients are stored with six digits: rows sum to one within this

Moves = dict[str, np.ndarray]


@dataclass(frozen=True, slots=True)
class Block:
    """Some draws of a run: their number and size, and the seed of the run. Any process may work on any block."""

    number: int
    seed: int
    size: int


def blocks(draws: int, seed: int) -> list[Block]:
    """The blocks of a run; a draw is the same whatever the number of draws after it."""
    sizes = [min(BLOCK, draws - start) for start in range(0, draws, BLOCK)]
    return [Block(number, seed, size) for number, size in enumerate(sizes)]


def drawn(numbers: Sequence[Assumption], ingredients: Mapping[str, Ingredient], block: Block) -> Moves:
    """All assumptions drawn, for each run of a block."""
    uniform = np.random.default_rng([block.seed, block.number]).random((block.size, len(numbers)))
    value = np.array([one.value for one in numbers])
    low, high = np.array([drawn_limits(one) for one in numbers]).T
    values = triangular(uniform, low, value, high)
    moves: Moves = {}
    for name, places, cells, table in _tables(numbers, ingredients, block.size):
        flat = table.reshape(block.size, -1)
        sums = _row_sums(table)
        flat[:, cells] = values[:, places]
        moves[name] = table if sums is None else table * (sums / np.nansum(table, axis=-1))[..., np.newaxis]
    return moves


def one_by_one(numbers: Sequence[Assumption], ingredients: Mapping[str, Ingredient]) -> Moves:
    """Two runs for each assumption, the others as the edition has them: at its lowest value, at its highest."""
    size = 2 * len(numbers)
    moves: Moves = {}
    for name, places, cells, table in _tables(numbers, ingredients, size):
        shares = _row_sums(table) is not None
        for place, cell in zip(places, cells, strict=True):
            for run, value in ((2 * place, numbers[place].low), (2 * place + 1, numbers[place].high)):
                where = np.unravel_index(cell, table.shape[1:])
                if shares:
                    table[run][where[:-1]] = _with_room(table[run][where[:-1]], where[-1], value)
                else:
                    table[(run, *where)] = value
        moves[name] = table
    return moves


def triangular(uniform: np.ndarray, low: np.ndarray, peak: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Uniform numbers of [0, 1) as draws from triangular distributions: the inverse of their distribution."""
    width = high - low
    below = uniform * width < peak - low
    left = low + np.sqrt(uniform * width * (peak - low))
    right = high - np.sqrt((1 - uniform) * width * (high - peak))
    return np.where(below, left, right)


def labelled(value: object, numbers: np.ndarray) -> object:
    """One run's numbers with the labels of the parameter."""
    if isinstance(value, pd.Series):
        return pd.Series(numbers, value.index)
    if isinstance(value, pd.DataFrame):
        return pd.DataFrame(numbers, value.index, value.columns)
    return numbers.item()


def drawn_limits(one: Assumption) -> tuple[float, float]:
    """The lowest and the highest value that is drawn."""
    if one.limits is Limits.允许范围 or one.low < one.value < one.high:
        return one.low, one.high
    reach = one.high - one.low
    least, most = one.parameter.range or (-np.inf, np.inf)
    return min(one.value, max(least, one.value - reach)), max(one.value, min(most, one.value + reach))


def _tables(
    numbers: Sequence[Assumption], ingredients: Mapping[str, Ingredient], size: int
) -> Iterator[tuple[str, list[int], list[int], np.ndarray]]:
    """Of each parameter the positions of its assumptions, their cells, and its value `size` times."""
    for name, places in by_parameter(tuple(numbers)):
        value = ingredients[name].value
        table = np.tile(np.asarray(value, dtype=float), (size, *[1] * np.ndim(value)))
        yield name, places, [_cell(value, numbers[place].keys) for place in places], table


def _cell(value: object, keys: tuple) -> int:
    """The position of a number in its parameter, row by row."""
    if isinstance(value, pd.DataFrame):
        row, column = keys
        return int(value.index.get_loc(row)) * value.shape[1] + int(value.columns.get_loc(column))
    return int(value.index.get_loc(keys[0])) if isinstance(value, pd.Series) else 0


def _row_sums(table: np.ndarray) -> np.ndarray | None:
    """The sums of the rows of a matrix in each run, where they all are one; else None."""
    if table.ndim < 3:
        return None
    sums = np.nansum(table, axis=-1)
    return sums if (np.abs(sums - 1) < _ROUNDING).all() else None


def _with_room(row: np.ndarray, cell: int, value: float) -> np.ndarray:
    """A row of shares with another value in one cell; the others make room in proportion."""
    rest = np.nansum(row) - row[cell]
    changed = row * max(0.0, np.nansum(row) - value) / rest if rest else row.copy()
    changed[cell] = value
    return changed
