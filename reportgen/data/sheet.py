"""Where things stand on a sheet as the statistics office publishes it: found by content, not by position."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.data.numbers import CODE
from reportgen.errors import DataError

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell

ROW_ACCOUNTS = {
    "TII": "intermediate_input",
    "VA001": "compensation_of_employees",
    "VA002": "net_production_taxes",
    "VA003": "depreciation",
    "VA004": "operating_surplus",
    "TVA": "value_added",
    "TI": "total_output",
}
COLUMN_ACCOUNTS = {
    "TIU": "intermediate_use",
    "FU101": "rural_consumption",
    "FU102": "urban_consumption",
    "THC": "household_consumption",
    "FU103": "government_consumption",
    "TC": "final_consumption",
    "FU201": "fixed_capital_formation",
    "FU202": "inventory_change",
    "GCF": "capital_formation",
    "EX": "exports",
    "TFU": "final_use",
    "IM": "imports",
}
_FEWEST = 2  # sector codes in the code row and in the code column
_UNIT = re.compile(r"单位\s*[：:]\s*([^\s）)]+)")
Grid = list[list["Cell"]]


@dataclass(frozen=True)
class Layout:
    """Positions on the sheet, all from 0.

    Attributes:
        code_row: the row of the column codes.
        code_column: the column of the row codes.
        name_column: the column of the sector names.
        rows: row by sector or account code (``01001``, ``TVA``).
        columns: column by sector or account code (``01001``, ``TFU``).
        unit: the unit the title states, or ``""``.
    """

    code_row: int
    code_column: int
    name_column: int
    rows: dict[str, int]
    columns: dict[str, int]
    unit: str

    @property
    def sectors(self) -> list[str]:
        """Sector codes in the order of the rows."""
        return [code for code in self.rows if CODE.fullmatch(code)]


def text_of(cell: Cell) -> str:
    """The text of a cell without blanks around it; ``""`` for anything else."""
    return cell.value.strip() if isinstance(cell.value, str) else ""


def find_layout(grid: Grid, sheet: str) -> Layout:
    """Find code row and code column, and all codes on them.

    Raises:
        DataError: no code row, a code twice, rows and columns with other sectors, a missing account.
    """
    row_hits = [sum(bool(CODE.fullmatch(text_of(cell))) for cell in row) for row in grid]
    column_hits = [
        sum(bool(CODE.fullmatch(text_of(cell))) for cell in column) for column in zip(*grid, strict=True)
    ]
    if max(row_hits, default=0) < _FEWEST or max(column_hits, default=0) < _FEWEST:
        remedy = "代码行和代码列写五位部门代码，并按文本保存（数字格式会丢掉前面的 0）"
        raise DataError("找不到部门代码行或代码列", place=f"工作表“{sheet}”", remedy=remedy)
    code_row, code_column = row_hits.index(max(row_hits)), column_hits.index(max(column_hits))
    rows = _codes([row[code_column] for row in grid[code_row + 1 :]], code_row + 1, ROW_ACCOUNTS, sheet)
    columns = _codes(grid[code_row][code_column + 1 :], code_column + 1, COLUMN_ACCOUNTS, sheet)
    _same_sectors(rows, columns, sheet)
    first = min(columns.values())
    name_column = _name_column(
        grid, [rows[code] for code in rows if CODE.fullmatch(code)], code_column, first
    )
    return Layout(code_row, code_column, name_column, rows, columns, _stated_unit(grid[:code_row]))


def _codes(cells: list[Cell], start: int, accounts: dict[str, str], sheet: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for position, cell in enumerate(cells, start):
        text = text_of(cell)
        if isinstance(cell.value, int) and 1000 <= cell.value < 100000:
            raise DataError(
                f"部门代码 {cell.value} 存成了数字",
                place=f"工作表“{sheet}”单元格 {cell.coordinate}",
                remedy="按文本保存，保留前面的 0，如 01001",
            )
        if not CODE.fullmatch(text) and text not in accounts:
            continue
        if text in found:
            raise DataError(
                f"代码 {text} 重复", place=f"工作表“{sheet}”单元格 {cell.coordinate}", remedy="删去或改正其一"
            )
        found[text] = position
    missing = [code for code in accounts if code not in found]
    if missing:
        raise DataError(f"缺少代码 {'、'.join(missing)}", place=f"工作表“{sheet}”", remedy="补上这些行或列")
    return found


def _same_sectors(rows: dict[str, int], columns: dict[str, int], sheet: str) -> None:
    for one, other, where in ((rows, columns, "列"), (columns, rows, "行")):
        missing = [code for code in one if CODE.fullmatch(code) and code not in other]
        if missing:
            problem = f"{where}中缺少部门 {'、'.join(missing)}"
            raise DataError(problem, place=f"工作表“{sheet}”", remedy="行和列的部门须相同")


def _name_column(grid: Grid, rows: list[int], code_column: int, first: int) -> int:
    candidates = [column for column in range(first) if column != code_column]
    filled = {column: sum(bool(text_of(grid[row][column])) for row in rows) for column in candidates}
    return max(candidates, key=filled.__getitem__) if candidates else code_column


def _stated_unit(rows: Grid) -> str:
    stated = (_UNIT.search(text_of(cell)) for row in rows for cell in row)
    return next((match[1] for match in stated if match), "")
