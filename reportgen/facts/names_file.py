"""The file of the vocabulary, ``content/names.csv``: a metric or a scope a line, in both languages."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportgen.errors import DataError, nearest, raise_all

COLUMNS = ("kind", "english", "chinese", "aliases", "unit", "decimals", "definition")
_KINDS = ("metric", "scope")
_UNREADABLE = re.compile(r"[\[\]\s]")  # an address with such a name cannot be read
_DECIMALS = re.compile("[0-9]?")


@dataclass(frozen=True, slots=True)
class Name:
    """One row of the vocabulary: a metric or a scope in both languages."""

    kind: str
    english: str
    chinese: str
    aliases: tuple[str, ...]
    unit: str
    decimals: int | None
    definition: str

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything an address may call it."""
        return (self.english, self.chinese, *self.aliases)


def read_names(path: Path) -> list[Name]:
    """The names in a file, in its order.

    Raises:
        DataError: no file, not UTF-8, another header, no name at all; with the line: a ragged row, an unknown
            kind, a name that is empty, stands twice or cannot stand in an address, decimals that are no digit.
    """
    rows = list(_rows(path))
    if not rows:
        raise DataError("词汇表是空的", place=str(path), remedy="从版本库恢复该文件")
    places: dict[tuple[str, str], str] = {}
    raise_all(error for place, row in rows for error in _wrong(row, place, places))
    return [_name(row) for _, row in rows]


def _rows(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Place and cells by column of each row."""
    if not path.exists():
        raise DataError("没有词汇表", place=str(path), remedy="从版本库恢复该文件")
    reader, line = None, 0
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            header = next(reader, [])
            _check_header(path, header)
            for cells in reader:
                line = reader.line_num
                if any(cells):
                    yield f"{path}:{line}", _by_column(f"{path}:{line}", header, cells)
    except UnicodeDecodeError as problem:
        raise DataError("文件不是 UTF-8 编码", place=str(path), remedy="另存为 UTF-8 的 CSV") from problem
    except csv.Error as problem:
        place = f"{path}:{line + 1}"
        raise DataError("这一行不是合法的 CSV，或一格过长", place=place, remedy="检查该行的引号") from problem


def _check_header(path: Path, header: list[str]) -> None:
    missing = [column for column in COLUMNS if column not in header]
    if missing or len(header) != len(COLUMNS):
        problem = f"缺少列 {'、'.join(missing)}" if missing else "多出列，或列名重复"
        raise DataError(problem, place=f"{path}:1", remedy=f"表头应为 {','.join(COLUMNS)}")


def _by_column(place: str, header: list[str], cells: list[str]) -> dict[str, str]:
    if len(cells) != len(header):
        problem = f"应有 {len(header)} 列，现有 {len(cells)} 列"
        raise DataError(problem, place=place, remedy="检查该行的逗号和引号")
    return dict(zip(header, cells, strict=True))


def _wrong(row: dict[str, str], place: str, places: dict[tuple[str, str], str]) -> Iterator[DataError]:
    """What is wrong with one row; its names are entered with their place."""
    if row["kind"] not in _KINDS:
        remedy = nearest(row["kind"], _KINDS) or "改正该行"
        yield DataError(f"kind 列只能是 metric 或 scope，现为“{row['kind']}”", place=place, remedy=remedy)
    if not _DECIMALS.fullmatch(row["decimals"]):
        problem = f"小数位数“{row['decimals']}”应为一位数字"
        yield DataError(problem, place=place, remedy="写 0 至 9，或留空")
    for column in ("english", "chinese"):
        if not row[column]:
            yield DataError(f"{column} 列是空的", place=place, remedy="写上名称，或删去该行")
    for text in dict.fromkeys((row["english"], row["chinese"], *row["aliases"].split("|"))):
        if _UNREADABLE.search(text) or (row["kind"] == "metric" and "." in text):
            problem = f"名称“{text}”中有空格、方括号或点，地址里不能写"
            yield DataError(problem, place=place, remedy="去掉这些字符")
        first = places.setdefault((row["kind"], text), place) if text else place
        if first != place:
            yield DataError(f"名称“{text}”已经有了", place=place, remedy=f"另一处在 {first}，改用别的名称")


def _name(row: dict[str, str]) -> Name:
    aliases = tuple(alias for alias in row["aliases"].split("|") if alias)
    decimals = int(row["decimals"]) if row["decimals"] else None
    return Name(
        row["kind"], row["english"], row["chinese"], aliases, row["unit"], decimals, row["definition"]
    )
