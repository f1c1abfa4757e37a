"""Cells of CSV files: nothing runs, numbers stay numbers, and what was written is read back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.facts.spreadsheet import safe_cell, told_cell

STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


@pytest.mark.parametrize("start", STARTS)
def test_a_text_that_begins_like_a_formula_is_set_apart(start: str) -> None:
    assert safe_cell(f"{start}cmd|' /C calc'!A0") == f"'{start}cmd|' /C calc'!A0"


@pytest.mark.parametrize("text", ["", "-1.5", "+3", "1e-5", "-2E+3", "增加值", "'甲", "甲=乙"])
def test_numbers_and_other_texts_stay_as_they_are(text: str) -> None:
    assert safe_cell(text) == text


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.text(st.sampled_from("=+-@'1.e甲\t"), max_size=6))
def test_what_was_written_is_read_back(text: str) -> None:
    written = safe_cell(text)
    assert told_cell(written) == text
    assert not written.startswith(STARTS) or safe_cell(text) == text
