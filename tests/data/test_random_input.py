"""Loaders under random input: whatever stands in a file, it is read or refused with its place."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.data.numbers import read_numbers
from reportgen.data.opened_workbook import open_workbook
from reportgen.data.parameter_file import read_parameter_file
from reportgen.data.table import read_lines
from reportgen.errors import ReportError
from reportgen.project.yaml_file import read_yaml

FUZZ = settings(
    derandomize=True,
    deadline=None,
    max_examples=120,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
BYTES = st.binary(max_size=80) | st.text(st.sampled_from('a甲,"\n\r\0=1:-[]{}&*!|>#%@\t '), max_size=40).map(str.encode)


@FUZZ
@given(content=BYTES)
def test_tables_and_yaml_are_read_or_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "any.csv"
    path.write_bytes(content)
    for read in (read_lines, read_yaml):
        try:
            read(path)
        except ReportError as error:
            assert str(path) in str(error)
    read_parameter_file(path)


@FUZZ
@given(content=BYTES.map(lambda content: b"PK\3\4" + content) | BYTES)
def test_what_is_no_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "any.xlsx"
    path.write_bytes(content)
    try:
        open_workbook(path, values=False)
    except ReportError as error:
        assert str(path) in str(error)


@FUZZ
@given(cell=st.text(st.sampled_from("0123456789.-+eE_, ３٣nainf"), max_size=8) | st.floats().map(repr))
def test_a_cell_is_a_finite_number_or_an_error(cell: str) -> None:
    block, errors = read_numbers([[cell]], lambda row, column: "格")
    assert np.isfinite(block[0, 0]) == (not errors)
    assert errors or (float(cell) == block[0, 0] and cell.isascii())
