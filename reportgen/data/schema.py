"""The schema of a tidy table, told to pandera; what it finds is said in Chinese with line and column."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from reportgen.data.card import Card
from reportgen.data.labels import allowed
from reportgen.data.shape import Shape
from reportgen.errors import DataError, nearest, raise_all
from reportgen.facts.address import Vocabulary
from reportgen.facts.status import Status

if TYPE_CHECKING:
    from pandera.pandas import DataFrameSchema

_YEAR = r"^(19|20)[0-9]{2}$"
_NUMBER = r"^-?[0-9]{1,15}(\.[0-9]{1,20})?([eE][-+]?[0-9]{1,2})?$"  # longer ones would overflow
_LONGEST = 40  # characters of a cell that a message repeats


def table_schema(labels: dict[str, tuple[str, ...]]) -> DataFrameSchema:
    """The schema of a table still read as text: years, numbers, known labels and statuses.

    Args:
        labels: the labels each label column may hold.
    """
    import pandera.pandas as pa

    columns = {
        "year": pa.Column(str, pa.Check.str_matches(_YEAR)),
        **{column: pa.Column(str, pa.Check.isin(list(known))) for column, known in labels.items()},
        "value": pa.Column(str, pa.Check.str_matches(_NUMBER)),
        "status": pa.Column(str, pa.Check.isin(list(Status.__members__))),
        "note": pa.Column(str),
    }
    return pa.DataFrameSchema(columns, strict=True, ordered=True)


def validate_rows(path: Path, rows: pd.DataFrame, shape: Shape, card: Card, vocabulary: Vocabulary) -> None:
    """Check the text of every row; the index holds line numbers.

    Raises:
        DataError: a label, number, year or status is wrong, or a row stands twice; all are reported together.
    """
    from pandera.errors import SchemaErrors

    labels = {column: allowed(column, card.columns[column], vocabulary) for column in shape.keys}
    errors = _duplicates(path, rows, ["year", *shape.keys])
    try:
        table_schema(labels).validate(rows, lazy=True)
    except SchemaErrors as found:
        cases = found.failure_cases.sort_values(["index", "column"], kind="stable")
        errors += [_message(path, case, labels) for case in cases.itertuples(index=False)]
    raise_all(errors)


def _duplicates(path: Path, rows: pd.DataFrame, keys: list[str]) -> list[DataError]:
    again = rows[rows.duplicated(keys)]
    return [
        DataError(f"重复的行：{'、'.join(row)}", place=f"{path}:{line}", remedy="删去多余的一行")
        for line, row in zip(again.index, again[keys].to_numpy(), strict=True)
    ]


def _message(path: Path, case: tuple, labels: dict[str, tuple[str, ...]]) -> DataError:
    text, place = _shown(str(case.failure_case)), f"{path}:{int(case.index)} 列 {case.column}"
    if case.column == "year":
        return DataError(f"“{text}”不是年份", place=place, remedy="写四位年份")
    if case.column == "value" and not text.strip():
        return DataError("缺少数值", place=place, remedy="补上数值；没有公布的数整行不写")
    if case.column == "value":
        return DataError(f"“{text}”不是数字", place=place, remedy="只写数字，不写千分位、单位和文字")
    if case.column == "status":
        return DataError(f"没有状态“{text}”", place=place, remedy=f"写 {'、'.join(Status.__members__)} 之一")
    known = labels[case.column]
    return DataError(
        f"不认识“{text}”", place=place, remedy=nearest(text, known) or f"可用：{'、'.join(known[:8])}等"
    )


def _shown(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
