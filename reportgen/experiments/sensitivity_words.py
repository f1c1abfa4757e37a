"""Assumptions, settings, headlines and changes in the words that people read."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from reportgen.data.parameter import Parameter
from reportgen.experiments.assumptions import Assumption, Choice, Limits, Unset
from reportgen.facts.address import Address, Vocabulary

_DECIMALS = {"%": 2, "1": 4}
_USUAL = 2
_POINTS = "个百分点"


@dataclass(frozen=True)
class Words:
    """Names things.

    Attributes:
        vocabulary: of metrics and scopes.
        names: Chinese words of other labels that parameters use: subsectors, activity keys.
    """

    vocabulary: Vocabulary
    names: Mapping[str, str]

    def headline(self, address: Address) -> str:
        """``增加值.全国[2021]``."""
        return self.vocabulary.chinese(address)

    def unit(self, address: Address) -> str:
        """The unit of a headline."""
        return self.vocabulary.metrics[address.metric].unit

    def value(self, address: Address, number: float) -> str:
        """A headline with its unit, ``40959.37亿元``."""
        return rounded(number, _USUAL) + self.unit(address)

    def change(self, address: Address, number: float, with_unit: bool = False) -> str:
        """``−612.35``, with its unit ``+0.35个百分点``; ``0`` for no change, 无法测算 for nan."""
        if not number:
            return "0"
        if math.isnan(number):
            return "无法测算"
        unit = self.unit(address)
        return signed(number) + ((_POINTS if unit == "%" else unit) if with_unit else "")

    def assumption(self, one: Assumption | Unset) -> str:
        """``相关系数：软件服务``."""
        keys = "，".join(map(self._key, one.keys))
        return f"{one.parameter.label}：{keys}" if keys else one.parameter.label

    def setting(self, parameter: Parameter, number: float) -> str:
        """A value of a parameter with its unit, ``0.0144`` or ``7.00%``."""
        unit = "" if parameter.unit == "1" else parameter.unit
        return rounded(number, _DECIMALS.get(parameter.unit, _USUAL)) + unit

    def switches(self, choices: Sequence[Choice]) -> str:
        """The switches that are turned, ``乘子的来源、生产函数的资本``."""
        return "、".join(one.parameter.label for one in choices)

    def chosen(self, choices: Sequence[Choice]) -> str:
        """What they say otherwise."""
        return "、".join(one.parameter.words.get(one.choice, one.choice) for one in choices)

    def used(self, choices: Sequence[Choice]) -> str:
        """What they say in the edition."""
        values = ((one.parameter.words, str(one.parameter.value)) for one in choices)
        return "、".join(words.get(value, value) for words, value in values)

    def limits(self, one: Assumption) -> str:
        """``0.0050—0.0144（离散范围）``."""
        low, high = (self.setting(one.parameter, end) for end in (one.low, one.high))
        return f"{low}—{high}" + ("" if one.limits is Limits.离散范围 else f"（{one.limits.name}）")

    def _key(self, key: object) -> str:
        if isinstance(key, int):
            return f"{key}年"
        return self.names.get(str(key)) or self.vocabulary.scope_name(str(key))


def rounded(number: float, decimals: int) -> str:
    """Rounded half up, with a minus sign rather than a hyphen, and no minus before zero."""
    exact = Decimal(repr(float(number))).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return f"{abs(exact):f}" if not exact or exact > 0 else f"−{abs(exact):f}"


def signed(number: float) -> str:
    """With a sign, two decimals; more where two would show nothing."""
    decimals = next((places for places in (_USUAL, 4) if abs(number) >= 0.5 * 10**-places), 6)
    text = rounded(number, decimals)
    return text if text.startswith("−") else f"+{text}"
