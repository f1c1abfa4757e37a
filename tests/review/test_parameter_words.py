"""Values and status of parameters as the paper prints them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.data.parameter import Parameter
from reportgen.data.parameters import load_parameters
from reportgen.document.appendix_data import ParameterLine
from reportgen.facts.status import Status
from reportgen.review.parameter_words import parameter_line, value_words

CONTENT = Path(__file__).parents[2] / "content"
NAMES = {"sector.education": "教育", "software_revenue": "软件业务收入"}


def parameter(value: object, unit: str = "1", status: Status = Status.校准, **more: object) -> Parameter:
    return Parameter("p", "参数", value, unit, status, "依据", Path("p.yaml"), {(): 1}, **more)


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (7.0, "%", "7%"),
        (1000, "亿元", "1000亿元"),
        (0.0625, "1", "0.0625"),
        (1.0e-9, "1", "亿分之0.1"),
        (1.0e-13, "1", "万亿分之0.1"),
        (0.0, "1", "0"),
        ({2020: 1.01992, 2021: 1}, "1", "2020年1.0199；2021年1.0000"),
        ({"sector.education": {2020: 11.0377}}, "%", "教育：2020年11.04%"),
        (
            {"sector.education": {"software_revenue": 0.5, "其他": 0.25}},
            "1",
            "教育：软件业务收入0.5000、其他0.2500",
        ),
        ({year: 1 for year in range(2018, 2023)}, "1", "共5项"),
        ({"sector.education": "教育"}, "", "共1项"),
    ],
)
def test_values(value: object, unit: str, words: str) -> None:
    assert value_words(parameter(value, unit), NAMES) == words


def test_a_switch_says_the_words_of_its_choice() -> None:
    switch = parameter("all", "", Status.实际, choices=("all",), words={"all": "全部贡献率"})
    assert parameter_line(switch, {}) == ParameterLine("参数", "全部贡献率", "选定", "依据")


@pytest.mark.parametrize(
    ("value", "status", "word"),
    [(3, Status.实际, "选定"), (7.0, Status.预测, "预测"), ({"a": "b"}, Status.实际, "实际")],
)
def test_only_settings_were_chosen(value: object, status: Status, word: str) -> None:
    assert parameter_line(parameter(value, "", status), {}).status == word


def test_no_printed_parameter_speaks_of_files_or_program_names() -> None:
    parameters = load_parameters((CONTENT / "parameters").glob("*.yaml"))
    texts = [text for one in parameters.values() for text in (one.label, one.reference, *one.words.values())]
    assert [text for text in texts if "_" in text or ".yaml" in text or "CONTRIBUTING" in text] == []
    switches = [one for one in parameters.values() if one.choices]
    assert [one.name for one in switches if set(one.words) != set(one.choices)] == []
