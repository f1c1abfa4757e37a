"""Sheets of one form for a workbook: title, notes, then one real table with its head frozen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_FONT = "Noto Sans CJK SC"
_GENERAL = "General"
FIRST_ROW = 4  # of the table, as spreadsheet programs count


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column and its width in characters."""

    head: str
    width: int


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that computes; ``value`` is what it gives, for programs that show files without computing."""

    text: str
    value: float


class Sheets:
    """Adds sheets to an XlsxWriter workbook; every sheet has a title in A1 and no merged cells."""

    def __init__(self, book: Any) -> None:
        self._book = book
        plain = {"font_name": _FONT, "font_size": 10, "valign": "top"}
        self._title = book.add_format({**plain, "font_size": 14, "bold": True, "font_color": "#14457A"})
        self._note = book.add_format({**plain, "font_color": "#465362"})
        self._head = book.add_format({**plain, "bold": True, "bottom": 1, "text_wrap": True})
        self._text = book.add_format({**plain, "text_wrap": True})
        self._link = book.add_format({**plain, "font_color": "#14457A", "underline": 1})
        self._plain = plain
        self._numbers: dict[int | None, Any] = {}

    def add(
        self,
        name: str,
        title: str,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Any]],
        *,
        decimals: Sequence[int | None] = (),
        notes: Sequence[str] = (),
        links: bool = False,
    ) -> None:
        """Add a sheet.

        Args:
            name: on its tab.
            title: in its first cell.
            columns, rows: the table, from row `FIRST_ROW` on where there are no notes; numbers are written
                as numbers.
            decimals: for each row, the decimals with which its numbers are shown; None for as they come.
            notes: lines between title and table.
            links: the first column names sheets and leads to them.
        """
        sheet = self._book.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.write_string(0, 0, title, self._title)
        for line, note in enumerate(notes, start=1):
            sheet.write_string(line, 0, note, self._note)
        head = len(notes) + 2
        for index, column in enumerate(columns):
            sheet.set_column(index, index, column.width)
        sheet.freeze_panes(head + 1, 0)
        if rows:
            heads = _distinct([column.head for column in columns])
            sheet.add_table(
                head,
                0,
                head + len(rows),
                len(columns) - 1,
                {
                    "columns": [{"header": text, "header_format": self._head} for text in heads],
                    "style": None,
                    "autofilter": len(rows) > 1,
                    "description": title,
                },
            )
        for index, row in enumerate(rows):
            shown = decimals[index] if decimals else None
            for position, cell in enumerate(row):
                self._cell(sheet, head + 1 + index, position, cell, shown, links and not position)

    def _cell(self, sheet: Any, row: int, column: int, cell: Any, decimals: int | None, link: bool) -> None:
        if cell == "":
            return
        if link:
            sheet.write_url(row, column, f"internal:'{cell}'!A1", self._link, cell)
        elif isinstance(cell, Formula):
            sheet.write_formula(row, column, cell.text, self._number(decimals), cell.value)
        elif isinstance(cell, str):
            sheet.write_string(row, column, cell, self._text)
        else:
            sheet.write_number(row, column, cell, self._number(decimals))

    def _number(self, decimals: int | None) -> Any:
        if decimals not in self._numbers:
            form = _GENERAL if decimals is None else "0." + "0" * decimals if decimals else "0"
            self._numbers[decimals] = self._book.add_format({**self._plain, "num_format": form})
        return self._numbers[decimals]


def _distinct(heads: Sequence[str]) -> list[str]:
    """Heads of a table must differ; the second of two alike gets a number."""
    seen: dict[str, int] = {}
    found = []
    for head in heads:
        seen[head] = seen.get(head, 0) + 1
        found.append(head if seen[head] == 1 else f"{head}（{seen[head]}）")
    return found
