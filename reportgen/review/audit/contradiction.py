"""A contradiction between stated figures: no values behind the printed digits fulfil the rule."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What cannot be true together.

    Attributes:
        rule: its name in Chinese: ``各部分之和``.
        ids: the stated figures it takes, each once.
        arithmetic: the calculation with the printed figures, in Chinese.
        suspects: those of `ids` that most likely are misprints, where the other side has more votes.
        certain: False where it holds only under a condition that the arithmetic names.
    """

    rule: str
    ids: tuple[str, ...]
    arithmetic: str
    suspects: tuple[str, ...] = ()
    certain: bool = True
