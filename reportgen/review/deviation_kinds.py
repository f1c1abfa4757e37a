"""Tells deviations that a contradiction inside the published figures brings about from our own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from reportgen.facts.address import Vocabulary
from reportgen.review.audit.contradiction import Contradiction
from reportgen.review.audit.contradictions import audit, contradictions
from reportgen.review.audit.interval import Interval
from reportgen.review.audit.statement import Statement, statements_of
from reportgen.review.published import PublishedRow
from reportgen.review.reasons import DEFAULT_REASON
from reportgen.review.reconciliation import ReconciledRow
from reportgen.review.verdict import Verdict


class Kind(StrEnum):
    """Where a deviation comes from."""

    原书自相矛盾 = "原书自相矛盾"
    本测算的偏差 = "本测算的偏差"
    未核 = "未核"


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """A reconciled figure and where its deviation comes from.

    Attributes:
        row: stated, computed, verdict and reason.
        kind: None unless the verdict is 偏差.
        contradictions: all that the figure takes part in, also those that do not explain its deviation.
    """

    row: ReconciledRow
    kind: Kind | None
    contradictions: tuple[Contradiction, ...] = ()

    @property
    def outcome(self) -> str:
        """The verdict; of a deviation with its kind, ``偏差（原书自相矛盾）``."""
        return self.row.verdict.value + (f"（{self.kind.value}）" if self.kind else "")


@dataclass(frozen=True, slots=True)
class _Between(Statement):
    """A statement that may stand for anything between two values, in the unit of comparison."""

    ends: tuple[Fraction, Fraction] = (Fraction(0), Fraction(0))

    @property
    def interval(self) -> Interval:
        """The two values and what lies between."""
        return Interval(min(self.ends), max(self.ends))


def judged(rows: Sequence[ReconciledRow], vocabulary: Vocabulary) -> list[JudgedRow]:
    """Every row with the kind of its deviation, in the same order.

    A deviation is 原书自相矛盾 when the figure takes part in a certain contradiction (where that names likely
    misprints, as one of them) which demands more than half of it: no value from the stated one half the way
    to the computed one agrees with the other figures of the contradiction, and some value as near to the
    computed one does. It is 未核 when the contradiction holds only under a condition, or cannot be tried out
    because the figure is a bound, or when nobody has declared a reason. Otherwise it is our own.

    Args:
        rows: all rows of one published table.
        vocabulary: says which scopes make up which total.
    """
    stated = [row.published for row in rows]
    found = contradictions(stated, vocabulary)
    trial = _Trial(stated, vocabulary)
    return [_judged(row, [one for one in found if trial.enters(row.published, one)], trial) for row in rows]


def _judged(row: ReconciledRow, entered: Sequence[Contradiction], trial: _Trial) -> JudgedRow:
    if row.verdict is not Verdict.偏差:
        return JudgedRow(row, None, tuple(entered))
    kinds = {_kind_by(row, one, trial) for one in entered}
    if Kind.原书自相矛盾 in kinds:
        kind = Kind.原书自相矛盾
    elif Kind.未核 in kinds or row.cause == DEFAULT_REASON:
        kind = Kind.未核
    else:
        kind = Kind.本测算的偏差
    return JudgedRow(row, kind, tuple(entered))


def _kind_by(row: ReconciledRow, one: Contradiction, trial: _Trial) -> Kind:
    if one.suspects and not trial.is_among(row.published, one.suspects):
        return Kind.本测算的偏差
    if row.computed is None or row.published.relation not in ("=", "~"):
        return Kind.未核
    if not trial.demands(row, one):
        return Kind.本测算的偏差
    return Kind.原书自相矛盾 if one.certain else Kind.未核


class _Trial:
    """Tries other values of one figure against the rest of a contradiction.

    Figures that state one quantity in the same digits are one figure in several places.
    """

    def __init__(self, rows: Iterable[PublishedRow], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._statements = {one.id: one for one in statements_of(list(rows))}
        self._tried: dict[tuple[object, ...], bool] = {}

    def enters(self, row: PublishedRow, one: Contradiction) -> bool:
        """Whether the figure is one of those of a contradiction."""
        return self.is_among(row, one.ids)

    def is_among(self, row: PublishedRow, ids: Iterable[str]) -> bool:
        """Whether one of the ids is the figure or the same in another place."""
        own = self._statements.get(row.id)
        return own is not None and any(_same(own, self._statements[other]) for other in ids)

    def demands(self, row: ReconciledRow, one: Contradiction) -> bool:
        """Whether the contradiction demands more than half of the deviation; tried once for each figure."""
        own = self._statements[row.published.id]
        key = (own.address, own.printed, one.rule, one.ids)
        if key not in self._tried:
            self._tried[key] = self._demands(own, row.computed, one)
        return self._tried[key]

    def _demands(self, own: Statement, value: Decimal, one: Contradiction) -> bool:
        stated, computed = own.nominal, replace(own, value=value).nominal
        half = (stated + computed) / 2
        return self._excludes(own, one, (stated, half)) and not self._excludes(
            own, one, (half, 2 * computed - half)
        )

    def _excludes(self, own: Statement, one: Contradiction, ends: tuple[Fraction, Fraction]) -> bool:
        """Whether no value between the ends agrees with the other figures of the contradiction."""
        others = [self._statements[id] for id in one.ids if not _same(own, self._statements[id])]
        printed = {part.name: getattr(own, part.name) for part in fields(own)}
        changed = _Between(**printed, ends=ends)
        found = audit([changed, *others], self._vocabulary)
        return any(other.rule == one.rule and own.id in other.ids for other in found)


def _same(first: Statement, second: Statement) -> bool:
    return (first.address, first.printed) == (second.address, second.printed)
