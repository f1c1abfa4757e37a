"""Numbers in charts: one unit and one precision each, rounded once, half up, from the unrounded value."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from reportgen.errors import FigureError
from reportgen.facts.reader import Reading


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How one kind of fact is printed.

    Attributes:
        unit: the printed unit.
        source: the unit of the fact.
        places: decimals printed.
        power: a fact is divided by ten to this power.
    """

    unit: str
    source: str
    places: int
    power: int = 0

    def digits(self, reading: Reading) -> str:
        """The digits without unit, ``4.10``.

        Raises:
            FigureError: the fact has another unit, or is not a finite number.
        """
        return self._round(self._decimal(reading))

    def print(self, reading: Reading) -> str:
        """The digits; the use is recorded."""
        return reading.print(self.digits(reading))

    def phrase(self, reading: Reading) -> str:
        """Digits and unit, ``4.10万亿元``; the use is recorded."""
        return reading.print(self.digits(reading) + self.unit)

    def size(self, reading: Reading) -> str:
        """As `phrase` without the sign, for words that carry it: 下降3.20%."""
        return reading.print(self._round(abs(self._decimal(reading))) + self.unit)

    def gap(self, before: Reading, after: Reading) -> str:
        """The size of the difference, digits only, from the unrounded values."""
        return self._round(abs(self._decimal(after) - self._decimal(before)))

    def _decimal(self, reading: Reading) -> Decimal:
        address = reading.reader.facts.vocabulary.chinese(reading.address)
        if reading.unit != self.source:
            raise FigureError(
                f"{address} 的单位是“{reading.unit}”，不能按“{self.unit}”印出",
                remedy=f"换用与“{reading.unit}”相配的格式",
            )
        if not math.isfinite(reading.value):
            raise FigureError(f"{address} 不是有限的数", remedy="用 reportgen trace 查看它的来历")
        return Decimal(repr(float(reading.value))).scaleb(-self.power)

    def _round(self, number: Decimal) -> str:
        rounded = number.quantize(Decimal(1).scaleb(-self.places), rounding=ROUND_HALF_UP)
        return f"{abs(rounded) if rounded.is_zero() else rounded:f}"


_LARGE = 99999.995  # from here on, five digits before the point are not enough


def by_size(readings: Iterable[Reading], usual: NumberFormat, larger: NumberFormat) -> NumberFormat:
    """The usual format, or the one with the larger unit when a value has more than five whole digits."""
    return larger if max(abs(reading.value) for reading in readings) > _LARGE else usual


亿元 = NumberFormat("亿元", "亿元", 2)
万亿元 = NumberFormat("万亿元", "亿元", 2, power=4)
万亿元三位 = NumberFormat("万亿元", "亿元", 3, power=4)
百分比 = NumberFormat("%", "%", 2)
整百分比 = NumberFormat("%", "%", 0)
万人 = NumberFormat("万人", "万人", 2)
亿人 = NumberFormat("亿人", "万人", 2, power=4)
整万人 = NumberFormat("万人", "万人", 0)
个 = NumberFormat("个", "个", 0)
