"""Sheets of one form for a workbook: title, two notes, the way back, then one real table with its head frozen.

The table of every sheet begins in the same row, so that a reader, or a program, finds it without looking.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportgen.render.cells import GENERAL, Cell, Formula, Link, Shown

_FONT = "Noto Sans SC"
_INK, _NOTE, _BRAND, _DEEP, _TINT, _HAIR = "#1B2430", "#465362", "#14457A", "#0D2C50", "#E6EEF6", "#DDE3EA"
_A4 = 9
_LINE, _TITLE_LINE, _COVER_LINE = 15, 24, 64  # heights in points
_TO_CONTENTS = Link("返回目录", "目录")
HEAD_ROW = 5  # of every table, as spreadsheet programs count
FIRST_ROW = HEAD_ROW + 1


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column, its width in characters, and whether it holds numbers."""

    head: str
    width: int
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet.

    Attributes:
        name: on its tab.
        title: in its first cell.
        notes: the two lines below the title.
        columns, rows: the table; an empty text leaves its cell blank.
        alternative: what the table says, for readers who cannot see it; the title when empty.
        back: the link above the table.
        cover: whether the title is set as the cover of the workbook.
    """

    name: str
    title: str
    notes: tuple[str, str]
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    alternative: str = ""
    back: Link = _TO_CONTENTS
    cover: bool = False


class Sheets:
    """Adds sheets to an XlsxWriter workbook; no sheet has merged cells."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[frozenset, Any] = {}

    def add(self, sheet: Sheet) -> None:
        """Write a sheet behind those there are."""
        written = self._book.add_worksheet(sheet.name)
        self._heading(written, sheet)
        self._table(written, sheet)
        for index, row in enumerate(sheet.rows, start=HEAD_ROW):
            written.set_row(index, _LINE * _lines(row, sheet.columns))
            for position, cell in enumerate(row):
                self._cell(written, index, position, cell, _indent(sheet.columns, position))
        _page(written, sheet)

    def _heading(self, written: Any, sheet: Sheet) -> None:
        title = self._format(font_size=14, bold=True, font_color=_BRAND)
        if sheet.cover:
            ground = {"bg_color": _DEEP, "font_color": "#FFFFFF", "valign": "vcenter"}
            title = self._format(font_size=22, bold=True, **ground)
        written.set_row(0, _COVER_LINE if sheet.cover else _TITLE_LINE, title if sheet.cover else None)
        written.write_string(0, 0, sheet.title, title)
        for line, note in enumerate(sheet.notes, start=1):
            written.write_string(line, 0, note, self._format(font_color=_NOTE))
        back = self._format(font_color=_BRAND, underline=1)
        written.write_url(HEAD_ROW - 2, 0, _place(sheet.back), back, sheet.back.words)

    def _table(self, written: Any, sheet: Sheet) -> None:
        """Widths of the columns, and the head as that of a table."""
        for index, column in enumerate(sheet.columns):
            written.set_column(index, index, column.width)
        formats = [
            self._format(
                bold=True, text_wrap=True, bg_color=_TINT, bottom=1, bottom_color=_BRAND,
                align="right" if column.numeric else "left", indent=_indent(sheet.columns, index),
            )
            for index, column in enumerate(sheet.columns)
        ]  # fmt: skip
        heads = _distinct([column.head for column in sheet.columns])
        written.set_row(HEAD_ROW - 1, _LINE * _lines(heads, sheet.columns))
        last_row, last_column = HEAD_ROW - 1 + max(len(sheet.rows), 1), len(heads) - 1
        options = {
            "name": sheet.name,
            "columns": [
                {"header": head, "header_format": form} for head, form in zip(heads, formats, strict=True)
            ],
            "style": None,
            "autofilter": len(sheet.rows) > 1,
            "title": sheet.title,
            "description": sheet.alternative or sheet.title,
        }
        written.add_table(HEAD_ROW - 1, 0, last_row, last_column, options)

    def _cell(self, written: Any, row: int, column: int, cell: Cell, indent: int) -> None:
        """One cell; words are always written as words, whatever sign they begin with."""
        if isinstance(cell, Link):
            look = self._body(font_color=_BRAND, underline=1)
            written.write_url(row, column, _place(cell), look, cell.words)
        elif isinstance(cell, Formula):
            written.write_formula(row, column, cell.text, self._body(num_format=cell.form), cell.value)
        elif isinstance(cell, Shown):
            written.write_number(row, column, cell.value, self._body(num_format=cell.form))
        elif cell:
            written.write_string(row, column, cell, self._body(text_wrap=True, align="left", indent=indent))
        else:
            written.write_blank(row, column, None, self._body())

    def _body(self, **look: object) -> Any:
        return self._format(bottom=1, bottom_color=_HAIR, **look)

    def _format(self, **look: object) -> Any:
        """A format, made once; text in it stands at the top of its cell."""
        whole: Mapping[str, object] = {
            "font_name": _FONT, "font_size": 10, "font_color": _INK, "valign": "top", "num_format": GENERAL,
            **look,
        }  # fmt: skip
        key = frozenset(whole.items())
        if key not in self._made:
            self._made[key] = self._book.add_format(whole)
        return self._made[key]


def _indent(columns: Sequence[Column], index: int) -> int:
    """Words behind a column of numbers keep a distance from them."""
    return int(index > 0 and columns[index - 1].numeric and not columns[index].numeric)


def _place(link: Link) -> str:
    return f"internal:'{link.sheet}'!A1"


def _page(written: Any, sheet: Sheet) -> None:
    """The head stays in sight and is repeated on every printed page, A4 across, as wide as the table."""
    last_row = HEAD_ROW - 1 + max(len(sheet.rows), 1)
    written.hide_gridlines(2)
    written.freeze_panes(HEAD_ROW, 0)
    written.set_landscape()
    written.set_paper(_A4)
    written.fit_to_pages(1, 0)
    written.repeat_rows(HEAD_ROW - 1)
    written.set_footer(f"&L{sheet.name}&R&P / &N")
    written.ignore_errors({"number_stored_as_text": f"A1:Z{last_row + 1}"})


def _lines(row: Sequence[Cell], columns: Sequence[Column]) -> int:
    """How many lines the words of a row take; not every program finds out by itself."""
    words = (cell if isinstance(cell, str) else "" for cell in row)
    return max(
        sum(_folded(_places(line), column.width) for line in text.split("\n"))
        for text, column in zip(words, columns, strict=True)
    )


def _folded(places: int, width: int) -> int:
    """The lines of a text in a column; a folded line ends a little early, before a word or a full stop."""
    return 1 if places <= width else -(-places // (width - 2))


def _places(words: str) -> int:
    """The width of some words in characters; a Chinese character takes two places."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in words)


def _distinct(heads: Sequence[str]) -> list[str]:
    """Heads of a table must differ; the second of two alike gets a number."""
    seen: dict[str, int] = {}
    found = []
    for head in heads:
        seen[head] = seen.get(head, 0) + 1
        found.append(head if seen[head] == 1 else f"{head}（{seen[head]}）")
    return found
