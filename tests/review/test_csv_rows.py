"""The CSV files that people open in a spreadsheet; reading is tested where each file is read."""

import csv
import io

import pytest

from reportgen.review.csv_rows import csv_text


def written(*cells):
    return list(csv.reader(io.StringIO(csv_text(["甲", "乙"], [cells]))))[1]


def test_numbers_keep_all_their_digits_and_nothing_stays_empty():
    assert written(0.1 + 0.2, None) == ["0.30000000000000004", ""]


def test_words_with_commas_and_line_ends_come_back_as_they_were():
    assert written("甲，乙,丙", "一行\n二行") == ["甲，乙,丙", "一行\n二行"]


@pytest.mark.parametrize("cell", ["=1+1", "+A1", "-2+3", "@SUM(A1)", "\t=1"])
def test_words_that_look_like_a_formula_are_set_apart(cell):
    assert written(cell, "") == [f"'{cell}", ""]


@pytest.mark.parametrize("cell", ["-9.13", "+0.35", "3.86万亿元", "第3位→第5位"])
def test_numbers_and_plain_words_are_left_alone(cell):
    assert written(cell, "") == [cell, ""]
