"""A workbook that came from outside: opened only when it is one, of a size a table has, with nothing hidden."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from reportgen.errors import DataError

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from reportgen.data.sheet import Grid

_MOST_BYTES = 100 << 20  # unpacked; the largest published tables take 5 MB
_MOST_ROWS, _MOST_COLUMNS = 5000, 2000
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_SAVE_AGAIN = "在 Excel 中另存为 .xlsx"


def open_workbook(path: Path, values: bool) -> Workbook:
    """The workbook in a file, with the stored results of formulas or with the formulas.

    Raises:
        DataError: no workbook, an encrypted or old one, one that unpacks to too much, or a sheet too large.
    """
    from openpyxl import load_workbook

    _check_size(path)
    try:
        with path.open("rb") as file:  # openpyxl itself leaves the file of a damaged workbook open
            book = load_workbook(file, data_only=values)
    except Exception as problem:  # openpyxl raises whatever a damaged part leads to
        raise DataError("不是可读的 Excel 工作簿", place=str(path), remedy=_SAVE_AGAIN) from problem
    if not book.worksheets:
        raise DataError("没有工作表", place=str(path), remedy=_SAVE_AGAIN)
    for sheet in book.worksheets:
        if sheet.max_row > _MOST_ROWS or sheet.max_column > _MOST_COLUMNS:
            problem = f"工作表“{sheet.title}”有 {sheet.max_row} 行、{sheet.max_column} 列，过大"
            remedy = f"删去表外的单元格；最多 {_MOST_ROWS} 行、{_MOST_COLUMNS} 列"
            raise DataError(problem, place=str(path), remedy=remedy)
    return book


def check_visible(sheet: Worksheet, path: Path) -> None:
    """Refuse numbers that nobody sees who opens the workbook.

    Raises:
        DataError: the sheet, a row or a column of it is hidden.
    """
    place = f"{path} 工作表“{sheet.title}”"
    if sheet.sheet_state != "visible":
        raise DataError("工作表是隐藏的", place=place, remedy="取消隐藏，核对后再用")
    for word, parts in (("行", sheet.row_dimensions), ("列", sheet.column_dimensions)):
        hidden = [str(name) for name, part in parts.items() if part.hidden]
        if hidden:
            raise DataError(f"有隐藏的{word} {'、'.join(hidden)}", place=place, remedy="取消隐藏，核对后再用")


def foreign_formulas(grid: Grid, sheet: str) -> Iterator[DataError]:
    """An error for each formula that takes its number from another workbook."""
    for row in grid:
        for cell in row:
            if cell.data_type == "f" and "[" in str(cell.value):
                place = f"{sheet}单元格 {cell.coordinate}"
                yield DataError("公式引用别的工作簿", place=place, remedy="粘贴为数值")


def _check_size(path: Path) -> None:
    """Refuse what is no archive, and what would fill the memory when unpacked."""
    with path.open("rb") as file:
        if file.read(len(_OLE)) == _OLE:
            problem = "工作簿有密码，或是旧的 .xls 格式"
            raise DataError(problem, place=str(path), remedy=f"去掉密码，{_SAVE_AGAIN}")
    try:
        with ZipFile(path) as archive:
            size = sum(part.file_size for part in archive.infolist())
    except (BadZipFile, ValueError) as problem:
        raise DataError("不是可读的 Excel 工作簿", place=str(path), remedy=_SAVE_AGAIN) from problem
    if size > _MOST_BYTES:
        problem = f"工作簿展开后有 {size >> 20} MB，过大"
        remedy = f"只留投入产出表；最多 {_MOST_BYTES >> 20} MB"
        raise DataError(problem, place=str(path), remedy=remedy)
