"""From values to positions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """Linear: the value `low` stands at `start`, the value `high` at `end`."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """The position of a value."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def range_from_zero(values: Iterable[float]) -> tuple[float, float]:
    """Lowest and highest value with zero among them; 0 to 1 when all are zero."""
    known = [0.0, *values]
    low, high = min(known), max(known)
    return (low, high) if high > low else (0.0, 1.0)


def range_of_change(values: Iterable[float], least: float = 0.1) -> tuple[float, float]:
    """Lowest and highest value, widened to at least `least` of the largest size: small moves stay small."""
    known = list(values)
    low, high = min(known), max(known)
    lacking = least * max(abs(low), abs(high), 1e-12) - (high - low)
    widen = max(0.0, lacking) / 2
    return low - widen, high + widen
