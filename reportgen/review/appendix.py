"""What the generated appendix tables say about one edition: from its cards, parameters and reconciliation."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Mapping, Sequence

from reportgen.data.card import Card
from reportgen.data.parameter import Parameter
from reportgen.document.appendix_data import (
    Alternative,
    AppendixData,
    DataSource,
    Indicator,
    ReconciledGroup,
    Segment,
    Subsector,
    Zone,
)
from reportgen.facts.address import Vocabulary
from reportgen.facts.fact import FactTable
from reportgen.facts.ingredient import Ingredient
from reportgen.review.deviation_kinds import JudgedRow
from reportgen.review.deviations import main_deviations
from reportgen.review.outcomes import counts, median_deviation
from reportgen.review.parameter_words import parameter_line
from reportgen.review.reconciliation_summary import GROUPS, group_of
from reportgen.review.rounding import round_half_up

_PER_CENT = 100


def appendix_data(
    facts: FactTable,
    ingredients: Mapping[str, Ingredient],
    cards: Sequence[Card],
    parameters: Mapping[str, Parameter],
    reconciled: Sequence[JudgedRow],
    years: tuple[int, int],
    alternatives: tuple[Alternative, ...] = (),
) -> AppendixData:
    """Collect everything.

    Args:
        facts: all facts of the edition, with their vocabulary.
        ingredients: inputs of the method by name.
        cards: of the tables that the edition uses.
        parameters: of the edition, by name.
        reconciled: every published figure beside the computed one; empty where nothing was published.
        years: reference and forecast year.
        alternatives: what other readings of the method change.
    """
    vocabulary = facts.vocabulary
    names = _names(vocabulary, cards)
    publisher = statistics.mode(card.publisher for card in cards) if cards else ""
    deviations, causes = main_deviations([one.row for one in reconciled], vocabulary)
    return AppendixData(
        years=years,
        indicators=_indicators(facts),
        subsectors=_subsectors(vocabulary, ingredients),
        segments=_segments(vocabulary, parameters),
        zones=_zones(vocabulary, parameters),
        sources=tuple(_data_source(card, publisher) for card in cards),
        publisher=publisher,
        parameters=tuple(parameter_line(parameter, names) for parameter in parameters.values()),
        alternatives=alternatives,
        groups=_groups(reconciled),
        deviations=deviations,
        causes=causes,
    )


def _indicators(facts: FactTable) -> tuple[Indicator, ...]:
    """The metrics of the edition that are explained in print."""
    metrics = {fact.address.metric for fact in facts}
    return tuple(
        Indicator(name.english, name.chinese, name.unit, name.definition)
        for name in facts.vocabulary.metrics.values()
        if name.english in metrics and name.definition
    )


def _data_source(card: Card, publisher: str) -> DataSource:
    """A source; the publisher of most is named once above the table."""
    return DataSource(card.title, card.source.removeprefix(publisher), card.use, card.status_note)


def _names(vocabulary: Vocabulary, cards: Iterable[Card]) -> dict[str, str]:
    """Chinese words of scopes, and of the labels that cards explain."""
    columns = [column for card in cards for column in card.columns.values()]
    explained = [column.values for column in columns if isinstance(column.values, dict)]
    scopes = {scope: vocabulary.scope_name(scope) for scope in vocabulary.scopes}
    return scopes | {label: words for values in explained for label, words in values.items()}


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


def _segments(vocabulary: Vocabulary, parameters: Mapping[str, Parameter]) -> tuple[Segment, ...]:
    """Both parameters name their members in one text, parted by spaces."""
    if "subsectors_of_segment" not in parameters:
        return ()
    subsectors = parameters["direct_subsectors"].value
    domains = parameters["domains_of_segment"].value
    return tuple(
        Segment(
            name,
            tuple(map(vocabulary.scope_name, domains[name].split())),
            tuple(subsectors[code] for code in codes.split()),
        )
        for name, codes in parameters["subsectors_of_segment"].value.items()
    )


def _zones(vocabulary: Vocabulary, parameters: Mapping[str, Parameter]) -> tuple[Zone, ...]:
    """The value of the parameter names the provinces of a zone in one text, parted by spaces."""
    value = parameters["provinces_of_zone"].value if "provinces_of_zone" in parameters else {}
    return tuple(
        Zone(vocabulary.scope_name(zone), tuple(map(vocabulary.scope_name, provinces.split())))
        for zone, provinces in value.items()
    )


def _groups(rows: Sequence[JudgedRow]) -> tuple[ReconciledGroup, ...]:
    """The groups of metrics that have rows."""
    found = []
    for name in dict.fromkeys([*GROUPS, *(group_of(one.row.published.metric) for one in rows)]):
        members = [one for one in rows if group_of(one.row.published.metric) == name]
        if members:
            found.append(ReconciledGroup(name, counts(members), _median(members)))
    return tuple(found)


def _median(rows: Sequence[JudgedRow]) -> str:
    median = median_deviation(rows)
    return "" if median is None else f"{round_half_up(median, 2)}%"
