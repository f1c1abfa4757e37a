"""One measured quantity beside its target."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """A measured value; without a target it is only shown.

    Attributes:
        name: what was measured, in Chinese.
        value: the measured value.
        unit: its unit.
        target: the most it may be.
    """

    name: str
    value: float
    unit: str
    target: float | None = None

    def cells(self) -> tuple[str, str, str, str, str]:
        """The row of the table: name, value, unit, target, verdict."""
        if self.target is None:
            return self.name, _number(self.value), self.unit, "", ""
        verdict = "达到" if self.value <= self.target else "未达到"
        return self.name, _number(self.value), self.unit, f"≤ {self.target:g}", verdict


def _number(value: float) -> str:
    return f"{value:.3g}" if value < 100 else f"{value:.0f}"
