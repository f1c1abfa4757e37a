"""What was rounded from consistent values never gives an alarm."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as some

from reportgen.facts.address import Vocabulary
from reportgen.review.audit.contradictions import RULES, audit
from reportgen.review.audit.knowledge import Knowledge
from reportgen.review.audit.statement import Statement
from tests.review.audit.economy import economy, printed

# Shrinking a made-up economy takes minutes and explains nothing: the seed names it.
_PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
_slow = settings(max_examples=10, deadline=None, phases=_PHASES)


@_slow
@given(seed=some.integers(0, 10**9), decimals=some.integers(0, 4), kept=some.floats(0.05, 1))
def test_rounded_figures_never_contradict_each_other(
    vocabulary: Vocabulary, seed: int, decimals: int, kept: float
) -> None:
    chance = Random(seed)
    stated = [one for one in printed(economy(vocabulary, seed), decimals) if chance.random() < kept]
    assert audit(stated, vocabulary) == []


@_slow
@given(seed=some.integers(0, 10**9), first=some.integers(0, 4), second=some.integers(0, 4))
def test_one_value_in_two_precisions_is_no_contradiction(
    vocabulary: Vocabulary, seed: int, first: int, second: int
) -> None:
    chance = Random(seed)
    exact = {address: one for address, one in economy(vocabulary, seed).items() if chance.random() < 0.2}
    both = [*printed(exact, first), *(replace(one, id=f"T{one.id}") for one in printed(exact, second))]
    assert audit(both, vocabulary) == []


def test_every_rule_looks_at_something(vocabulary: Vocabulary) -> None:
    """A rule that meets no figures of the made-up economy would pass any test of silence."""
    stated = {one.address.metric for one in printed(economy(vocabulary))}
    assert {"value_added", "cagr", "gdp_share", "rank_value_added", "mean_nominal_growth"} <= stated
    assert len(RULES) == 12


@pytest.fixture(scope="session")
def knowing(vocabulary: Vocabulary) -> Callable[[list[Statement]], Knowledge]:
    return lambda statements: Knowledge(statements, vocabulary)


def test_a_level_follows_from_the_next_one_and_its_rate(
    vocabulary: Vocabulary, knowing: Callable[[list[Statement]], Knowledge]
) -> None:
    exact = economy(vocabulary)
    stated = [one for one in printed(exact) if one.address.years == (2021,)]
    derived = knowing(stated).known("value_added", "national", 2020)
    true = next(
        value for address, (value, _) in exact.items() if address.english == "value_added.national[2020]"
    )
    assert derived.low <= true <= derived.high
    assert len(derived.ids) == 2
