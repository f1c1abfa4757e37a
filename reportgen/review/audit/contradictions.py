"""The checker: which stated figures cannot be true together, decided by what their printed digits can stand for.

A rule is applied only where every figure it needs is stated, or follows in one step from a level and a rate. It
asks whether any values behind the printed digits fulfil it. Each rule is asked alone: figures that fulfil every
rule by itself, but not all together, are not found; and a figure that enters a rule twice counts as if it could
take two values, which makes the rule milder, never stricter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from reportgen.facts.address import Vocabulary
from reportgen.review.audit.contradiction import Contradiction
from reportgen.review.audit.knowledge import Knowledge
from reportgen.review.audit.rules.bounds import bounds, means
from reportgen.review.audit.rules.counts import counts
from reportgen.review.audit.rules.distances import distances
from reportgen.review.audit.rules.equal import equal_figures
from reportgen.review.audit.rules.growth import contributions, increments, over_years, rates
from reportgen.review.audit.rules.ranks import ranks
from reportgen.review.audit.rules.shares import shares
from reportgen.review.audit.rules.totals import parts_and_totals
from reportgen.review.audit.statement import Statement, statements_of
from reportgen.review.published import PublishedRow

RULES: tuple[Callable[[Knowledge], Iterator[Contradiction]], ...] = (
    equal_figures,
    parts_and_totals,
    shares,
    rates,
    increments,
    over_years,
    contributions,
    distances,
    ranks,
    counts,
    bounds,
    means,
)


def contradictions(rows: Iterable[PublishedRow], vocabulary: Vocabulary) -> list[Contradiction]:
    """The contradictions inside a table of published figures, naming the rows by their ids.

    Args:
        rows: as `published.read_published` gives them; withheld ones are passed over.
        vocabulary: says which scopes make up which total.
    """
    return audit(statements_of(list(rows)), vocabulary)


def audit(statements: Iterable[Statement], vocabulary: Vocabulary) -> list[Contradiction]:
    """The contradictions between statements, by rule, each set of figures once in a rule."""
    knowledge = Knowledge(statements, vocabulary)
    found: dict[tuple[str, frozenset[str]], Contradiction] = {}
    for rule in RULES:
        for one in rule(knowledge):
            found.setdefault((one.rule, frozenset(one.ids)), one)
    return list(found.values())
