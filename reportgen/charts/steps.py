"""Six ordered steps with round limits, for tables and maps whose colour shows a size."""

from __future__ import annotations

import itertools
import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

STEPS = 6
_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True)
class Steps:
    """Limits between the steps, rising: a value equal to a limit belongs to the step above it."""

    limits: tuple[float, ...]

    @classmethod
    def over(cls, values: Sequence[float]) -> Steps:
        """Equal steps of a round width round the middle of the values; the outer two are open.

        The width is the smallest round one with which the steps between reach over nine tenths of the values.
        """
        ranked = sorted(values)
        low, high = (ranked[round(part * (len(ranked) - 1))] for part in (0.05, 0.95))
        width = _round_up(max(high - low, abs(high) * 1e-3, 1e-9) / STEPS)
        middle = math.floor((low + high) / 2 / width)
        first = middle - (STEPS - 1) // 2
        return cls(tuple((first + number) * width for number in range(STEPS - 1)))

    def __call__(self, value: float) -> int:
        """The number of the step, from 0."""
        return bisect_right(self.limits, value)

    def labels(self) -> list[str]:
        """``<5``, ``5—10`` to ``≥25``; ``-5至0`` where there are negative limits."""
        texts = [f"{limit:.10g}" for limit in self.limits]
        dash = "至" if self.limits[0] < 0 else "—"
        between = [f"{low}{dash}{high}" for low, high in itertools.pairwise(texts)]
        return [f"<{texts[0]}", *between, f"≥{texts[-1]}"]


def _round_up(width: float) -> float:
    """The next width of the form 1, 2, 2.5 or 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(width))
    return next(size * power for size in _ROUND if size * power >= width * (1 - 1e-9))
