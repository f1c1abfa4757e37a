"""What figures say about the forecast; nothing, where an edition or a series has none."""

from __future__ import annotations

from reportgen.facts.address import Address
from reportgen.facts.reader import Reader, Reading


def expected(facts: Reader, address: str) -> Reading | None:
    """The reading of the forecast year, ``expected(facts, "增加值.全国")``; None when there is none."""
    wanted = facts.facts.vocabulary.parse(address, facts.calendar)
    dated = Address(wanted.metric, wanted.scope, (facts.calendar.forecast_year,))
    if facts.calendar.forecast_year == facts.calendar.reference_year or dated not in facts.facts:
        return None
    return facts.read(dated)


def how_to_read(facts: Reader, address: str, marks: str = "浅色加斜线、空心点") -> str:
    """``；浅色加斜线、空心点为预测值`` for the end of a subtitle, or ``""``."""
    return f"；{marks}为预测值" if expected(facts, address) else ""


def note(facts: Reader, address: str) -> str:
    """``注：E 表示预测值。`` or ``""``; printed once in the paper, under the first figure with a forecast."""
    return "注：E 表示预测值。" if expected(facts, address) else ""
