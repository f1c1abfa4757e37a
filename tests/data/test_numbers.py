"""Blocks of numbers as text."""

from __future__ import annotations

import numpy as np
import pytest

from reportgen.data.numbers import code_errors, read_numbers


def test_numbers() -> None:
    block, errors = read_numbers([["1", "-2.5"], ["0", "1e3"]], lambda row, column: "")
    np.testing.assert_array_equal(block, [[1, -2.5], [0, 1000]])
    assert errors == []


@pytest.mark.parametrize("text", ["1,000", "1_000", "nan", "inf", "约3", "－3"])
def test_text_that_is_no_number(text: str) -> None:
    _, errors = read_numbers([["1", text]], lambda row, column: f"表:{row},{column}")
    assert [str(error) for error in errors] == [
        f"表:0,1：“{text}”不是数字\n  怎么办：只写数字，不写千分位、单位和文字"
    ]


def test_missing_number() -> None:
    _, errors = read_numbers([["1", " "]], lambda row, column: "表")
    assert [error.problem for error in errors] == ["缺少数值"]


def test_codes() -> None:
    assert code_errors(["01001", "72072a"], ["甲", "乙"]) == []
    problems = [error.problem for error in code_errors(["1001", "01001", "01001"], ["甲", "乙", "丙"])]
    assert problems == ["部门代码“1001”应为五位数字", "部门代码 01001 重复，先见于 乙"]
