"""What a number was made from as a graph: functions and inputs that move it, each as firm as what was used."""

from __future__ import annotations

import pytest

from reportgen.facts.address import Address, Vocabulary
from reportgen.facts.fact import Fact
from reportgen.facts.inheritance import statuses
from reportgen.facts.lineage import FUNCTION, SWITCH, Lineage, lineage
from reportgen.facts.status import Status
from reportgen.facts.trace import Tracer
from tests.facts.shops import GRAPH, SHOPS, inputs


@pytest.fixture(scope="module")
def found(vocabulary: Vocabulary) -> Lineage:
    fact = Fact(Address("sales", SHOPS[1], (2021,)), 40.0, "万元", Status.校准, "sales")
    return lineage(tracer_of(vocabulary), fact)


def tracer_of(vocabulary: Vocabulary) -> Tracer:
    given = inputs()
    results = GRAPH.run(given)
    firmness = statuses(GRAPH, given, results, list(results), lambda scope: SHOPS)
    return Tracer(GRAPH, given, results, vocabulary, firmness=firmness)


def test_edges_lead_from_what_is_used_to_what_uses_it(found: Lineage) -> None:
    assert set(found.edges) == {
        ("all_visitors", "sales"),
        ("spending", "sales"),
        ("filled_visitors", "all_visitors"),
        ("visitors", "filled_visitors"),
    }


def test_the_number_comes_first_and_names_are_chinese(found: Lineage) -> None:
    assert (found.nodes[0].label, found.nodes[0].kind, found.nodes[0].note) == ("销售额", FUNCTION, "（1）")


def test_a_status_is_that_of_the_cells_used_and_is_inherited(found: Lineage) -> None:
    status = {node.name: node.status for node in found.nodes}
    assert status == {
        "sales": Status.推算,
        "all_visitors": Status.推算,
        "filled_visitors": Status.推算,
        "visitors": Status.实际,
        "spending": Status.校准,
    }


def test_switches_have_no_status(vocabulary: Vocabulary) -> None:
    fact = Fact(Address("mean_spending", "national"), 5.0, "1", Status.校准, "")
    nodes = {node.name: node for node in lineage(tracer_of(vocabulary), fact).nodes}
    assert (nodes["mood"].kind, nodes["mood"].status) == (SWITCH, None)


def test_a_rank_leads_to_all_that_is_compared(vocabulary: Vocabulary) -> None:
    fact = Fact(Address("rank_visitors", SHOPS[0], (2020,)), 1.0, "位", Status.实际, "")
    found = lineage(tracer_of(vocabulary), fact)
    assert set(found.edges) >= {("all_visitors", "rank_visitors"), ("visitors", "all_visitors")}
    assert {node.name: node.status for node in found.nodes}["all_visitors"] is Status.实际  # as firm as the rank
