"""Two ways to one quantity: when their intervals do not meet, that is a contradiction."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.review.audit.contradiction import Contradiction
from reportgen.review.audit.term import Term


def unequal(rule: str, name: str, computed: Term, stated: Term | None, unit: str) -> Iterator[Contradiction]:
    """A contradiction when a computed term and the stated one cannot be one value.

    Args:
        rule: its name.
        name: of the quantity.
        computed: from other statements.
        stated: as stated, or as it follows from yet others; None when nothing is known.
        unit: of both.
    """
    if stated is None or computed.interval.meets(stated.interval):
        return
    yield contradiction(rule, computed, f"而{name}{told(stated, unit)}", unit, stated.ids)


def contradiction(
    rule: str, computed: Term, against: str, unit: str, ids: tuple[str, ...], certain: bool = True
) -> Contradiction:
    """A contradiction in words: the calculation, what stands against it, and the figures it took."""
    every = tuple(dict.fromkeys(computed.ids + ids))
    words = f"{computed.words} = {computed.shown(unit)}，{against}（{'、'.join(every)}）"
    return Contradiction(rule, every, words, certain=certain)


def told(term: Term, unit: str) -> str:
    """How a term is known: as printed, or from a calculation."""
    if len(term.ids) == 1 and term.binds > 1:
        return f"印作{term.words}"
    return f"由{term.words}得{term.shown(unit)}"
