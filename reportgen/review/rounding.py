"""Exact decimal arithmetic of printed figures: rounding half up, units, and what a figure can stand for."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

# A unit is its dimension and its size in the base unit of that dimension.
UNITS: dict[str, tuple[str, Decimal]] = {
    "元": ("money", Decimal(1)),
    "万元": ("money", Decimal("1e4")),
    "亿元": ("money", Decimal("1e8")),
    "万亿元": ("money", Decimal("1e12")),
    "人": ("people", Decimal(1)),
    "万人": ("people", Decimal("1e4")),
    "%": ("share", Decimal("0.01")),
    "1": ("share", Decimal(1)),
    "倍": ("multiple", Decimal(1)),
    "位": ("position", Decimal(1)),
    "个": ("count", Decimal(1)),
}
EXACT_UNITS = frozenset({"位", "个"})

# Digits enough for every finite float.
_HALF_UP = Context(prec=400, rounding=ROUND_HALF_UP)

# The parts of sums, shares and growth rates are printed with two decimals of 亿元, 万人, %.
_HALF_STEP_OF_PARTS = Decimal("0.005")


def convertible(source: str, target: str) -> bool:
    """Whether both units are known and measure the same thing."""
    return source in UNITS and target in UNITS and UNITS[source][0] == UNITS[target][0]


def convert(value: Decimal, source: str, target: str) -> Decimal:
    """A value in another unit of the same dimension; exact, since all sizes are powers of ten."""
    return value * (UNITS[source][1] / UNITS[target][1])


def round_half_up(value: Decimal, decimals: int) -> Decimal:
    """四舍五入: half goes away from zero, also for negative values."""
    return value.quantize(unit_of_last_place(decimals), context=_HALF_UP)


def unit_of_last_place(decimals: int) -> Decimal:
    """0.01 for two decimals."""
    return Decimal(1).scaleb(-decimals)


def own_half_step(fact_unit: str, unit: str, decimals: int) -> Decimal:
    """Half-width of the rounding interval of a computed value, in the unit of the stated one.

    A printed figure may have been formed from printed, hence rounded, parts, while ours comes from unrounded
    ones. So a computed value counts as known to half a unit of the second decimal of its own unit, and never
    more loosely than half a unit of the stated last place.
    """
    return min(convert(_HALF_STEP_OF_PARTS, fact_unit, unit), unit_of_last_place(decimals) / 2)


def intervals_overlap(stated: Decimal, decimals: int, computed: Decimal, half_step: Decimal) -> bool:
    """Whether the rounding interval of a stated value meets the one of a computed value, same unit.

    Both are half open, away from zero, as rounding half up makes them: 4.10 stands for [4.095, 4.105).
    """
    if round_half_up(computed, decimals) == stated:
        return True
    return abs(computed - stated) < unit_of_last_place(decimals) / 2 + half_step
