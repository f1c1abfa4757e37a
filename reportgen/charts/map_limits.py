"""Round limits between classes of values: like values together, classes not too uneven, limits easy to read."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

_ROUND = {
    1.0: 0.0,
    2.0: 0.5,
    5.0: 0.5,
    1.5: 1.0,
    2.5: 1.0,
    3.0: 2.0,
    4.0: 2.0,
    6.0: 3.0,
    8.0: 3.0,
}  # a price each
_WEIGHT_OF_SPREAD, _WEIGHT_OF_UNEVENNESS, _WEIGHT_OF_ROUNDNESS = 100.0, 0.1, 0.3
_MOST_CANDIDATES = 60

_Choice = tuple[float, tuple[int, ...]]  # price, and the numbers of the candidates chosen


def best_limits(values: Sequence[float], most: int) -> tuple[float, ...]:
    """The limits of up to `most` classes, ascending; no class is empty, a value on a limit is above it.

    The price of a choice is the spread within its classes on a square-root scale, which is kind to the few
    large values of a skew distribution, plus how uneven the classes are and how little round the limits.
    """
    ordered = sorted(values)
    candidates = _candidates(ordered)
    below = [bisect_left(ordered, limit) for limit in candidates]
    for number in range(most - 1, 0, -1):
        choice = _cheapest(ordered, candidates, below, number)
        if choice is not None:
            return tuple(candidates[position] for position in choice)
    return ()


def _cheapest(
    ordered: list[float], candidates: list[float], below: list[int], number: int
) -> tuple[int, ...] | None:
    """The best `number` candidates, class by class from the lowest; None when a class would be empty."""
    price = _ClassPrice(ordered, number + 1)
    best: dict[int, _Choice] = {
        position: (price(0, end) + _roundness(candidates[position]), (position,))
        for position, end in enumerate(below)
        if end
    }
    for _ in range(number - 1):
        best = {
            position: min(
                (cost + price(below[last], end) + _roundness(candidates[position]), (*chosen, position))
                for last, (cost, chosen) in best.items()
                if below[last] < end
            )
            for position, end in enumerate(below)
            if any(below[last] < end for last in best)
        }
    whole = [
        (cost + price(below[last], len(ordered)), chosen)
        for last, (cost, chosen) in best.items()
        if below[last] < len(ordered)
    ]
    return min(whole)[1] if whole else None


class _ClassPrice:
    """The price of the class that holds the values from `start` to before `end`."""

    def __init__(self, ordered: list[float], classes: int) -> None:
        roots = [math.copysign(math.sqrt(abs(value)), value) for value in ordered]
        self.sums = [0.0, *accumulate(roots)]
        self.squares = [0.0, *accumulate(root * root for root in roots)]
        self.even = len(ordered) / classes
        self.total = self._spread(0, len(ordered)) or 1.0

    def _spread(self, start: int, end: int) -> float:
        total = self.sums[end] - self.sums[start]
        return max(0.0, self.squares[end] - self.squares[start] - total * total / (end - start))

    def __call__(self, start: int, end: int) -> float:
        spread = _WEIGHT_OF_SPREAD * self._spread(start, end) / self.total
        return spread + _WEIGHT_OF_UNEVENNESS * (end - start - self.even) ** 2


def _candidates(ordered: list[float]) -> list[float]:
    """Round numbers above the lowest and not above the highest value; zero counts as round."""
    sizes = [abs(value) for value in ordered if value]
    if not sizes or ordered[0] == ordered[-1]:
        return []
    low, high = (math.floor(math.log10(size)) for size in (min(sizes), max(sizes)))
    low = max(low, high - _MOST_CANDIDATES // (2 * len(_ROUND)))  # smaller limits separate nothing visible
    sizes = [float(f"{factor}e{power}") for power in range(low, high + 1) for factor in _ROUND]
    signed = {0.0, *sizes, *(-size for size in sizes)}
    return sorted(limit for limit in signed if ordered[0] < limit <= ordered[-1])


def _roundness(limit: float) -> float:
    factor = float(f"{abs(limit):.3e}".partition("e")[0])
    return _WEIGHT_OF_ROUNDNESS * _ROUND.get(factor, 0.0)
