"""Words of degree: the one place that says how large a difference each of them names.

The thresholds are percentage points, from the largest down; a difference counts as it is printed,
rounded to two decimals, so that word and number never contradict each other.
"""

from __future__ import annotations

from decimal import Decimal

DECIMALS = 2
DEGREES = ((Decimal("3"), "明显"), (Decimal("1"), "有所"), (Decimal("0.1"), "略有"))
LEVEL = "基本持平"


def pace(difference: Decimal) -> str:
    """From the difference of two rates in percentage points: 明显加快, 有所放缓, 略有加快, 基本持平."""
    for threshold, degree in DEGREES:
        if abs(difference) >= threshold:
            return degree + ("加快" if difference > 0 else "放缓")
    return LEVEL
