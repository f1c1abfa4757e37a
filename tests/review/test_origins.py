import dataclasses

import pytest

from reportgen.facts.context import ContextFact, Date
from reportgen.facts.status import Status
from reportgen.review.origins import origins
from tests.facts.shops import GRAPH, inputs


def calibrated():
    """The inputs with spending calibrated as a whole, as it is in a parameter file."""
    given = inputs()
    return given | {"spending": dataclasses.replace(given["spending"], status=Status.校准)}


def test_the_origin_of_a_metric_names_formula_inputs_and_sources() -> None:
    sales = origins(GRAPH, inputs())["sales"]
    assert sales.formula == "第（1）式　客流乘以人均消费和价格"
    assert sales.inputs == ("客流", "人均消费", "价格")
    assert sales.sources == ("调查", "《小年鉴》")


def test_statistics_come_before_what_was_calibrated() -> None:
    assert origins(GRAPH, calibrated())["sales"].sources == ("《小年鉴》", "人均消费：调查")


def test_a_long_list_of_sources_is_cut_and_counted() -> None:
    given = inputs()
    many = dataclasses.replace(given["visitors"], source="；".join(f"《年鉴{number}》" for number in range(11)))
    sources = origins(GRAPH, given | {"visitors": many})["sales"].sources
    assert (len(sources), sources[-1]) == (11, "另有2项")


def test_switches_and_whole_numbers_are_no_sources() -> None:
    assert "设定" not in origins(GRAPH, inputs())["mean_spending"].sources


def test_an_input_that_was_not_given_is_left_out() -> None:
    assert origins(GRAPH, inputs())["total_sales"].inputs == ("销售额",)


@pytest.mark.parametrize(("note", "told"), [("含室内", "；含室内"), ("", "")])
def test_a_context_fact_tells_its_date_and_source(note: str, told: str) -> None:
    fact = ContextFact("基站数", "220", "万个", "超过", Date(2022, 9), True, "公开报道", note, "facts.csv:2")
    origin = origins(GRAPH, inputs(), [fact])["context.基站数"]
    assert origin.formula == f"照录，未经测算；截至2022年9月{told}"
    assert origin.sources == ("公开报道",)
