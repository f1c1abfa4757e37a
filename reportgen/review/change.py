"""One number that is not the same on the two sides of a comparison."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum
from typing import NamedTuple

from reportgen.facts.fact import Fact


class View(Enum):
    """What is set beside what: the same fact and year (修订), or the same fact one year on (顺延)."""

    修订 = "同一年的数"
    顺延 = "顺延一年的数"


class Tier(IntEnum):
    """How near a change is to the reader of the paper, the nearest first."""

    印文 = 1
    数值 = 2
    有无 = 3


TIERS = {
    Tier.印文: "印文已变",
    Tier.数值: "数值变而印文未变",
    Tier.有无: "出现、消失或状态、单位变化",
}


class Kind(Enum):
    """What differs; the first of them that applies."""

    出现 = "出现"
    消失 = "消失"
    单位 = "单位变化"
    数值 = "数值变化"
    状态 = "状态变化"
    写法 = "写法变化"


class Alarm(IntEnum):
    """What a reviewer must not miss, the most striking first."""

    变号 = 1
    越档 = 2
    名次 = 3


class Alert(NamedTuple):
    """One alarm in words: ``升破4万亿元``."""

    alarm: Alarm
    words: str


class Printing(NamedTuple):
    """A number in one chapter or figure on both sides: the places as people say them, the texts, each once.

    ``where`` is the chapter file or the name of the figure.
    """

    where: str
    places_before: tuple[str, ...]
    places_after: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def changed(self) -> bool:
        """Whether another text stands here; one more or one less of the same number is no change of it."""
        return bool(set(self.before) - set(self.after)) and bool(set(self.after) - set(self.before))


@dataclass(frozen=True)
class Change:
    """One number that differs.

    Attributes:
        view: what is set beside what.
        tier, kind: how near to the reader, and what differs.
        before, after: the fact on each side; None where there is none. Their years differ in the view 顺延.
        printings: where it is printed on either side.
        ranks: its positions among its kind, where they differ.
        alerts: what must not be missed.
    """

    view: View
    tier: Tier
    kind: Kind
    before: Fact | None
    after: Fact | None
    printings: tuple[Printing, ...] = ()
    ranks: tuple[int, int] | None = None
    alerts: tuple[Alert, ...] = ()

    @property
    def fact(self) -> Fact:
        """The later fact, or the earlier one where it vanished."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def difference(self) -> float | None:
        """Later less earlier value, in their unit; None where they cannot be compared."""
        if self.before is None or self.after is None or self.before.unit != self.after.unit:
            return None
        return self.after.value - self.before.value

    @property
    def relative(self) -> float | None:
        """The difference in per cent of the earlier value; None for per cent, positions, and over zero."""
        if self.difference is None or self.fact.unit in ("%", "位"):
            return None
        assert self.before is not None and self.after is not None
        if not self.before.value or self.before.value * self.after.value < 0:
            return None
        return self.difference / abs(self.before.value) * 100

    @property
    def places(self) -> int:
        """At how many places it is printed, on the side where they are more."""
        before = sum(len(one.places_before) for one in self.printings)
        return max(before, sum(len(one.places_after) for one in self.printings))
