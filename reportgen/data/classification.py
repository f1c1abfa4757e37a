"""The classification of industries: which section a two-digit division belongs to."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from reportgen.data.card import read_card
from reportgen.data.table import read_lines
from reportgen.errors import DataError, nearest, raise_all
from reportgen.facts.address import Vocabulary

_DIVISION = re.compile("[0-9]{2}")
_COLUMNS = ["division", "letter", "section"]


def read_classification(folder: Path, vintage: str, vocabulary: Vocabulary) -> pd.Series:
    """Section scope (``sector.X``) by division (``39``).

    Raises:
        DataError: no file, wrong columns, a division that is not two digits or stands twice, an unknown section.
    """
    path = folder / f"{vintage}.csv"
    read_card(folder, vintage)
    header, rows, lines = read_lines(path)
    if header != _COLUMNS:
        raise DataError("表头不对", place=f"{path}:1", remedy=f"表头应为 {','.join(_COLUMNS)}")
    scopes = {vocabulary.scope_name(scope): scope for scope in vocabulary.scopes_of_kind("sector")}
    errors, found = [], {}
    for (division, _, section), line in zip(rows, lines, strict=True):
        if not _DIVISION.fullmatch(division):
            errors.append(
                DataError(f"大类代码“{division}”不是两位数字", place=f"{path}:{line}", remedy="如 01、39")
            )
        elif division in found:
            errors.append(
                DataError(f"大类代码 {division} 重复", place=f"{path}:{line}", remedy="删去多余的一行")
            )
        elif section not in scopes:
            errors.append(
                DataError(f"没有门类“{section}”", place=f"{path}:{line}", remedy=nearest(section, scopes))
            )
        found.setdefault(division, scopes.get(section))
    raise_all(errors)
    return pd.Series(found, name="section")
