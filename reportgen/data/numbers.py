"""Blocks of numbers and sector codes as written in files: read them, or say which cell is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import numpy as np

from reportgen.errors import DataError

CODE = re.compile(r"^[0-9]{5}[a-z]?$")
_LONGEST = 40  # characters of a cell that a message repeats
_FIRST_BEYOND_ASCII = 128
REMEDY = "只写数字，不写千分位、单位和文字"


def read_numbers(
    rows: Sequence[Sequence[str]], place: Callable[[int, int], str]
) -> tuple[np.ndarray, list[DataError]]:
    """A block of text cells as numbers.

    Args:
        rows: the cells as text.
        place: from (row, column) of the block to the place of the cell in its file.

    Returns:
        The numbers (nan where a cell is wrong), and one error for every wrong cell.
    """
    try:
        text = np.array(rows, dtype=str)
        block = text.astype(float)
        if np.isfinite(block).all() and not (np.char.find(text, "_") >= 0).any() and _ascii(text):
            return block, []
    except ValueError:
        pass
    errors = []
    block = np.full((len(rows), len(rows[0]) if rows else 0), np.nan)
    for i, row in enumerate(rows):
        for j, text in enumerate(row):
            block[i, j] = _number(text)
            if np.isnan(block[i, j]):
                problem = f"“{text[:_LONGEST]}”不是数字" if text.strip() else "缺少数值"
                errors.append(DataError(problem, place=place(i, j), remedy=REMEDY))
    return block, errors


def _number(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        return np.nan
    return value if np.isfinite(value) and "_" not in text and text.isascii() else np.nan


def _ascii(text: np.ndarray) -> bool:
    """No digits of other scripts, which Python reads as well."""
    return text.size == 0 or int(np.ascontiguousarray(text).view(np.uint32).max()) < _FIRST_BEYOND_ASCII


def code_errors(codes: Sequence[str], places: Sequence[str]) -> list[DataError]:
    """One error for every code that is not five digits, or stands twice."""
    errors, seen = [], {}
    for code, place in zip(codes, places, strict=True):
        if not CODE.fullmatch(code):
            remedy = "代码按文本保存，保留前面的 0，如 01001"
            errors.append(DataError(f"部门代码“{code}”应为五位数字", place=place, remedy=remedy))
        elif code in seen:
            errors.append(
                DataError(f"部门代码 {code} 重复，先见于 {seen[code]}", place=place, remedy="删去或改正其一")
            )
        seen.setdefault(code, place)
    return errors
