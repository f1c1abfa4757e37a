"""The input-output table of an edition: read from CSV or Excel, checked as published, handed on in 亿元."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd

from reportgen.data.card import Card, card_path, read_card
from reportgen.data.numbers import code_errors, read_numbers
from reportgen.data.shape import MONEY
from reportgen.data.table import check_units, read_lines
from reportgen.errors import DataError, nearest, raise_all

ACCOUNTS = {
    "total_output": "总产出",
    "intermediate_input": "中间投入合计",
    "value_added": "增加值合计",
    "compensation_of_employees": "劳动者报酬",
    "net_production_taxes": "生产税净额",
    "depreciation": "固定资产折旧",
    "operating_surplus": "营业盈余",
    "intermediate_use": "中间使用合计",
    "rural_consumption": "农村居民消费支出",
    "urban_consumption": "城镇居民消费支出",
    "household_consumption": "居民消费支出合计",
    "government_consumption": "政府消费支出",
    "final_consumption": "最终消费支出合计",
    "fixed_capital_formation": "固定资本形成总额",
    "inventory_change": "存货变动",
    "capital_formation": "资本形成总额合计",
    "exports": "出口",
    "final_use": "最终使用合计",
    "imports": "进口",
}
_TO_YI = {MONEY: 1.0, "万元": 1e-4}


@dataclass(frozen=True)
class InputOutputTable:
    """One input-output table.

    Attributes:
        names: sector name by code.
        transactions: intermediate flows, supplying sector by using sector.
        accounts: sector by account, the columns of `ACCOUNTS`.
        card: its card; `unit` is the unit of the numbers here.
        unit: unit of the numbers.
        file: what the checks report as the table.
        place: from (row code, column code) or (code, account) to where that number stands.
    """

    names: pd.Series
    transactions: pd.DataFrame
    accounts: pd.DataFrame
    card: Card
    unit: str
    file: str
    place: Callable[[str, str], str]

    def in_yi(self) -> InputOutputTable:
        """The same table in 亿元: the one place where the unit of the published table is converted."""
        factor = _TO_YI[self.unit]
        return replace(
            self, transactions=self.transactions * factor, accounts=self.accounts * factor, unit=MONEY
        )


def read_input_output(folder: Path, vintage: str, root: Path) -> InputOutputTable:
    """Read ``VINTAGE.xlsx``, or ``VINTAGE.sectors.csv`` with ``VINTAGE.transactions.csv``, in the unit of the card.

    Raises:
        DataError: a file, column or number is missing or wrong; balances are checked by `balance.run_checks`.
    """
    card = read_card(folder, vintage)
    check_units(card_path(folder, vintage), card, tuple(_TO_YI), {})
    workbook = folder / f"{vintage}.xlsx"
    if workbook.is_file():
        from reportgen.data.excel import read_workbook

        return read_workbook(workbook, card, root)
    return _read_csv(folder / f"{vintage}.sectors.csv", folder / f"{vintage}.transactions.csv", card, root)


def assemble(
    sectors: dict[str, str],
    flows: np.ndarray,
    accounts: np.ndarray,
    card: Card,
    file: str,
    place: Callable[[str, str], str],
) -> InputOutputTable:
    """A table from its blocks: sector names by code, flows (n, n), accounts (n, as `ACCOUNTS`)."""
    index = pd.Index(list(sectors), name="code", dtype="str")
    return InputOutputTable(
        pd.Series(list(sectors.values()), index, name="name", dtype="str"),
        pd.DataFrame(flows, index, index.rename("user")),
        pd.DataFrame(accounts, index, list(ACCOUNTS)),
        card,
        card.unit if isinstance(card.unit, str) else MONEY,
        file,
        place,
    )


def _read_csv(sectors: Path, transactions: Path, card: Card, root: Path) -> InputOutputTable:
    header, rows, lines = read_lines(sectors)
    _check_header(sectors, header)
    codes = [row[0] for row in rows]
    (_, *users), flow_rows, flow_lines = read_lines(transactions)
    errors = code_errors(codes, [f"{sectors}:{line}" for line in lines])
    raise_all(errors or _other_codes(transactions, codes, users, [row[0] for row in flow_rows], flow_lines))
    accounts, wrong_accounts = read_numbers([row[2:] for row in rows], _csv_cell(sectors, lines, header[2:]))
    flows, wrong_flows = read_numbers(
        [row[1:] for row in flow_rows], _csv_cell(transactions, flow_lines, users)
    )
    raise_all(wrong_accounts + wrong_flows)
    place = _csv_places(
        sectors, dict(zip(codes, lines, strict=True)), transactions, dict(zip(codes, flow_lines, strict=True))
    )
    names = {row[0]: row[1] for row in rows}
    return assemble(names, flows, accounts, card, str(transactions.relative_to(root)), place)


def _check_header(path: Path, header: list[str]) -> None:
    expected = ["code", "name", *ACCOUNTS]
    if header == expected:
        return
    missing = "、".join(name for name in expected if name not in header)
    wrong = next((name for name in header if name not in expected), "")
    raise DataError(
        f"缺少列 {missing}" if missing else "列的顺序或名称不对",
        place=f"{path}:1",
        remedy=nearest(wrong, expected) or f"表头应为 {','.join(expected)}",
    )


def _csv_places(
    sectors: Path, sector_lines: dict[str, int], transactions: Path, flow_lines: dict[str, int]
) -> Callable[[str, str], str]:
    def place(row: str, column: str) -> str:
        path, lines = (sectors, sector_lines) if column in ACCOUNTS else (transactions, flow_lines)
        return f"{path}:{lines[row]} 列 {column}"

    return place


def _csv_cell(path: Path, lines: list[int], columns: list[str]) -> Callable[[int, int], str]:
    return lambda row, column: f"{path}:{lines[row]} 列 {columns[column]}"


def _other_codes(
    path: Path, codes: list[str], columns: list[str], rows: list[str], lines: list[int]
) -> list[DataError]:
    remedy = "两个文件的部门代码和顺序须一致"
    if columns != codes:
        first = next((a for a, b in zip(columns, codes, strict=False) if a != b), "部门数")
        return [DataError(f"表头的部门代码与部门表不一致：{first}", place=f"{path}:1", remedy=remedy)]
    if len(rows) != len(codes):
        return [
            DataError(f"应有 {len(codes)} 个部门的行，现有 {len(rows)} 行", place=str(path), remedy=remedy)
        ]
    return [
        DataError(f"部门代码应为 {code}，现为 {found}", place=f"{path}:{line}", remedy=remedy)
        for code, found, line in zip(codes, rows, lines, strict=True)
        if code != found
    ]
