"""The file of the vocabulary: whatever stands in it, it is read or refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.errors import ReportError
from reportgen.facts.address import Calendar, Vocabulary
from reportgen.facts.names_file import COLUMNS, read_names

ROOT = Path(__file__).parents[2]
HEADER = ",".join(COLUMNS)
CALENDAR = Calendar(2017, 2021, 2022)
FUZZ = settings(
    derandomize=True,
    deadline=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@FUZZ
@given(content=st.binary(max_size=60) | st.text(st.sampled_from('metric,scope.甲"\n|2=['), max_size=40).map(
    lambda text: f"{HEADER}\n{text}".encode()
))  # fmt: skip
def test_whatever_stands_in_the_file_is_read_or_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "names.csv"
    path.write_bytes(content)
    try:
        assert read_names(path)
    except ReportError as error:
        assert str(path) in str(error)


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary.read(ROOT / "content/names.csv")


@FUZZ
@given(text=st.text(max_size=30) | st.text(st.sampled_from("增加值.全国制造业[]201-—至本年 io部门"), max_size=20))
def test_whatever_is_written_as_an_address_is_read_or_refused(vocabulary: Vocabulary, text: str) -> None:
    try:
        address = vocabulary.parse(text, CALENDAR)
    except ReportError:
        return
    assert vocabulary.parse(vocabulary.chinese(address), CALENDAR) == address


@FUZZ
@given(data=st.data(), years=st.sampled_from(["", "[2021]", "[2017-2021]", "[本年]", "[基年—本年]"]))
def test_every_name_reads_back(vocabulary: Vocabulary, data: st.DataObject, years: str) -> None:
    metric = data.draw(st.sampled_from(sorted(vocabulary.metrics)))
    scope = data.draw(st.sampled_from(sorted(vocabulary.scopes)))
    address = vocabulary.parse(f"{metric}.{scope}{years}", CALENDAR)
    assert vocabulary.parse(address.english, CALENDAR) == address
    assert vocabulary.parse(vocabulary.chinese(address), CALENDAR) == address
