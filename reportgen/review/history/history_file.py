"""Reads the headlines of other editions, one a line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from decimal import Decimal
from pathlib import Path

from reportgen.errors import DataError, ReportError, nearest, raise_all
from reportgen.facts.address import Vocabulary
from reportgen.review.csv_rows import CsvRow, parse_rows
from reportgen.review.history.statements import Statement
from reportgen.review.known_names import unknown_names
from reportgen.review.published import NUMBER
from reportgen.review.rounding import UNITS, convertible
from reportgen.review.verdict import RELATIONS

REQUIRED = ("edition", "metric", "scope", "year", "relation", "value", "unit", "is_forecast", "source")
_YEAR = re.compile(r"(19|20)[0-9]{2}")


def read_history(path: Path, vocabulary: Vocabulary, own_files: Collection[int]) -> list[Statement]:
    """Read the headlines of other editions (``content/published/history.csv``), in the order of the file.

    Args:
        path: the file.
        vocabulary: the names it may use.
        own_files: editions that have a table of their own, whose figures must not stand here, too.

    Raises:
        AddressError: an unknown metric or scope, with ``file:line``.
        DataError: a missing file or column; a wrong year, number, relation or unit; a unit that the metric
            does not have; a figure of a year after its edition that is no forecast; a forecast of a year
            before it; no source; the same quantity twice in an edition.
        ManyErrors: several of them, all together.
    """
    first_places: dict[tuple[str, ...], str] = {}

    def parse(row: CsvRow) -> Statement:
        raise_all([*_problems(row, vocabulary), *_place_problems(row, own_files, first_places)])
        return _statement(row)

    return parse_rows(path, REQUIRED, parse)


def _statement(row: CsvRow) -> Statement:
    return Statement(
        edition=int(row["edition"]),
        metric=row["metric"],
        scope=row["scope"],
        year=int(row["year"]),
        relation=row["relation"],
        value=Decimal(row["value"]),
        unit=row["unit"],
        precision=len(row["value"].partition(".")[2]),
        is_forecast=row["is_forecast"] == "1",
        source=row["source"],
    )


def _problems(row: CsvRow, vocabulary: Vocabulary) -> Iterator[ReportError]:
    """What is wrong with single cells of a row."""
    yield from unknown_names(row["metric"], row["scope"], row.place, vocabulary)
    if row["relation"] not in RELATIONS:
        remedy = f"只能写 {'、'.join(RELATIONS)} 之一"
        yield DataError(f"relation“{row['relation']}”无法识别", place=row.place, remedy=remedy)
    if not NUMBER.fullmatch(row["value"]):
        remedy = "只写数字和小数点，不写单位、千分位和正号"
        yield DataError(f"数值“{row['value']}”无法识别", place=row.place, remedy=remedy)
    yield from _unit_problems(row, vocabulary)
    if row["is_forecast"] not in ("0", "1"):
        problem = f"is_forecast“{row['is_forecast']}”无法识别"
        yield DataError(problem, place=row.place, remedy="预测数写 1，其余写 0")
    if not row["source"]:
        yield DataError("source 为空", place=row.place, remedy="写明数字的出处")


def _unit_problems(row: CsvRow, vocabulary: Vocabulary) -> Iterator[DataError]:
    metric = vocabulary.metrics.get(row["metric"])
    if row["unit"] not in UNITS:
        remedy = nearest(row["unit"], UNITS) or f"可用的单位：{'、'.join(UNITS)}"
        yield DataError(f"单位“{row['unit']}”无法识别", place=row.place, remedy=remedy)
    elif metric and not convertible(metric.unit, row["unit"]):
        problem = f"单位“{row['unit']}”不能用于{metric.chinese}"
        yield DataError(problem, place=row.place, remedy=f"核对该行；{metric.chinese}以“{metric.unit}”计")


def _place_problems(
    row: CsvRow, own_files: Collection[int], first_places: dict[tuple[str, ...], str]
) -> Iterator[DataError]:
    """What is wrong with edition and year; registers the quantity of the row."""
    edition, year = row["edition"], row["year"]
    for column in ("edition", "year"):
        if not _YEAR.fullmatch(row[column]):
            yield DataError(f"{column}“{row[column]}”不是年份", place=row.place, remedy="写四位年份，如 2020")
    if _YEAR.fullmatch(edition) and _YEAR.fullmatch(year):
        yield from _order_problems(row, int(edition), int(year))
        if int(edition) in own_files:
            remedy = f"改在 {edition}.csv 中；history.csv 只收没有单独文件的版次"
            yield DataError(f"{edition}年版另有 {edition}.csv", place=row.place, remedy=remedy)
    key = (edition, row["metric"], row["scope"], year)
    if first_places.setdefault(key, row.place) != row.place:
        remedy = f"只留一行；前一处在 {first_places[key]}"
        yield DataError("同一版次的同一个数出现两次", place=row.place, remedy=remedy)


def _order_problems(row: CsvRow, edition: int, year: int) -> Iterator[DataError]:
    if row["is_forecast"] == "0" and year > edition:
        remedy = "核对两个年份；预测数把 is_forecast 写为 1"
        yield DataError(f"{edition}年版早于{year}年，却不是预测", place=row.place, remedy=remedy)
    if row["is_forecast"] == "1" and year < edition:
        remedy = "核对两个年份；不是预测的把 is_forecast 写为 0"
        yield DataError(f"{edition}年版不会预测已过去的{year}年", place=row.place, remedy=remedy)
