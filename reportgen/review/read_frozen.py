"""A snapshot read from the files of a publication."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from reportgen.errors import DataError, ManyErrors, ReportError, raise_all
from reportgen.facts.address import Address, Calendar, Vocabulary
from reportgen.facts.fact import Fact, FactTable
from reportgen.facts.status import Status
from reportgen.review.csv_rows import CsvRow, parse_rows
from reportgen.review.frozen_files import (
    COLUMNS,
    EDITION,
    FACTS,
    FIGURE_SUFFIX,
    FIGURES,
    INPUTS,
    ITEMS,
    PARAMETERS,
    PRINTED,
    WORDS,
    YEARS,
    text_fingerprint,
)
from reportgen.review.snapshot import PrintedNumber, Snapshot

Item = TypeVar("Item")
_REMEDY = "这些文件由 reportgen publish 写出，不手改；从版本库恢复，或用 reportgen publish --again 重新公布"
_ADDRESS = re.compile(r"(?P<metric>[^.]+)\.(?P<scope>.+?)(?:\[(?P<years>\d+(?:-\d+)?)\])?")
_VALUE = re.compile(r"-?\d+(?:\.\d+)?(?:e[+-]\d+)?")


def read_frozen(folder: Path, name: str, vocabulary: Vocabulary) -> Snapshot:
    """The snapshot in a folder; its places are the names of the files, no lines of chapters were kept.

    Args:
        folder: where the files are; pictures of figures may be beside them.
        name: as `Snapshot` has it.
        vocabulary: for the names of addresses.

    Raises:
        DataError, ManyErrors: a file is missing, cut, edited, or has a line that the program did not write.
    """
    items = read_items(folder)
    facts = read_facts(folder, vocabulary)
    printed = _rows(folder / PRINTED, COLUMNS[PRINTED], lambda row: _printed_number(row, facts))
    words: dict[tuple[str, str], str] = {}
    for where, passage, sentence in _rows(folder / WORDS, COLUMNS[WORDS], _cells(WORDS)):
        words[where, passage] = words.get((where, passage), "") + sentence
    snapshot = Snapshot(
        name=name,
        calendar=Calendar(*(int(items[year]) for year in YEARS)),
        facts=facts,
        printed=tuple(printed),
        words=words,
        inputs=dict(_rows(folder / INPUTS, COLUMNS[INPUTS], _cells(INPUTS))),
        parameters=dict(_rows(folder / PARAMETERS, COLUMNS[PARAMETERS], _cells(PARAMETERS))),
        figures=_figures(folder / FIGURES),
    )
    _check_whole(folder, items)
    return snapshot


def read_facts(folder: Path, vocabulary: Vocabulary) -> FactTable:
    """The facts alone.

    Raises:
        DataError, ManyErrors: the file is missing, or has a line that the program did not write.
    """
    facts = _rows(folder / FACTS, COLUMNS[FACTS], _fact)
    return FactTable(facts, vocabulary)


def read_items(folder: Path) -> dict[str, str]:
    """The years of the edition and the fingerprint of each file.

    Raises:
        DataError, ManyErrors: a file of the publication is missing, or this one is incomplete.
    """
    missing = [name for name in (EDITION, *COLUMNS) if not (folder / name).is_file()]
    if missing:
        raise DataError(f"发布稿缺少 {'、'.join(missing)}", place=str(folder), remedy=_REMEDY)
    items = dict(_rows(folder / EDITION, ITEMS, lambda row: (row["item"], row["value"])))
    raise_all(
        DataError(f"缺少“{name}”，或写得不对", place=f"{folder / EDITION}:1", remedy=_REMEDY)
        for name in (*YEARS, *COLUMNS)
        if not items.get(name) or (name in YEARS and not items[name].isdecimal())
    )
    return items


def _rows(path: Path, columns: tuple[str, ...], parse: Callable[[CsvRow], Item]) -> list[Item]:
    """As `parse_rows`, with what to do about a file that no person writes."""
    try:
        return parse_rows(path, columns, parse)
    except ReportError as error:
        errors = error.errors if isinstance(error, ManyErrors) else (error,)
        again = [DataError(one.problem, place=one.place, remedy=_REMEDY) for one in errors]
    raise_all(again)
    return []


def _check_whole(folder: Path, items: dict[str, str]) -> None:
    """The files are those that were written; how a checkout ends their lines does not matter."""
    raise_all(
        DataError("与公布时写出的不同：缺行、多行或改过", place=str(folder / name), remedy=_REMEDY)
        for name in COLUMNS
        if text_fingerprint((folder / name).read_text(encoding="utf-8")) != items[name]
    )


def _cells(file: str) -> Callable[[CsvRow], tuple[str, ...]]:
    return lambda row: tuple(row[column] for column in COLUMNS[file])


def _fact(row: CsvRow) -> Fact:
    if not _VALUE.fullmatch(row["value"]):
        raise DataError(f"“{row['value']}”不是数字", place=row.place)
    if row["status"] not in Status.__members__:
        raise DataError(f"没有状态“{row['status']}”", place=row.place)
    return Fact(_address(row), float(row["value"]), row["unit"], Status[row["status"]], row["label"])


def _printed_number(row: CsvRow, facts: FactTable) -> PrintedNumber:
    address = _address(row)
    if address not in facts:
        raise DataError(f"{FACTS} 中没有 {row['address']}", place=row.place)
    return PrintedNumber(address, row["where"], row["passage"], row["where"], row["text"])


def _address(row: CsvRow) -> Address:
    found = _ADDRESS.fullmatch(row["address"])
    if found is None:
        raise DataError(f"地址“{row['address']}”不合格式", place=row.place)
    return Address(found["metric"], found["scope"], Address.read_years(found["years"] or ""))


def _figures(folder: Path) -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob(f"*{FIGURE_SUFFIX}"))}
