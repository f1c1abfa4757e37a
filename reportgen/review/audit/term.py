"""Terms: a stated figure or what follows from several, with its interval, its words and the figures it took."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from reportgen.review.audit.interval import Interval
from reportgen.review.rounding import round_half_up

_EXTRA = 1  # more digits than the first that differs at the ends


@dataclass(frozen=True, slots=True)
class Term:
    """A value known to lie from `low` to `high`.

    Attributes:
        low, high: its bounds.
        nominal: the value that the printed digits give.
        words: how it came about, ``4534.38亿元 ÷ 1.1235``.
        ids: the stated figures it took, each once.
        binds: how closely its words hold together: 2 for a figure or bracket, 1 for a product, 0 for a sum.
    """

    low: Fraction
    high: Fraction
    nominal: Fraction
    words: str
    ids: tuple[str, ...] = ()
    binds: int = 2

    @property
    def interval(self) -> Interval:
        """Its bounds as an interval."""
        return Interval(self.low, self.high)

    @property
    def width(self) -> Fraction:
        """The distance of its bounds."""
        return self.high - self.low

    def __add__(self, other: Term) -> Term:
        words = f"{self.words} + {other.words}"
        return _made(
            self, other, self.low + other.low, self.high + other.high, self.nominal + other.nominal, words, 0
        )

    def __sub__(self, other: Term) -> Term:
        words = f"{self.words} - {other.bracketed(1)}"
        return _made(
            self, other, self.low - other.high, self.high - other.low, self.nominal - other.nominal, words, 0
        )

    def __mul__(self, other: Term) -> Term:
        ends = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        words = f"{self.bracketed(1)} × {other.bracketed(1)}"
        return _made(self, other, min(ends), max(ends), self.nominal * other.nominal, words, 1)

    def __truediv__(self, other: Term) -> Term:
        """The quotient; the divisor must be `positive`."""
        ends = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        words = f"{self.bracketed(1)} ÷ {other.bracketed(2)}"
        return _made(self, other, min(ends), max(ends), self.nominal / other.nominal, words, 1)

    def __pow__(self, count: int) -> Term:
        """A power of a `positive` term."""
        words = f"{self.bracketed(2)}^{count}"
        return Term(self.low**count, self.high**count, self.nominal**count, words, self.ids, 1)

    def __abs__(self) -> Term:
        least = Fraction(0) if self.low <= 0 <= self.high else min(abs(self.low), abs(self.high))
        most = max(abs(self.low), abs(self.high))
        return Term(least, most, abs(self.nominal), f"|{self.words}|", self.ids)

    @property
    def positive(self) -> bool:
        """Whether it cannot be zero or below, so that one may divide by it."""
        return self.low > 0 and self.nominal > 0

    @property
    def factor(self) -> Term:
        """For a growth rate in per cent: what the value was multiplied by, ``(1 + 14.53%)``."""
        words = f"(1 + {self.words})" if self.nominal >= 0 else f"(1 - {self.words.removeprefix('-')})"
        return Term(1 + self.low / 100, 1 + self.high / 100, 1 + self.nominal / 100, words, self.ids)

    def bracketed(self, least: int) -> str:
        """Its words, in brackets when they hold together less than asked."""
        return self.words if self.binds >= least else f"({self.words})"

    def shown(self, unit: str) -> str:
        """Its value and bounds with as many digits as they have in common, and a little more."""
        decimals = decimals_of(self.width)
        ends = [figure(end, decimals) for end in (self.low, self.high)]
        value = figure(self.nominal, decimals)
        return f"{value}{unit}" if not self.width else f"{value}{unit}（{ends[0]}至{ends[1]}）"


def constant(value: int) -> Term:
    """A number of the rule itself."""
    return Term(Fraction(value), Fraction(value), Fraction(value), str(value))


def added(terms: list[Term]) -> Term:
    """The sum of at least one term."""
    total, *others = terms
    for other in others:
        total = total + other
    return total


def decimals_of(width: Fraction) -> int:
    """Decimals that show a width with two digits, at most six; two for an exact value."""
    if not width:
        return 2
    return min(6, max(0, _EXTRA - math.floor(math.log10(width))))


def figure(value: Fraction, decimals: int) -> str:
    """A fraction with some decimals."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return f"{round_half_up(exact, decimals):f}"


def _made(
    first: Term, second: Term, low: Fraction, high: Fraction, nominal: Fraction, words: str, binds: int
) -> Term:
    return Term(low, high, nominal, words, tuple(dict.fromkeys(first.ids + second.ids)), binds)
