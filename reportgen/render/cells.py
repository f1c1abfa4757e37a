"""The cells of a workbook: words, numbers with a form, formulas and links to other sheets."""

from __future__ import annotations

from dataclasses import dataclass

GENERAL = "General"


@dataclass(frozen=True, slots=True)
class Shown:
    """A number and how spreadsheet programs show it."""

    value: float
    form: str = GENERAL


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that computes; ``value`` is what it gives, for programs that show files without computing."""

    text: str
    value: float
    form: str = GENERAL


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to the first cell of a sheet."""

    words: str
    sheet: str


Cell = str | Shown | Formula | Link


def number_form(decimals: int | None, unit: str = "", *, signed: bool = False) -> str:
    """How a number is shown: with these decimals (None: as it comes), a unit behind it, a plus before it."""
    if decimals is None:
        return GENERAL
    digits = "0." + "0" * decimals if decimals else "0"
    form = f'{digits}"{unit}"' if unit else digits
    return f"+{form};-{form}" if signed else form


def cell_of(sheet: str, cell: str) -> str:
    """A cell as formulas on any sheet name it."""
    return f"'{sheet}'!{cell}"
