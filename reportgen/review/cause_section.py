"""What the page of changes shows of the causes of one headline's change; whoever finds them fills this in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class CausePart:
    """One cause, what it added to the change, and the same in words, with its standard error where sampled."""

    name: str
    amount: float
    text: str


@dataclass(frozen=True)
class CauseSection:
    """The causes of the change of one headline.

    Attributes:
        headline: its Chinese address, ``增加值.全国[2021]``.
        before, after: its value on both sides.
        unit: of the values and of all parts.
        parts: the causes; their amounts add up to ``after - before``.
        picture: SVG of the waterfall, ``""`` when there is none.
        notes: sentences below it, such as how the parts were found.
    """

    headline: str
    before: float
    after: float
    unit: str
    parts: tuple[CausePart, ...]
    picture: str = ""
    notes: tuple[str, ...] = ()

    @property
    def total(self) -> float:
        """The change."""
        return self.after - self.before
