"""The layout of the statistics office: read back to the same numbers; every wrong cell is named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from reportgen.data.excel import read_workbook
from reportgen.data.input_output import InputOutputTable, read_input_output
from reportgen.errors import DataError, ManyErrors
from reportgen.project.folders import Project
from tests.data.sheets import SHEET, write_sheet


@pytest.fixture
def table(project: Project) -> InputOutputTable:
    return read_input_output(project.data / "input_output", "small", project.root)


@pytest.fixture
def read_changed(table: InputOutputTable, tmp_path: Path) -> Callable[..., InputOutputTable]:
    """Write the sheet, change it, read it back."""
    path = tmp_path / "io.xlsx"

    def change_and_read(change: Callable[[Worksheet], object]) -> InputOutputTable:
        write_sheet(table, path)
        book = load_workbook(path)
        change(book[SHEET])
        book.save(path)
        return read_workbook(path, table.card, tmp_path)

    return change_and_read


def message(read_changed: Callable[..., InputOutputTable], change: Callable[[Worksheet], object]) -> str:
    with pytest.raises(DataError) as caught:
        read_changed(change)
    return str(caught.value).partition("io.xlsx ")[2]


def assert_same(found: InputOutputTable, expected: InputOutputTable) -> None:
    pd.testing.assert_frame_equal(found.transactions, expected.transactions)
    pd.testing.assert_frame_equal(found.accounts, expected.accounts)
    pd.testing.assert_series_equal(found.names, expected.names)


def test_same_numbers_as_csv(table: InputOutputTable, read_changed: Callable[..., InputOutputTable]) -> None:
    found = read_changed(lambda sheet: None)
    assert_same(found, table)
    assert found.place("01001", "05005").endswith(f"io.xlsx 工作表“{SHEET}”单元格 E5")
    assert found.place("05005", "value_added").endswith(f"io.xlsx 工作表“{SHEET}”单元格 E20")


def test_the_table_of_2017_read_back(repository: Path, tmp_path: Path) -> None:
    table = read_input_output(repository / "content/data/input_output", "io2017", repository)
    write_sheet(table, tmp_path / "io2017.xlsx")
    assert_same(read_workbook(tmp_path / "io2017.xlsx", table.card, tmp_path), table)


def test_workbook_in_place_of_the_csv_files(table: InputOutputTable, project: Project) -> None:
    folder = project.data / "input_output"
    write_sheet(table, folder / "small.xlsx")
    for path in folder.glob("*.csv"):
        path.unlink()
    assert_same(read_input_output(folder, "small", project.root), table)


def test_more_title_rows_and_blank_columns(
    table: InputOutputTable, read_changed: Callable[..., InputOutputTable]
) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.unmerge_cells("A1:H1")
        sheet.insert_rows(1, 2)
        sheet.insert_cols(1)
        sheet.insert_cols(4)

    assert_same(read_changed(change), table)


def test_text_in_a_number_cell(read_changed: Callable[..., InputOutputTable]) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["F7"] = "12（估）"

    assert message(read_changed, change) == (
        f"工作表“{SHEET}”单元格 F7：“12（估）”不是数字\n  怎么办：只写数字，不写千分位、单位和文字"
    )


def test_formula_without_a_stored_result(read_changed: Callable[..., InputOutputTable]) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["F7"] = "=D7+E7"

    assert message(read_changed, change) == (
        f"工作表“{SHEET}”单元格 F7：公式没有保存计算结果\n  怎么办：在 Excel 中打开并保存，或粘贴为数值"
    )


def test_merged_number_cells(read_changed: Callable[..., InputOutputTable]) -> None:
    assert message(read_changed, lambda sheet: sheet.merge_cells("D6:E7")) == (
        f"工作表“{SHEET}”单元格 D6：合并单元格 D6:E7\n  怎么办：取消合并"
    )


def test_code_twice(read_changed: Callable[..., InputOutputTable]) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["B6"] = "01001"

    assert message(read_changed, change) == (
        f"工作表“{SHEET}”单元格 B6：代码 01001 重复\n  怎么办：删去或改正其一"
    )


def test_code_stored_as_a_number(read_changed: Callable[..., InputOutputTable]) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["B5"] = 1001

    assert message(read_changed, change) == (
        f"工作表“{SHEET}”单元格 B5：部门代码 1001 存成了数字\n  怎么办：按文本保存，保留前面的 0，如 01001"
    )


def test_no_codes_at_all(read_changed: Callable[..., InputOutputTable]) -> None:
    assert message(read_changed, lambda sheet: sheet.delete_rows(4)).startswith(
        f"工作表“{SHEET}”：找不到部门代码行或代码列"
    )


def test_missing_account(read_changed: Callable[..., InputOutputTable]) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["B20"] = None

    assert message(read_changed, change) == f"工作表“{SHEET}”：缺少代码 TVA\n  怎么办：补上这些行或列"


def test_unit_of_the_title_against_the_card(read_changed: Callable[..., InputOutputTable]) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["A2"] = "单位：亿元"

    assert message(read_changed, change) == (
        f"工作表“{SHEET}”：表头写单位“亿元”，卡片写“万元”\n  怎么办：按工作表改正卡片的 unit"
    )


def test_several_wrong_cells_come_together(read_changed: Callable[..., InputOutputTable]) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["D5"] = "-"
        sheet["G9"] = True

    with pytest.raises(ManyErrors, match="共 2 处错误"):
        read_changed(change)


def test_file_that_is_no_workbook(table: InputOutputTable, tmp_path: Path) -> None:
    path = tmp_path / "io.xlsx"
    path.write_text("code,name\n", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read_workbook(path, table.card, tmp_path)
    assert str(caught.value) == f"{path}：不是可读的 Excel 工作簿\n  怎么办：在 Excel 中另存为 .xlsx"
