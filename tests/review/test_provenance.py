"""PROV-JSON of a trace: read back by the library it says the same, and names numbers, functions, publishers."""

from __future__ import annotations

import json

import pytest
from prov.model import ProvDocument

from reportgen.facts.address import Address, Vocabulary
from reportgen.facts.context import ContextFact, Date
from reportgen.facts.fact import Fact
from reportgen.facts.status import Status
from reportgen.facts.trace import Tracer
from reportgen.review.provenance import context_provenance, provenance, publishers
from tests.facts.shops import GRAPH, SHOPS, inputs


@pytest.fixture(scope="module")
def text(vocabulary: Vocabulary) -> str:
    given = inputs()
    tracer = Tracer(GRAPH, given, GRAPH.run(given), vocabulary)
    fact = Fact(Address("sales", SHOPS[1], (2021,)), 40.0, "万元", Status.校准, "sales")
    return provenance(tracer.trace(fact), 2022, "某研究院")


def test_the_library_reads_it_back_and_writes_the_same(text: str) -> None:
    read = ProvDocument.deserialize(content=text, format="json")
    again = ProvDocument.deserialize(content=read.serialize(format="json"), format="json")
    assert read == again and len(read.records) > 10


def test_numbers_are_entities_functions_activities(text: str) -> None:
    content = json.loads(text)
    entity = content["entity"]["rg:2022.visitors.province.hebei.2020"]
    assert entity["prov:location"] == "visitors.csv:province.hebei,2020" and entity["rg:status"] == "实际"
    assert content["entity"]["rg:2022.sales.province.hebei.2021"]["rg:formula"] == "4 × 5 × 2"
    assert set(content["activity"]) == {
        "rg:function.sales", "rg:function.all_visitors", "rg:function.filled_visitors",
    }  # fmt: skip
    derived = {
        (one["prov:generatedEntity"], one["prov:usedEntity"]) for one in content["wasDerivedFrom"].values()
    }
    assert ("rg:2022.sales.province.hebei.2021", "rg:2022.spending.province.hebei") in derived
    assert "rg:agent.某研究院" in content["agent"]


def test_the_same_trace_gives_the_same_bytes(text: str, vocabulary: Vocabulary) -> None:
    given = inputs()
    tracer = Tracer(GRAPH, given, GRAPH.run(given), vocabulary)
    fact = Fact(Address("sales", SHOPS[1], (2021,)), 40.0, "万元", Status.校准, "sales")
    assert provenance(tracer.trace(fact), 2022, "某研究院") == text


def test_publishers_stand_before_titles() -> None:
    source = "国家统计局《中国统计年鉴2022》表3-6；国家统计局《公报》；格罗宁根大学《Penn World Table》"
    assert publishers(source) == ["国家统计局", "格罗宁根大学"]
    assert publishers("（9）式；校准，列于附录二") == []


def test_a_context_fact_was_copied() -> None:
    fact = ContextFact("5G基站数", "220", "万个", "超过", Date(2022, 9), True, "公开报道", "", "facts.csv:2")
    content = json.loads(context_provenance(fact, 2022, ""))
    (entity,) = content["entity"].values()
    assert (entity["prov:value"], entity["prov:location"]) == ("超过220万个", "facts.csv:2")
    assert "activity" not in content
