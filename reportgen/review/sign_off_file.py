"""The signatures of an edition as a file: ``content/editions/2022/review.csv``, one line a passage.

Columns: chapter, paragraph (its name), opening (first printed words), text and printed (fingerprints),
signer, date, numbers: ``增加值.全国[2021]=40983.205 测算`` with `` | `` between two. The program writes
it, people read it in the history; lines stand in the order of the paper.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Iterable
from pathlib import Path

from reportgen.errors import DataError
from reportgen.facts.spreadsheet import safe_cell
from reportgen.facts.status import Status
from reportgen.review.csv_rows import CsvRow, parse_rows
from reportgen.review.sign_off import SignedNumber, SignOff

COLUMNS = ("chapter", "paragraph", "opening", "text", "printed", "signer", "date", "numbers")
_FINGERPRINT = re.compile(r"[0-9a-f]{12}")
_STATUSES = "|".join(status.name for status in Status)
_NUMBER = re.compile(rf"(\S+)=(-?\d+(?:\.\d+)?(?:e[+-]\d+)?) ({_STATUSES})")
_BETWEEN = " | "  # names have no spaces
_REMEDY = "这个文件由 reportgen review --sign 写出，不手改；从版本库恢复该行，或删去该行后重新签核"


def read_sign_offs(path: Path) -> list[SignOff]:
    """The signatures in a file; none when there is no file.

    Raises:
        DataError, ManyErrors: a line that the program did not write so.
    """
    return parse_rows(path, COLUMNS, _sign_off) if path.is_file() else []


def sign_off_text(signatures: Iterable[SignOff]) -> str:
    """The text of the file."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in signatures:
        numbers = _BETWEEN.join(f"{label}={value} {status}" for label, (value, status) in one.numbers.items())
        cells = (one.chapter, one.name, one.opening, one.text, one.printed, one.signer, one.date, numbers)
        writer.writerow(map(safe_cell, cells))
    return text.getvalue()


def _sign_off(row: CsvRow) -> SignOff:
    for column in ("chapter", "signer"):
        if not row[column]:
            raise DataError(f"列“{column}”是空的", place=row.place, remedy=_REMEDY)
    for column in ("text", "printed"):
        if not _FINGERPRINT.fullmatch(row[column]):
            problem = f"列“{column}”应为 12 位十六进制数，现为“{row[column]}”"
            raise DataError(problem, place=row.place, remedy=_REMEDY)
    return SignOff(
        row["chapter"],
        row["paragraph"],
        row["opening"],
        row["text"],
        row["printed"],
        row["signer"],
        _date(row),
        _numbers(row),
    )


def _date(row: CsvRow) -> str:
    try:
        return datetime.date.fromisoformat(row["date"]).isoformat()
    except ValueError:
        problem = f"日期应如 2022-12-01，现为“{row['date']}”"
        raise DataError(problem, place=row.place, remedy=_REMEDY) from None


def _numbers(row: CsvRow) -> dict[str, SignedNumber]:
    numbers: dict[str, SignedNumber] = {}
    for entry in row["numbers"].split(_BETWEEN) if row["numbers"] else ():
        found = _NUMBER.fullmatch(entry)
        if found is None or found[1] in numbers:
            problem = f"列“numbers”中“{entry[:40]}”写了两次或读不出"
            raise DataError(problem, place=row.place, remedy=_REMEDY)
        numbers[found[1]] = SignedNumber(found[2], found[3])
    return numbers
