"""Workbooks of an input-output table that are broken in one way each."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from reportgen.data.input_output import read_input_output
from tests.data.sheets import SHEET, write_sheet

_OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)  # how an encrypted workbook and an old .xls begin
_SHEET_PART = "xl/worksheets/sheet1.xml"
_BOMB = 300 << 20


def break_workbook(path: Path, change: str) -> None:
    """Write the table of the CSV files beside `path` as a workbook with this change."""
    table = read_input_output(path.parent, path.stem, path.parents[3])
    write_sheet(table, path)
    if change in FILES:
        FILES[change](path)
        return
    book = load_workbook(path)
    SHEETS[change](book, book[SHEET])
    book.save(path)


def _set(cell: str, value: object) -> Callable[[Workbook, Worksheet], None]:
    def change(_: Workbook, sheet: Worksheet) -> None:
        sheet[cell] = value

    return change


def _hidden(book: Workbook, sheet: Worksheet) -> None:
    sheet.sheet_state = "hidden"
    book.create_sheet("封面")["A1"] = "见隐藏的表"
    book.active = 1


def _two_sheets(book: Workbook, sheet: Worksheet) -> None:
    book.copy_worksheet(sheet).title = "另一张"


def _unlike_rows(book: Workbook, sheet: Worksheet) -> None:
    sheet["B6"] = "07007"


def _no_codes(book: Workbook, sheet: Worksheet) -> None:
    book.create_sheet("空表", 0)
    book.remove(sheet)


def _hide_row(book: Workbook, sheet: Worksheet) -> None:
    sheet.row_dimensions[6].hidden = True


def _hide_column(book: Workbook, sheet: Worksheet) -> None:
    sheet.column_dimensions["E"].hidden = True


SHEETS: dict[str, Callable[[Workbook, Worksheet], None]] = {
    "formula without result": _set("F7", "=D7+E7"),
    "formula of another workbook": _set("F7", "=[1]Sheet1!A1"),
    "error value": _set("F7", "#REF!"),
    "division by zero": _set("F7", "#DIV/0!"),
    "number as text": _set("F7", "1234"),
    "thousand separators": _set("F7", "1,234"),
    "full width": _set("F7", "１２３"),
    "negative flow": _set("F7", -5),
    "date": _set("F7", __import__("datetime").date(2021, 1, 1)),
    "truth": _set("F7", True),
    "huge": _set("F7", 1e300),
    "long text": _set("F7", "长" * 30000),
    "merged": lambda _, sheet: sheet.merge_cells("D6:E7"),
    "merged codes": lambda _, sheet: sheet.merge_cells("B6:B7"),
    "code as number": _set("B5", 1001),
    "full-width code": _set("B5", "０１００１"),
    "code twice": _set("B6", "01001"),
    "unlike rows": _unlike_rows,
    "unit": _set("A2", "单位：亿元"),
    "unit of thousands": _set("A2", "单位：千元"),
    "unknown account": _set("B15", "TIX"),
    "hidden sheet": _hidden,
    "two sheets": _two_sheets,
    "no codes": _no_codes,
    "hidden row": _hide_row,
    "hidden column": _hide_column,
    "far cell": _set("XFD1048576", 1),
    "column of far cells": _set("A1048576", 1),
}


def _rewritten(change: Callable[[str, bytes], bytes]) -> Callable[[Path], None]:
    def rewrite(path: Path) -> None:
        with zipfile.ZipFile(path) as book:
            parts = {name: book.read(name) for name in book.namelist()}
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
            for name, content in parts.items():
                book.writestr(name, change(name, content))

    return rewrite


def _of_sheet(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    return _rewritten(lambda name, content: change(content) if name == _SHEET_PART else content)


def _bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as book, book.open("xl/media/a.bin", "w") as part:
        for _ in range(_BOMB >> 20):
            part.write(bytes(1 << 20))


def _only(name: str) -> Callable[[Path], None]:
    def keep(path: Path) -> None:
        with zipfile.ZipFile(path, "w") as book:
            book.writestr(name, "x")

    return keep


_ENTITIES = b"<!DOCTYPE x [" + b"".join(
    b'<!ENTITY e%d "%s">' % (i, b"&e%d;" % (i - 1) * 10 if i else b"lol") for i in range(10)
) + b"]>"  # fmt: skip
_HEAD = b'<?xml version="1.0"?>'

FILES: dict[str, Callable[[Path], None]] = {
    "text": lambda path: path.write_text("code,name\n", encoding="utf-8") and None,
    "empty": lambda path: path.write_bytes(b"") and None,
    "encrypted": lambda path: path.write_bytes(_OLE) and None,
    "cut": lambda path: path.write_bytes(path.read_bytes()[:3000]) and None,
    "bits turned": lambda path: path.write_bytes(path.read_bytes().replace(b"xl/", b"xx/")) and None,
    "other zip": _only("word/document.xml"),
    "bomb": _bomb,
    "bad xml": _of_sheet(lambda content: content[: len(content) // 2]),
    "entities": _of_sheet(lambda content: content.replace(_HEAD, _HEAD + _ENTITIES, 1)),
    "bad number": _of_sheet(lambda content: content.replace(b"<v>825414</v>", b"<v>abc</v>", 1)),
    "not a number": _of_sheet(lambda content: content.replace(b"<v>825414</v>", b"<v>NaN</v>", 1)),
    "false size": _of_sheet(lambda content: content.replace(b'ref="A1:', b'ref="A1:XFD1048576" x="', 1)),
    "bad shared string": _of_sheet(lambda content: content.replace(b't="s"><v>1<', b't="s"><v>99999<', 1)),
}
