"""Whether two values are the same number: written down, read back, or computed on another machine.

Values are written with twelve significant digits, so that two of the same number may differ by one unit in
the twelfth, which is up to 1e-11 of the value. Other processors order sums differently: over the facts of
the 2021 and 2022 editions and five kinds of processor the largest difference was 2e-12 of the value, in a
regression and in small differences of large numbers. What is left where two large numbers cancel is about
1e-10 and arbitrary; no quantity of the paper is smaller than 1e-4. No printed decimal tells such values apart.
"""

from __future__ import annotations

import math

DIGITS = 12
_RELATIVE = 2.5e-11
_NOTHING = 1e-9


def same_value(before: float, now: float) -> bool:
    """Whether two values differ by no more than writing down and another processor explain.

    They may differ by 2.5e-11 of the larger one, or by 1e-9.
    """
    return math.isclose(before, now, rel_tol=_RELATIVE, abs_tol=_NOTHING)


def digits(value: float) -> str:
    """Twelve significant digits; never ``-0``."""
    return f"{value + 0.0:.{DIGITS}g}"
