import pytest

from reportgen.document.table_width import least_widths
from reportgen.text.blocks import Table, Text


def table(*rows, alignments):
    cells = [tuple((Text(text),) for text in row) for row in rows]
    return Table((), cells[0], tuple(cells[1:]), alignments, 1)


def test_words_may_break_and_numbers_may_not():
    words, number = least_widths(table(("名", "数"), ("名" * 90, "1" * 30), alignments=("left", "right")))
    assert words == 9
    assert number == pytest.approx(30 * 0.56 + 1)


def test_a_short_column_keeps_its_entries_and_its_head():
    assert least_widths(table(("状态", "甲"), ("校准", "乙"), alignments=("left", "left"))) == [3, 2]


def test_a_long_head_breaks():
    assert least_widths(table(("占地区生产总值比重",), ("1",), alignments=("right",))) == [6]
