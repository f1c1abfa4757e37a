"""Read a small CSV file row by row, every message with file and line; write one that spreadsheets open safely."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from reportgen.errors import DataError, ManyErrors, ReportError, nearest, raise_all
from reportgen.facts.spreadsheet import safe_cell, told_cell

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class CsvRow:
    """One row: its place (``file:line``) and its cells by column, stripped, without the mark of `safe_cell`; an absent column reads ``""``."""

    place: str
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


def parse_rows(path: Path, required: Iterable[str], parse: Callable[[CsvRow], Item]) -> list[Item]:
    """Parse every row of a UTF-8 CSV file with a header; blank lines are skipped, columns come in any order.

    Args:
        path: the file.
        required: columns that the header must have; others are passed on.
        parse: makes the item of one row, or raises a ReportError, which is kept until all rows are read.

    Raises:
        DataError: no such file, not UTF-8, no header, a missing or doubled column, a ragged row.
        ReportError: what `parse` raised; several errors together as ManyErrors.
    """
    reader = csv.reader(io.StringIO(_text(path), newline=""))
    errors: list[ReportError] = []
    items: list[Item] = []
    try:
        header = [name.strip() for name in next(reader, [])]
        _check_header(path, header, tuple(required))
        for cells in reader:
            if any(cell.strip() for cell in cells):
                try:
                    items.append(parse(_row(f"{path}:{reader.line_num}", header, cells)))
                except ReportError as error:
                    errors.extend(error.errors if isinstance(error, ManyErrors) else [error])
    except csv.Error:
        place = f"{path}:{reader.line_num}"
        errors.append(DataError("一格过长，或引号没有成对", place=place, remedy="检查该行的引号和逗号"))
    raise_all(errors)
    return items


def _text(path: Path) -> str:
    if not path.is_file():
        siblings = [other.name for other in path.parent.glob("*.csv")] if path.parent.is_dir() else []
        remedy = nearest(path.name, siblings) or "检查文件名和所在文件夹"
        raise DataError("没有这个文件", place=str(path), remedy=remedy)
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as problem:
        raise DataError("文件不是 UTF-8 编码", place=str(path), remedy="用编辑器另存为 UTF-8") from problem


def _check_header(path: Path, header: list[str], required: tuple[str, ...]) -> None:
    place = f"{path}:1"
    doubled = sorted({name for name in header if header.count(name) > 1})
    errors = [DataError(f"列“{name}”出现多次", place=place, remedy="每列只留一次") for name in doubled]
    for name in required:
        if name not in header:
            others = [other for other in header if other not in required]
            remedy = f"补上该列；必需的列为 {'、'.join(required)}。{nearest(name, others)}"
            errors.append(DataError(f"缺少列“{name}”", place=place, remedy=remedy))
    raise_all(errors)


def _row(place: str, header: list[str], cells: list[str]) -> CsvRow:
    if len(cells) != len(header):
        problem = f"有 {len(cells)} 格，表头有 {len(header)} 列"
        raise DataError(problem, place=place, remedy="补齐逗号；含逗号的文字加双引号")
    return CsvRow(place, {name: told_cell(cell.strip()) for name, cell in zip(header, cells, strict=True)})


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[str | float | None]]) -> str:
    """A CSV file for people: numbers unrounded, None empty, no words that a spreadsheet would run as a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return text.getvalue()


def _safe(cell: str | float | None) -> str:
    if not isinstance(cell, str):
        return "" if cell is None else str(cell)
    return safe_cell(cell)
