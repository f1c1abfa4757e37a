"""The checks of an input-output table, in the unit in which it was published."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from reportgen.data.card import card_error, card_path
from reportgen.data.checks import CheckResult
from reportgen.data.input_output import InputOutputTable
from reportgen.errors import DataError, nearest

_NEVER_NEGATIVE = ["total_output", "intermediate_input", "value_added", "imports", "exports"]


def run_checks(table: InputOutputTable, folder: Path) -> list[CheckResult]:
    """Every check of the table's card.

    Raises:
        DataError: the card names a check that does not exist.
    """
    results = []
    for name, parameters in table.card.checks.items():
        if name not in CHECKS:
            place = card_path(folder, table.card.vintage)
            remedy = nearest(name, CHECKS) or f"可用：{'、'.join(CHECKS)}"
            raise card_error(place, ("checks", name), f"没有检查“{name}”", remedy)
        try:
            results.append(CHECKS[name](table, **(parameters or {})))
        except TypeError as problem:
            wrong = f"检查“{name}”的参数不对：{parameters}"
            place = card_path(folder, table.card.vintage)
            raise card_error(place, ("checks", name), wrong, "参照其他卡片") from problem
    return results


def unique(table: InputOutputTable) -> CheckResult:
    """No code twice (a repeated code already stops the reading)."""
    repeated = int(table.transactions.index.duplicated().sum())
    return CheckResult(table.file, "没有重复", repeated, 0, "处")


def no_negative(table: InputOutputTable) -> CheckResult:
    """No intermediate flow, output, value added, import or export below zero."""
    errors = []
    for block in (table.transactions, table.accounts[_NEVER_NEGATIVE]):
        stacked = block.stack()
        for (row, column), value in stacked[stacked < 0].items():
            errors.append(DataError(f"出现负值 {value:g}", place=table.place(row, column), remedy="核对原表"))
    least = min(table.transactions.min().min(), table.accounts[_NEVER_NEGATIVE].min().min(), 0.0)
    return CheckResult(table.file, "没有负流量", max(-float(least), 0.0), 0, table.unit, tuple(errors))


def column_balance(table: InputOutputTable, tolerance: float) -> CheckResult:
    """Intermediate inputs + value added = total output, for every using sector."""
    inputs = pd.Series(table.transactions.to_numpy().sum(axis=0), table.transactions.index)
    parts = {"中间投入": inputs, "增加值": table.accounts["value_added"]}
    return _balance(table, "列平衡", "value_added", parts, tolerance)


def row_balance(table: InputOutputTable, tolerance: float) -> CheckResult:
    """Intermediate uses + final use - imports = total output, for every supplying sector."""
    parts = {
        "中间使用": table.transactions.sum(axis=1),
        "最终使用": table.accounts["final_use"],
        "负的进口": -table.accounts["imports"],
    }
    return _balance(table, "行平衡", "final_use", parts, tolerance)


def _balance(
    table: InputOutputTable, name: str, account: str, parts: dict[str, pd.Series], tolerance: float
) -> CheckResult:
    output = table.accounts["total_output"]
    residual = (sum(parts.values()) - output).round(6)
    errors = []
    for code in residual[residual.abs() > tolerance].index:
        left = "＋".join(f"{part} {values[code]:.0f}" for part, values in parts.items())
        errors.append(
            DataError(
                f"部门 {code}（{table.names[code]}）{name}不成立：{left} 与总产出 {output[code]:.0f} "
                f"相差 {residual[code]:.0f} {table.unit}，超出容差 {tolerance:g}",
                place=table.place(code, account),
                remedy="核对该部门的各项；容差写在卡片的 checks 中",
            )
        )
    return CheckResult(table.file, name, float(residual.abs().max()), tolerance, table.unit, tuple(errors))


CHECKS: dict[str, Callable[..., CheckResult]] = {
    "unique": unique,
    "no_negative": no_negative,
    "column_balance": column_balance,
    "row_balance": row_balance,
}
