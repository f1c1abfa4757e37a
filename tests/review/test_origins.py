from reportgen.review.origins import origins
from tests.facts.shops import GRAPH, inputs


def test_the_origin_of_a_metric_names_formula_inputs_and_sources() -> None:
    sales = origins(GRAPH, inputs())["sales"]
    assert sales.formula == "第（1）式　客流乘以人均消费和价格。店 × 年份，万元。"
    assert sales.inputs == ("客流", "人均消费", "价格")
    assert sales.sources == ("调查", "《小年鉴》")


def test_switches_and_whole_numbers_are_no_sources() -> None:
    assert "设定" not in origins(GRAPH, inputs())["mean_spending"].sources


def test_an_input_that_was_not_given_is_left_out() -> None:
    assert origins(GRAPH, inputs())["total_sales"].inputs == ("销售额",)
