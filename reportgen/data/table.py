"""A tidy table of one statistic: its rows, its card and the line of every row."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from reportgen.data.card import Card, card_error, card_path, read_card
from reportgen.data.schema import validate_rows
from reportgen.data.shape import Shape
from reportgen.errors import DataError, raise_all
from reportgen.facts.address import Vocabulary
from reportgen.facts.status import Status


@dataclass(frozen=True)
class Table:
    """One vintage of one statistic.

    Attributes:
        path: the CSV file.
        root: the project's folder.
        card: its card.
        shape: its form.
        rows: year (int), label columns (str), value (float), status (int), note; the index is the line.
        vocabulary: names of sections, industries and provinces.
    """

    path: Path
    root: Path
    card: Card
    shape: Shape
    rows: pd.DataFrame
    vocabulary: Vocabulary

    @property
    def name(self) -> str:
        """The file as seen from the project's folder."""
        return str(self.path.relative_to(self.root))

    def until(self, year: int) -> Table:
        """The rows an edition knows whose reference year this is."""
        rows = self.rows[self.rows["year"] <= year]
        return replace(self, rows=rows)

    def place(self, line: int) -> str:
        """Where a value stands: ``…/yearbook2022.csv:14 列 value``."""
        return f"{self.path}:{line} 列 value"


def read_table(folder: Path, vintage: str, shape: Shape, vocabulary: Vocabulary, root: Path) -> Table:
    """Read and validate ``folder/VINTAGE.csv`` with its card; its named checks are not run here.

    Raises:
        DataError: no file, wrong columns, unit, label or number; all errors of the file together.
    """
    card = read_card(folder, vintage)
    path = folder / f"{vintage}.csv"
    check_units(card_path(folder, vintage), card, shape.units, shape.unit_of)
    _check_columns_described(card_path(folder, vintage), card, shape.columns)
    text = _frame(path, shape.columns, *read_lines(path))
    validate_rows(path, text, shape, card, vocabulary)
    rows = text.astype({"year": "int64", "value": "float64"})
    rows["status"] = rows["status"].map(Status.__getitem__).astype("int64")
    return Table(path, root, card, shape, rows, vocabulary)


def read_lines(path: Path) -> tuple[list[str], list[list[str]], list[int]]:
    """Header, rows and line numbers of a CSV file.

    Raises:
        DataError: no such file, not UTF-8, empty, a cell without end, or rows of another length than the header.
    """
    if not path.is_file():
        raise DataError("没有这个数据文件", place=str(path), remedy="补上该文件")
    numbered: list[tuple[list[str], int]] = []
    line = 1  # where the row begins: one with a quotation mark too few goes on over many lines
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            for row in reader:
                if any(row):
                    numbered.append((row, line))
                line = reader.line_num + 1
    except csv.Error as problem:
        place = f"{path}:{line}"
        raise DataError("一格过长，或引号没有成对", place=place, remedy="检查该行的引号") from problem
    except UnicodeDecodeError as problem:
        raise DataError("文件不是 UTF-8 编码", place=str(path), remedy="另存为 UTF-8 的 CSV") from problem
    if not numbered:
        raise DataError("文件是空的", place=str(path), remedy="补上表头和数据")
    (header, _), *rest = numbered
    raise_all(
        DataError(
            f"应有 {len(header)} 列，现有 {len(row)} 列", place=f"{path}:{line}", remedy="检查该行的逗号和引号"
        )
        for row, line in rest
        if len(row) != len(header)
    )
    return header, [row for row, _ in rest], [line for _, line in rest]


def check_units(path: Path, card: Card, units: tuple[str, ...], unit_of: Mapping[str, str]) -> None:
    """Refuse a card whose unit is not one the engine reads.

    Args:
        path: the card.
        card: its content.
        units: the units that may be declared.
        unit_of: the unit that a label must have, for tables whose rows differ.

    Raises:
        DataError: with the line of the unit.
    """
    if isinstance(card.unit, str):
        declared = dict.fromkeys(unit_of, card.unit) or {"": card.unit}
    else:
        declared = card.unit | {label: "" for label in unit_of if label not in card.unit}
    errors = []
    for label, unit in declared.items():
        expected = (unit_of[label],) if label in unit_of else units
        if unit not in expected:
            whose = f"“{label}”的" if label else ""
            known = "或".join(f"“{one}”" for one in expected)
            problem = f"{whose}单位应为{known}，现为“{unit}”"
            keys = ("unit", label) if label else ("unit",)
            errors.append(card_error(path, keys, problem, "换算数值后改正单位"))
    raise_all(errors)


def _check_columns_described(path: Path, card: Card, columns: list[str]) -> None:
    missing = [column for column in columns if column not in card.columns]
    if missing:
        raise card_error(
            path, ("columns",), f"columns 缺少对列 {'、'.join(missing)} 的说明", "补上这些列的 meaning"
        )


def _frame(
    path: Path, columns: list[str], header: list[str], rows: list[list[str]], lines: list[int]
) -> pd.DataFrame:
    if sorted(header) != sorted(columns):
        missing = [column for column in columns if column not in header]
        extra = [column for column in header if column not in columns]
        found = "；".join(
            f"{word} {'、'.join(names)}" for word, names in (("缺少列", missing), ("多出列", extra)) if names
        )
        problem = found or "有重复的列"
        raise DataError(problem, place=f"{path}:1", remedy=f"表头应为 {','.join(columns)}")
    return pd.DataFrame(rows, columns=header, index=pd.Index(lines, name="line"), dtype="str")[columns]
