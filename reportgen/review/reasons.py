"""Why a model cannot meet a printed figure: declared reasons by id, metric, scope and year."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from reportgen.errors import DataError
from reportgen.review.csv_rows import CsvRow, parse_rows
from reportgen.review.published import PublishedRow

CONDITIONS = ("id", "metric", "scope", "year")
DEFAULT_REASON = "模型与印出数之差，未作调整"


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason and the rows it speaks of; a condition may hold ``*``, an empty one is always fulfilled."""

    id: str
    metric: str
    scope: str
    year: str
    text: str

    def fits(self, row: PublishedRow) -> bool:
        """Whether every condition is fulfilled by the row."""
        years = "-".join(str(year) for year in row.years)
        pairs = (
            (self.id, row.id),
            (self.metric, row.metric),
            (self.scope, row.scope),
            (self.year, years),
        )
        return all(fnmatchcase(value, pattern) for pattern, value in pairs if pattern)


def read_reasons(path: Path) -> list[Reason]:
    """Read the table of reasons (``content/published/reasons.csv``), in the order of the file.

    Raises:
        DataError: a missing file or column, a row without condition or text, with ``file:line``.
    """
    return parse_rows(path, (*CONDITIONS, "reason"), _reason)


def reason_for(row: PublishedRow, reasons: list[Reason]) -> str:
    """The text of the first reason that fits the row, or the default one."""
    return next((reason.text for reason in reasons if reason.fits(row)), DEFAULT_REASON)


def _reason(row: CsvRow) -> Reason:
    if not row["reason"]:
        raise DataError("reason 为空", place=row.place, remedy="写出原因，或删去该行")
    if not any(row[column] for column in CONDITIONS):
        remedy = f"{'、'.join(CONDITIONS)} 至少写一个；没有专门原因的行自有通用的说明"
        raise DataError("没有任何条件", place=row.place, remedy=remedy)
    return Reason(*(row[column] for column in CONDITIONS), row["reason"])
