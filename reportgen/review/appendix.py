"""What the generated appendix tables say about one edition: from its cards, parameters and reconciliation."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from reportgen.data.card import Card
from reportgen.data.parameter import Parameter
from reportgen.document.appendix_data import (
    AppendixData,
    DataSource,
    Deviation,
    Indicator,
    ParameterLine,
    ReconciledGroup,
    Subsector,
    Zone,
)
from reportgen.facts.address import Vocabulary
from reportgen.facts.fact import FactTable
from reportgen.facts.ingredient import Ingredient
from reportgen.review.reconciliation import ReconciledRow
from reportgen.review.reconciliation_summary import GROUPS, group_of
from reportgen.review.rounding import EXACT_UNITS, round_half_up
from reportgen.review.verdict import RELATIONS, Verdict

_PER_CENT = 100
_MAIN = ("value_added", "nominal_growth", "gdp_share", "employment", "employment_growth")
_MAIN_SCOPES = ("national", "direct.", "indirect.", "industry.", "zone.")


def appendix_data(
    facts: FactTable,
    ingredients: Mapping[str, Ingredient],
    cards: Iterable[Card],
    parameters: Mapping[str, Parameter],
    reconciled: Sequence[ReconciledRow],
    reference_year: int,
) -> AppendixData:
    """Collect everything.

    Args:
        facts: all facts of the edition, with their vocabulary.
        ingredients: inputs of the method by name.
        cards: of the tables that the edition uses.
        parameters: of the edition, by name.
        reconciled: every published figure beside the computed one; empty where nothing was published.
        reference_year: the year whose deviations are listed.
    """
    vocabulary = facts.vocabulary
    metrics = {fact.address.metric for fact in facts}
    return AppendixData(
        indicators=tuple(
            Indicator(name.english, name.chinese, name.unit, name.definition)
            for name in vocabulary.metrics.values()
            if name.english in metrics and name.definition
        ),
        subsectors=_subsectors(vocabulary, ingredients),
        zones=_zones(vocabulary, parameters),
        sources=tuple(
            DataSource(card.title, card.source, card.released, card.unit_text, card.use) for card in cards
        ),
        parameters=tuple(map(_parameter, parameters.values())),
        groups=_groups(reconciled),
        deviations=tuple(map(_deviation, _main(reconciled, reference_year))),
    )


def _subsectors(vocabulary: Vocabulary, ingredients: Mapping[str, Ingredient]) -> tuple[Subsector, ...]:
    names = ingredients["direct_subsectors"].value
    sections = ingredients["sector_section"].value
    shares = ingredients["domain_allocation"].value
    return tuple(
        Subsector(
            code,
            names[code],
            vocabulary.scope_name(sections[code]),
            {
                vocabulary.scope_name(domain): float(shares.loc[code, domain]) * _PER_CENT
                for domain in shares.columns
            },
        )
        for code in names.index
    )


def _zones(vocabulary: Vocabulary, parameters: Mapping[str, Parameter]) -> tuple[Zone, ...]:
    """The value of the parameter names the provinces of a zone in one text, parted by spaces."""
    value = parameters["provinces_of_zone"].value if "provinces_of_zone" in parameters else {}
    return tuple(
        Zone(vocabulary.scope_name(zone), tuple(map(vocabulary.scope_name, provinces.split())))
        for zone, provinces in value.items()
    )


def _parameter(parameter: Parameter) -> ParameterLine:
    value = parameter.value
    if isinstance(value, dict):
        text = ""
    elif isinstance(value, str):
        text = parameter.words.get(value, value)
    else:
        text = f"{Decimal(repr(value)).normalize():f}"
    return ParameterLine(parameter.label, text, parameter.unit, parameter.status.name, parameter.reference)


def _groups(rows: Sequence[ReconciledRow]) -> tuple[ReconciledGroup, ...]:
    found = []
    for name in dict.fromkeys([*GROUPS, *(group_of(row.published.metric) for row in rows)]):
        members = [row for row in rows if group_of(row.published.metric) == name]
        if members:
            counted = Counter(row.verdict for row in members)
            verdicts = {verdict.value: counted[verdict] for verdict in Verdict}
            found.append(ReconciledGroup(name, verdicts, _median(members)))
    return tuple(found)


def _median(rows: Sequence[ReconciledRow]) -> str:
    """The median of the absolute deviations in per cent; positions and bounds have none."""
    sized = [
        abs(row.deviation)
        for row in rows
        if row.deviation is not None
        and row.published.relation in ("=", "~")
        and row.published.unit not in EXACT_UNITS
    ]
    return f"{round_half_up(statistics.median(sized), 2)}%" if sized else ""


def _main(rows: Sequence[ReconciledRow], year: int) -> list[ReconciledRow]:
    """The deviations of headline figures: main metrics of one year, of the nation and its large parts.

    A figure stated several times is listed once, where it deviates most.
    """
    found: dict[tuple[str, str], ReconciledRow] = {}
    for row in rows:
        stated = row.published
        if (
            stated.metric in _MAIN
            and stated.scope.startswith(_MAIN_SCOPES)
            and stated.years == (year,)
            and row.verdict is Verdict.偏差
            and row.computed is not None
        ):
            key = (stated.metric, stated.scope)
            if key not in found or abs(row.deviation or 0) > abs(found[key].deviation or 0):
                found[key] = row
    return list(found.values())


def _deviation(row: ReconciledRow) -> Deviation:
    published = row.published
    decimals = published.precision if published.unit in EXACT_UNITS else max(published.precision, 2)
    word = "" if published.relation == "=" else RELATIONS[published.relation]
    size = "" if row.deviation is None else f"{round_half_up(row.deviation, 2):+f}%"
    return Deviation(
        row.label,
        published.where,
        f"{word}{published.printed}{published.unit}",
        f"{round_half_up(row.computed, decimals):f}{published.unit}",
        size,
        row.reason,
    )
