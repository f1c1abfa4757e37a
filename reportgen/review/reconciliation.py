"""Sets every figure of a published paper beside the computed one; rounding intervals decide, not equality."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.errors import ReportError, raise_all
from reportgen.facts.address import Address, Calendar
from reportgen.facts.fact import FactTable
from reportgen.review.computed import Computed, ComputedValues
from reportgen.review.known_names import unknown_names
from reportgen.review.published import PublishedRow
from reportgen.review.reasons import Reason, reason_for
from reportgen.review.rounding import round_half_up
from reportgen.review.verdict import RELATIONS, Verdict, verdict_of

_DEVIATION_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class ReconciledRow:
    """A stated figure, what was computed for it, and the verdict.

    Attributes:
        published: the stated figure.
        label: its Chinese address.
        computed: unrounded, in the unit of the stated figure; None where there is none.
        deviation: computed / published - 1 in per cent; for positions computed - published; None where
            one of the two is missing or the stated value is 0.
        verdict: the outcome.
        reason: in Chinese; ``""`` when nothing needs to be said.
        cause: of a deviation, the declared reason alone; else ``""``.
    """

    published: PublishedRow
    label: str
    computed: Decimal | None
    deviation: Decimal | None
    verdict: Verdict
    reason: str
    cause: str = ""


def reconcile(
    rows: Iterable[PublishedRow], facts: FactTable, calendar: Calendar, reasons: Sequence[Reason] = ()
) -> list[ReconciledRow]:
    """One reconciled row for each stated figure, in the same order.

    Args:
        rows: the figures of the paper.
        facts: all facts of one edition, unrounded.
        calendar: the years of that edition; figures of other years cannot be checked.
        reasons: declared reasons for deviations; the first that fits is printed, none changes a verdict.

    Raises:
        AddressError: a row names no metric or scope of the vocabulary, with its ``file:line``.
        DataError: the units of a row and of its fact cannot be converted.
        ManyErrors: several of them.
    """
    values = ComputedValues(facts)
    found: list[ReconciledRow] = []
    errors: list[ReportError] = []
    for row in rows:
        try:
            raise_all(unknown_names(row.metric, row.scope, row.place, facts.vocabulary, values.metrics))
            label = facts.vocabulary.chinese(Address(row.metric, row.scope, row.years))
            found.append(_reconciled(row, label, values.of(row), calendar, list(reasons)))
        except ReportError as error:
            errors.extend(getattr(error, "errors", (error,)))
    raise_all(errors)
    return found


def _reconciled(
    row: PublishedRow, label: str, computed: Computed, calendar: Calendar, reasons: list[Reason]
) -> ReconciledRow:
    if row.value is None:
        reason = "原书该值未公布（留待测算）"
        missing = _missing(row, computed, calendar) if computed.value is None else ""
        reason = _joined(reason, missing or computed.note)
        return ReconciledRow(row, label, computed.value, None, Verdict.无法核对, reason)
    if computed.off_list:
        cause = reason_for(row, reasons)
        return ReconciledRow(row, label, None, None, Verdict.偏差, _joined(computed.note, cause), cause)
    if computed.value is None:
        reason = _missing(row, computed, calendar)
        return ReconciledRow(row, label, None, None, Verdict.无法核对, reason)
    verdict = verdict_of(row.relation, row.value, row.precision, row.unit, computed.value, computed.fact_unit)
    cause = reason_for(row, reasons) if verdict is Verdict.偏差 else ""
    reason = _explained(row, computed, verdict, cause)
    return ReconciledRow(row, label, computed.value, _deviation(row, computed.value), verdict, reason, cause)


def _missing(row: PublishedRow, computed: Computed, calendar: Calendar) -> str:
    if computed.off_list:
        return computed.note
    outside = [str(year) for year in row.years if year not in calendar.years]
    if outside:
        period = f"{calendar.first_year}—{calendar.forecast_year}年"
        return f"本版未测算该指标：{'、'.join(outside)}年在本版时期（{period}）之外"
    return _joined("本版未测算该指标", computed.note)


def _deviation(row: PublishedRow, computed: Decimal) -> Decimal | None:
    if row.unit == "位":
        return (computed - row.value).normalize()
    if row.value == 0:
        return None
    return round_half_up((computed / row.value - 1) * 100, _DEVIATION_DECIMALS) + 0


def _explained(row: PublishedRow, computed: Computed, verdict: Verdict, cause: str) -> str:
    if verdict is Verdict.偏差:
        return _joined(cause, _difference(row, computed.value), computed.note)
    if row.relation != "=":
        stated = f"原书称{RELATIONS[row.relation]}{row.printed}{row.unit}，成立"
        return _joined(stated, computed.note)
    return _joined("舍入区间重叠" if verdict is Verdict.舍入内一致 else "", computed.note)


def _difference(row: PublishedRow, computed: Decimal) -> str:
    """The size of a deviation in words where per cent of the value would mislead; else how it was stated."""
    difference = computed - row.value
    if row.unit == "位":
        return f"相差{difference.normalize():+f}位"
    words = f"相差{round_half_up(difference, 2):+f}个百分点" if row.unit == "%" else ""
    if row.relation == "=":
        return words
    return _joined(f"原书称{RELATIONS[row.relation]}{row.printed}{row.unit}，不成立", words)


def _joined(*parts: str) -> str:
    return "；".join(part for part in parts if part)
