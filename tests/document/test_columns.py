import pytest

from reportgen.document.columns import column_shares
from reportgen.text.blocks import Table, Text


def table(head, *rows, alignments=None):
    cells = [tuple((Text(text),) if text else () for text in row) for row in (head, *rows)]
    return Table((), cells[0], tuple(cells[1:]), tuple(alignments or ["left"] * len(head)), 1)


def test_a_short_column_stays_whole_beside_a_long_one():
    short, long = column_shares(table(["状态", "依据"], ["校准", "文" * 200]))
    assert short + long == pytest.approx(100)
    assert 4 < short < 12


def test_numbers_never_break():
    name, number = column_shares(
        table(["名", "数"], ["名" * 90, "123456789012345678"], alignments=["left", "right"])
    )
    assert number * 56 / 100 >= 18 * 0.56
    assert name > number


def test_columns_that_fit_keep_their_proportions():
    assert column_shares(table(["甲", "乙"], ["一二三四", "一二三四"])) == pytest.approx([50, 50])


def test_an_empty_table_has_widths_too():
    assert sum(column_shares(table(["甲", ""]))) == pytest.approx(100)


def test_long_columns_share_the_width_so_that_the_rows_get_fewer_lines():
    long, longer = "文" * 20, "文" * 60
    first, second, _ = column_shares(table(["甲", "乙", "丙"], *[[long, longer, "短"]] * 5))
    assert first * 56 / 100 >= 14  # two lines
    assert second > 2 * first


def test_a_short_head_is_not_broken():
    _, number = column_shares(table(["名", "带动就业人数"], ["名" * 90, "1.0"], alignments=["left", "right"]))
    assert number * 56 / 100 >= 7
