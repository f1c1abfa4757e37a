"""The balances of an input-output table."""

from __future__ import annotations

import pytest

from reportgen.data.balance import column_balance, no_negative, row_balance, run_checks
from reportgen.data.input_output import InputOutputTable, read_input_output
from reportgen.errors import DataError
from reportgen.project.folders import Project
from tests.data.editing import replace_once


@pytest.fixture
def table(project: Project) -> InputOutputTable:
    return read_input_output(project.data / "input_output", "small", project.root)


def test_small_table_balances_exactly(table: InputOutputTable) -> None:
    for result in (column_balance(table, 0), row_balance(table, 0), no_negative(table)):
        assert (result.residual, result.passed, result.unit) == (0, True, "万元")


def test_one_changed_flow_breaks_its_row_and_its_column(table: InputOutputTable) -> None:
    table.transactions.loc["01001", "83140"] += 25
    for check, code in ((column_balance, "83140"), (row_balance, "01001")):
        result = check(table, 10)
        assert result.residual == 25
        assert [code in error.problem for error in result.errors] == [True]
        assert check(table, 25).passed


@pytest.mark.parametrize(
    ("line_of_check", "problem"),
    [
        ("column_balances: {tolerance: 10}", "没有检查“column_balances”\n  怎么办：是否想写“column_balance”"),
        ("column_balance: {tol: 10}", "检查“column_balance”的参数不对：{'tol': 10}\n  怎么办：参照其他卡片"),
    ],
)
def test_card_that_names_a_check_wrongly(project: Project, line_of_check: str, problem: str) -> None:
    folder = project.data / "input_output"
    line = replace_once(folder / "small.card.yaml", "column_balance: {tolerance: 10}", line_of_check)
    with pytest.raises(DataError) as caught:
        run_checks(read_input_output(folder, "small", project.root), folder)
    assert str(caught.value).startswith(f"{folder / 'small.card.yaml'}:{line}：{problem}")
