"""Write an input-output table as the statistics office lays out its sheets."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from reportgen.data.input_output import ACCOUNTS, InputOutputTable
from reportgen.data.sheet import COLUMN_ACCOUNTS, ROW_ACCOUNTS

SHEET = "全国投入产出表"
TOP, LEFT = 5, 4  # row of the first sector and column of the first number, from 1


def write_sheet(table: InputOutputTable, path: Path) -> Workbook:
    """Title, unit and blank rows, code and name rows, code and name columns, a blank column, all blocks."""
    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    codes = list(table.transactions.index)
    sheet["A1"] = f"{table.card.title}（按当年生产者价格计算）"
    sheet.merge_cells("A1:H1")
    sheet["A2"] = f"单位：{table.unit}"
    _write_heads(sheet, table, codes)
    after = len(codes)
    for i, code in enumerate(codes):
        for j, user in enumerate(codes):
            sheet.cell(TOP + i, LEFT + j, float(table.transactions.loc[code, user]) or None)
        for k, account in enumerate(COLUMN_ACCOUNTS.values()):
            sheet.cell(TOP + i, LEFT + after + k, float(table.accounts.loc[code, account]))
        for k, account in enumerate(ROW_ACCOUNTS.values()):
            sheet.cell(TOP + after + k, LEFT + i, float(table.accounts.loc[code, account]))
    book.save(path)
    return book


def _write_heads(sheet: Worksheet, table: InputOutputTable, codes: list[str]) -> None:
    rows = {code: table.names[code] for code in codes} | {m: ACCOUNTS[a] for m, a in ROW_ACCOUNTS.items()}
    columns = {code: table.names[code] for code in codes} | {
        m: ACCOUNTS[a] for m, a in COLUMN_ACCOUNTS.items()
    }
    for i, (code, name) in enumerate(rows.items()):
        sheet.cell(TOP + i, 1, name)
        sheet.cell(TOP + i, 2, code)
    for j, (code, name) in enumerate(columns.items()):
        sheet.cell(TOP - 1, LEFT + j, code)
        sheet.cell(TOP - 2, LEFT + j, name)
