"""The figures that a published paper states as its own results, one row a statement."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from reportgen.errors import DataError, nearest, raise_all
from reportgen.facts.address import Address
from reportgen.review.csv_rows import CsvRow, parse_rows
from reportgen.review.rounding import UNITS, convert, convertible
from reportgen.review.verdict import RELATIONS

REQUIRED = ("id", "metric", "scope", "year", "value", "unit", "precision", "relation", "withheld")

NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]+)?")
_YEARS = re.compile(r"[0-9]{4}(-[0-9]{4})?")


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """One stated figure.

    Attributes:
        id: its number in the file.
        metric, scope, years: its address by English names; `years` holds one year or the two of a range.
        relation: how it is stated: ``=`` ``>`` ``>=`` ``<=`` ``~``.
        value: the stated value in `unit`; None when it was withheld.
        unit: a unit of `rounding.UNITS`.
        precision: decimals it was printed with.
        where: section and figure of the paper, for people.
        place: ``file:line`` of the row.
        is_forecast: True when the paper calls it a forecast.
    """

    id: str
    metric: str
    scope: str
    years: tuple[int, ...]
    relation: str
    value: Decimal | None
    unit: str
    precision: int
    where: str
    place: str
    is_forecast: bool = False

    @property
    def printed(self) -> str:
        """The stated digits, ``4.10``; ``""`` when withheld."""
        return "" if self.value is None else f"{self.value:.{self.precision}f}"


def read_published(path: Path) -> list[PublishedRow]:
    """Read the rows of a published paper (``content/published/2022.csv``), in the order of the file.

    Columns in any order: those of `REQUIRED`, and `section`, `figure`, `is_forecast` where known; others are not read.

    Raises:
        DataError: a missing file or column; with ``file:line``: an empty or doubled id, an unknown relation
            or unit, a value that is no number or has more decimals than its precision, a withheld value.
        ManyErrors: several of them, all together.
    """
    first_places: dict[str, str] = {}

    def parse(row: CsvRow) -> PublishedRow:
        raise_all(_problems(row, first_places))
        return _published(row)

    return parse_rows(path, REQUIRED, parse)


def visible_values(rows: Iterable[PublishedRow]) -> dict[Address, float]:
    """The stated values by address, money in 亿元; the most precise statement of a quantity, the first of equals."""
    found: dict[Address, PublishedRow] = {}
    for row in rows:
        address = Address(row.metric, row.scope, row.years)
        if row.value is None or row.relation != "=":
            continue
        if address not in found or _last_place(row) < _last_place(found[address]):
            found[address] = row
    return {address: float(_in_base_unit(row)) for address, row in found.items()}


def _in_base_unit(row: PublishedRow) -> Decimal:
    return convert(row.value, row.unit, "亿元") if convertible(row.unit, "亿元") else row.value


def _last_place(row: PublishedRow) -> Decimal:
    step = Decimal(1).scaleb(-row.precision)
    return convert(step, row.unit, "亿元") if convertible(row.unit, "亿元") else step


def _published(row: CsvRow) -> PublishedRow:
    figure = f"图{row['figure']}" if row["figure"] else ""
    return PublishedRow(
        id=row["id"],
        metric=row["metric"],
        scope=row["scope"],
        years=tuple(int(year) for year in row["year"].split("-")),
        relation=row["relation"],
        value=Decimal(row["value"]) if row["value"] else None,
        unit=row["unit"],
        precision=int(row["precision"]),
        where="，".join(part for part in (row["section"], figure) if part),
        place=row.place,
        is_forecast=row["is_forecast"] == "1",
    )


def _problems(row: CsvRow, first_places: dict[str, str]) -> Iterator[DataError]:
    """All that is wrong with one row; registers its id."""
    if not row["id"]:
        yield DataError("id 为空", place=row.place, remedy="给该行一个编号")
    elif first_places.setdefault(row["id"], row.place) != row.place:
        earlier = first_places[row["id"]]
        yield DataError(f"编号“{row['id']}”重复", place=row.place, remedy=f"另起编号；前一处在 {earlier}")
    for column in ("metric", "scope"):
        if not row[column]:
            yield DataError(f"{column} 为空", place=row.place, remedy="写词汇表中的英文名")
    years = row["year"]
    if not _YEARS.fullmatch(years) or ("-" in years and years[:4] >= years[5:]):
        yield DataError(f"年份“{years}”无法识别", place=row.place, remedy="写 2021，或起止两年 2017-2021")
    if row["relation"] not in RELATIONS:
        remedy = f"只能写 {'、'.join(RELATIONS)} 之一"
        yield DataError(f"relation“{row['relation']}”无法识别", place=row.place, remedy=remedy)
    if row["unit"] not in UNITS:
        remedy = nearest(row["unit"], UNITS) or f"可用的单位：{'、'.join(UNITS)}"
        yield DataError(f"单位“{row['unit']}”无法识别", place=row.place, remedy=remedy)
    if row["is_forecast"] not in ("", "0", "1"):
        problem = f"is_forecast“{row['is_forecast']}”无法识别"
        yield DataError(problem, place=row.place, remedy="预测数写 1，其余写 0")
    yield from _value_problems(row)


def _value_problems(row: CsvRow) -> Iterator[DataError]:
    value, precision, withheld = row["value"], row["precision"], row["withheld"]
    if not re.fullmatch("[0-9]", precision):
        yield DataError(f"precision“{precision}”不是小数位数", place=row.place, remedy="写 0 至 9 的整数")
    if withheld not in ("0", "1"):
        yield DataError(f"withheld“{withheld}”无法识别", place=row.place, remedy="未公布的写 1，其余写 0")
    elif withheld == "1" and value:
        remedy = "删去该值，或把 withheld 改为 0"
        yield DataError("withheld 为 1 的行不应有数值", place=row.place, remedy=remedy)
    elif withheld == "0" and not value:
        yield DataError("没有数值", place=row.place, remedy="补上数值；未公布的把 withheld 写为 1")
    if value and not NUMBER.fullmatch(value):
        remedy = "只写数字和小数点，不写单位、千分位和正号"
        yield DataError(f"数值“{value}”无法识别", place=row.place, remedy=remedy)
    elif value and re.fullmatch("[0-9]", precision) and len(value.partition(".")[2]) > int(precision):
        remedy = "precision 写印出的小数位数"
        yield DataError(f"数值“{value}”的小数多于 precision {precision}", place=row.place, remedy=remedy)
