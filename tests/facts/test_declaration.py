"""What is declared above the functions agrees with the vocabulary."""

from __future__ import annotations

import pytest

from reportgen.estimation.estimate import method
from reportgen.facts.address import Vocabulary
from reportgen.facts.declaration import declaration_of, fact
from reportgen.facts.status import Status

FUNCTIONS = sorted(method().functions)


def test_fact_leaves_the_function_as_it_is() -> None:
    @fact("和", "1", equation="（1）", low=0, status=Status.推算)
    def total(a: float, b: float) -> float:
        return a + b

    assert total(1, 2) == 3
    declared = declaration_of(total)
    assert (declared.label, declared.unit, declared.equation) == ("和", "1", "（1）")
    assert (declared.low, declared.high, declared.status, declared.ranks) == (0, None, Status.推算, "")


@pytest.mark.parametrize("name", FUNCTIONS)
def test_label_and_unit_of_a_metric_are_those_of_the_vocabulary(vocabulary: Vocabulary, name: str) -> None:
    declared = method().declaration(name)
    if name in vocabulary.metrics:
        metric = vocabulary.metrics[name]
        assert (declared.label, declared.unit) == (metric.chinese, metric.unit)
    else:
        assert declared.label not in {metric.chinese for metric in vocabulary.metrics.values()}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_says_what_it_is(name: str) -> None:
    """The first line of the docstring is printed by trace."""
    docstring = method().functions[name].__doc__
    assert docstring and docstring.strip().splitlines()[0].endswith("。")


def test_metrics_without_a_function_are_only_for_reconciliation(vocabulary: Vocabulary) -> None:
    left = set(vocabulary.metrics) - set(FUNCTIONS)
    assert {name for name in left if "只用于对账" not in vocabulary.metrics[name].definition} == set()


def test_ranks_name_a_function() -> None:
    ranked = {method().declaration(name).ranks for name in FUNCTIONS} - {""}
    assert ranked <= set(FUNCTIONS)
