"""Cells of CSV files that spreadsheet programs open: no text runs as a formula, and it is read back as it was."""

from __future__ import annotations

import re

_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # programs compute a text that begins so
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_MARK = "'"


def safe_cell(text: str) -> str:
    """A text set apart by an apostrophe when it begins like a formula; a number stays as it is."""
    return _MARK + text if _like_formula(text) and not _NUMBER.fullmatch(text) else text


def told_cell(text: str) -> str:
    """The text that `safe_cell` was given."""
    return text[1:] if text.startswith(_MARK) and _like_formula(text) else text


def _like_formula(text: str) -> bool:
    """Also behind apostrophes, so that one that was there before is not taken for the mark."""
    return text.lstrip(_MARK).startswith(_STARTS)
