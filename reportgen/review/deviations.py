"""The main deviations from a published paper for print: plain words, and each cause once in a numbered list."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportgen.document.appendix_data import Deviation
from reportgen.facts.address import Vocabulary
from reportgen.review.published import PublishedRow
from reportgen.review.reconciliation import ReconciledRow
from reportgen.review.rounding import round_half_up
from reportgen.review.verdict import RELATIONS, Verdict

# Metrics and scopes of the nation and its large parts, in the order of the table.
_METRICS = (
    "value_added",
    "nominal_growth",
    "mean_nominal_growth",
    "cagr",
    "cumulative_growth",
    "gdp_share",
    "share_of_total",
    "share_of_direct",
    "employment",
    "employment_growth",
    "new_employment",
)
_SCOPES = ("national", "direct", "indirect", "industry.", "zone.")
_BRACKETS = str.maketrans("()", "（）")
_DECIMALS = 2


def main_deviations(
    rows: Sequence[ReconciledRow], vocabulary: Vocabulary
) -> tuple[tuple[Deviation, ...], tuple[str, ...]]:
    """The deviations of main figures, and their causes in the order in which the table first refers to them.

    A figure stated several times is listed once, where it deviates most.
    """
    order = {scope: position for position, scope in enumerate(vocabulary.scopes)}
    chosen = sorted(
        _once(rows),
        key=lambda row: (
            _METRICS.index(row.published.metric),
            order.get(row.published.scope, len(order)),
            row.published.years,
        ),
    )
    causes = tuple(dict.fromkeys(row.cause for row in chosen))
    return tuple(_deviation(row, vocabulary, causes.index(row.cause) + 1) for row in chosen), causes


def _once(rows: Sequence[ReconciledRow]) -> list[ReconciledRow]:
    found: dict[tuple, ReconciledRow] = {}
    for row in rows:
        stated = row.published
        if (
            stated.metric in _METRICS
            and stated.scope.startswith(_SCOPES)
            and row.verdict is Verdict.偏差
            and row.computed is not None
        ):
            key = (stated.metric, stated.scope, stated.years)
            if key not in found or abs(row.deviation or 0) > abs(found[key].deviation or 0):
                found[key] = row
    return list(found.values())


def _deviation(row: ReconciledRow, vocabulary: Vocabulary, cause: int) -> Deviation:
    stated, computed = row.published, row.computed
    assert stated.value is not None and computed is not None
    word = "" if stated.relation == "=" else RELATIONS[stated.relation]
    return Deviation(
        _label(stated, vocabulary),
        _where(stated.where),
        stated.unit,
        word + stated.printed,
        f"{round_half_up(computed, max(stated.precision, _DECIMALS)):f}",
        _size(row, computed - stated.value),
        cause,
    )


def _label(row: PublishedRow, vocabulary: Vocabulary) -> str:
    """``长三角就业增速，2021年``; a domain is called one."""
    scope = vocabulary.scope_name(row.scope)
    if row.scope in vocabulary.scopes_of_kind("direct") and row.scope.startswith("direct."):
        scope += "领域"
    return f"{scope}{vocabulary.metric_name(row.metric)}，{'—'.join(map(str, row.years))}年"


def _where(where: str) -> str:
    """``一(三) 工业互联网直接产业日渐成熟，图6`` as ``一（三），图6``."""
    section, _, figure = where.partition("，")
    return "，".join(part for part in (section.split(" ")[0].translate(_BRACKETS), figure) if part)


def _size(row: ReconciledRow, difference: Decimal) -> str:
    """A percentage deviates by points, anything else by per cent of the published figure."""
    if row.published.unit == "%":
        return f"{round_half_up(difference, _DECIMALS):+f}个百分点"
    return "" if row.deviation is None else f"{round_half_up(row.deviation, _DECIMALS):+f}%"
