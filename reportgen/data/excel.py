"""The input-output table from an Excel workbook in the layout in which the statistics office publishes it.

Title rows, a row of codes and a row of names at the top, codes and names at the left, the intermediate
block, then final use (``TIU`` … ``IM``) at the right and value added (``TII`` … ``TI``) below. Empty cells
of the table are zero, as published.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from reportgen.data.card import Card
from reportgen.data.input_output import ACCOUNTS, InputOutputTable, assemble
from reportgen.data.numbers import CODE, REMEDY
from reportgen.data.opened_workbook import check_visible, foreign_formulas, open_workbook
from reportgen.data.sheet import COLUMN_ACCOUNTS, ROW_ACCOUNTS, Grid, Layout, find_layout, text_of
from reportgen.errors import DataError, raise_all

_TOO_LARGE = 1e15  # beyond any table in 万元; also refuses NaN
_LONGEST = 40  # characters of a cell that a message repeats

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet


def read_workbook(path: Path, card: Card, root: Path) -> InputOutputTable:
    """Read the first sheet of a workbook that holds sector codes.

    Raises:
        DataError: not a workbook, too large, a hidden sheet, no codes, merged cells, formulas without values or
            of other workbooks, text in number cells; every message names sheet and cell.
    """
    formulas = open_workbook(path, values=False)
    sheet = _sheet_with_codes(formulas)
    check_visible(sheet, path)
    grid: Grid = [list(row) for row in sheet.iter_rows()]
    try:
        layout = find_layout(grid, sheet.title)
    except DataError as error:
        raise DataError(error.problem, place=f"{path} {error.place}", remedy=error.remedy) from None
    where = _cell_names(path, sheet)
    _check_unit(layout, card, f"{path} 工作表“{sheet.title}”")
    raise_all(_merged_errors(sheet, layout, where))
    computed = {cell.coordinate for row in grid for cell in row if cell.data_type == "f"}
    if computed:
        raise_all(foreign_formulas(grid, f"{path} 工作表“{sheet.title}”"))
        grid = [list(row) for row in open_workbook(path, values=True)[sheet.title].iter_rows()]
        raise_all(_without_result(grid, computed, f"{path} 工作表“{sheet.title}”"))
    return _table(grid, layout, card, str(path.relative_to(root)), where)


def _sheet_with_codes(workbook) -> Worksheet:
    for sheet in workbook.worksheets:
        if any(CODE.fullmatch(text_of(cell)) for row in sheet.iter_rows(max_row=20) for cell in row):
            return sheet
    return workbook.worksheets[0]


def _cell_names(path: Path, sheet: Worksheet) -> Callable[[int, int], str]:
    from openpyxl.utils import get_column_letter

    return lambda row, column: f"{path} 工作表“{sheet.title}”单元格 {get_column_letter(column + 1)}{row + 1}"


def _check_unit(layout: Layout, card: Card, place: str) -> None:
    if layout.unit and layout.unit != card.unit:
        problem = f"表头写单位“{layout.unit}”，卡片写“{card.unit}”"
        raise DataError(problem, place=place, remedy="按工作表改正卡片的 unit")


def _merged_errors(sheet: Worksheet, layout: Layout, where: Callable[[int, int], str]) -> list[DataError]:
    return [
        DataError(
            f"合并单元格 {merged.coord}",
            place=where(merged.min_row - 1, merged.min_col - 1),
            remedy="取消合并",
        )
        for merged in sheet.merged_cells.ranges
        if merged.max_row - 1 >= min(layout.rows.values())
        and merged.max_col - 1 >= min(layout.columns.values())
    ]


def _without_result(grid: Grid, computed: set[str], sheet: str) -> list[DataError]:
    return [
        DataError(
            "公式没有保存计算结果",
            place=f"{sheet}单元格 {cell.coordinate}",
            remedy="在 Excel 中打开并保存，或粘贴为数值",
        )
        for row in grid
        for cell in row
        if cell.coordinate in computed and cell.value is None
    ]


def _table(
    grid: Grid, layout: Layout, card: Card, file: str, where: Callable[[int, int], str]
) -> InputOutputTable:
    sectors = layout.sectors
    positions = _positions(layout)
    errors: list[DataError] = []
    values = {
        key: _number(grid[row][column], where(row, column), errors)
        for key, (row, column) in positions.items()
    }
    raise_all(errors)
    flows = np.array([[values[row, column] for column in sectors] for row in sectors])
    accounts = np.array([[values[code, account] for account in ACCOUNTS] for code in sectors])
    names = {code: text_of(grid[layout.rows[code]][layout.name_column]) for code in sectors}
    return assemble(names, flows, accounts, card, file, lambda row, column: where(*positions[row, column]))


def _positions(layout: Layout) -> dict[tuple[str, str], tuple[int, int]]:
    """Row and column of every number, by (row code, column code) and by (code, account)."""
    sectors, rows, columns = layout.sectors, layout.rows, layout.columns
    flows = {(row, column): (rows[row], columns[column]) for row in sectors for column in sectors}
    below = {
        (code, account): (rows[mark], columns[code])
        for code in sectors
        for mark, account in ROW_ACCOUNTS.items()
    }
    beside = {
        (code, account): (rows[code], columns[mark])
        for code in sectors
        for mark, account in COLUMN_ACCOUNTS.items()
    }
    return flows | below | beside


def _number(cell: Cell, place: str, errors: list[DataError]) -> float:
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _TOO_LARGE:
        return float(value)
    if value is None:
        return 0.0
    errors.append(DataError(f"“{str(value)[:_LONGEST]}”不是数字", place=place, remedy=REMEDY))
    return 0.0
