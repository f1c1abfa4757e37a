"""The headlines whose changes are explained, and how each is printed in the paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pandas as pd

from reportgen.errors import EstimationError
from reportgen.facts.address import Address, Calendar, Vocabulary


@dataclass(frozen=True)
class Headline:
    """A number that readers remember.

    Attributes:
        text: its address, with 本年 or 预测年.
        unit: in which it is printed.
        decimals: with how many it is printed.
        power: the fact is divided by ten to this power to come to the unit.
    """

    text: str
    unit: str
    decimals: int = 2
    power: int = 0

    def address(self, vocabulary: Vocabulary, calendar: Calendar) -> Address:
        """The address in the years of a calendar."""
        return vocabulary.parse(self.text, calendar)

    def scaled(self, value: Fraction) -> Fraction:
        """A value or change of the fact in the printed unit."""
        return value / 10**self.power

    def printed(self, value: Fraction) -> Fraction:
        """The number as it is printed, in its unit: rounded half up, once, as everywhere in the paper."""
        number = Decimal(repr(float(value))).scaleb(-self.power)
        return Fraction(number.quantize(Decimal(1).scaleb(-self.decimals), rounding=ROUND_HALF_UP))


HEADLINES = (
    Headline("增加值.全国[本年]", "万亿元", power=4),
    Headline("占GDP比重.全国[本年]", "%"),
    Headline("名义增速.全国[本年]", "%"),
    Headline("增加值.直接产业[本年]", "亿元"),
    Headline("名义增速.直接产业[本年]", "%"),
    Headline("增加值.渗透产业[本年]", "亿元"),
    Headline("名义增速.渗透产业[本年]", "%"),
    Headline("带动就业.全国[本年]", "万人"),
    Headline("新增就业.全国[本年]", "万人"),
    Headline("增加值.全国[预测年]", "万亿元", power=4),
    Headline("占GDP比重.全国[预测年]", "%"),
    Headline("名义增速.全国[预测年]", "%"),
    Headline("带动就业.全国[预测年]", "万人"),
)


def value_at(results: Mapping[str, object], address: Address, label: str) -> float:
    """One cell of what the graph gave.

    Raises:
        EstimationError: there is no such cell, or it is empty.
    """
    table = results[address.metric]
    assert isinstance(table, pd.DataFrame)
    (year,) = address.years
    known = address.scope in table.index and year in table.columns
    value = float(table.at[address.scope, year]) if known else float("nan")
    if not pd.notna(value):
        raise EstimationError(f"没有 {label}", remedy="两版都要有这个数才能比较")
    return value


def metrics_of(headlines: Iterable[Headline], vocabulary: Vocabulary, calendar: Calendar) -> list[str]:
    """The metrics of the headlines, each once."""
    return list(dict.fromkeys(one.address(vocabulary, calendar).metric for one in headlines))
