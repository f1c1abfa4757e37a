"""Every printed number of a finished paper with the places where it stands, as a table for people and programs."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path, PurePosixPath

from reportgen.document.document import Chapter, Document
from reportgen.document.located import Located, Piece
from reportgen.errors import DataError
from reportgen.facts.reader import Use
from reportgen.review.csv_rows import CsvRow, parse_rows

_TAGS = re.compile(r"<style.*?</style>|<[^>]+>", re.DOTALL)
COLUMNS = ("address", "label", "printed", "place", "figure", "page", "cell", "build")


@dataclass(frozen=True, slots=True)
class PrintedPlace:
    """One printing of a fact.

    Attributes:
        address: in English.
        label: the Chinese address.
        printed: the characters.
        place: file and line of the chapter, or the name of the figure.
        figure: ``图2``, or ``""`` in a chapter.
        page: what a viewer calls the page.
        cell: sheet and cell of the workbook.
    """

    address: str
    label: str
    printed: str
    place: str
    figure: str
    page: str
    cell: str

    @property
    def words(self) -> str:
        """``第 12 页　20-overall.md:31　印作“4.10万亿元”　工作簿 全部数字!B7``."""
        page = f"第 {self.page} 页" if self.page else "页码不详"
        head = f"{page}　{f'{self.figure}（{self.place}）' if self.figure else self.place}"
        return f"{head}　印作“{self.printed}”　工作簿 {self.cell}"


def printed_numbers(
    document: Document, found: Located, cells: Mapping[tuple[str, str], str]
) -> list[PrintedPlace]:
    """Every printing of every fact, by address and then in the order of the paper, each place once.

    Args:
        document: the paper.
        found: where its words stand in the pages.
        cells: the cell of the workbook by figure (``""`` for chapters) and English address.
    """
    chapters = _Chapters(document, found)
    drawn = {name: _drawn(figure.drawing.svg) for name, figure in document.figures.items()}
    rows: dict[PrintedPlace, None] = {}
    for use in document.uses:
        figure = document.figures.get(use.place)
        if not use.printed or (figure and use.printed not in drawn[use.place]):
            continue  # only compared; or only in the drawing for the phone and in the words for the blind
        page = found.figures.get(use.place) if figure else chapters.page(use)
        name, english = use.place if figure else "", use.address.english
        rows[
            PrintedPlace(
                english,
                document.facts.vocabulary.chinese(use.address),
                use.printed,
                use.place,
                f"图{figure.number}" if figure else "",
                "" if page is None else found.labels[page],
                cells.get((name, english), ""),
            )
        ] = None
    return sorted(rows, key=lambda row: row.address)


def to_csv(rows: Iterable[PrintedPlace], build: str) -> str:
    """The places as CSV text; the last column names the build, so that a stale table is known.

    Printed signs are as printed: the minus of the paper is no sign of a formula to a spreadsheet program.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(
        (row.address, row.label, _safe(row.printed), row.place, row.figure, row.page, row.cell, build)
        for row in rows
    )
    return text.getvalue()


def read_places(path: Path, build: str) -> list[PrintedPlace] | None:
    """The table that `to_csv` wrote for this build; None when there is none, or it is of another build.

    Raises:
        DataError: the file is broken.
    """
    if not path.is_file():
        return None

    def parse(row: CsvRow) -> tuple[PrintedPlace, str]:
        cells = [row[column] for column in COLUMNS]
        cells[2] = cells[2].removeprefix("'")
        if not cells[0]:
            raise DataError("没有地址", place=row.place, remedy="重新运行 make report")
        return PrintedPlace(*cells[:-1]), cells[-1]

    rows = parse_rows(path, COLUMNS, parse)
    return [place for place, _ in rows] if all(own == build for _, own in rows) else None


class _Chapters:
    """Finds the page of what a chapter prints."""

    def __init__(self, document: Document, found: Located) -> None:
        self._chapters = {chapter.name: chapter for chapter in document.chapters}
        self._pieces: dict[str, list[Piece]] = {}
        for piece in found.pieces:
            self._pieces.setdefault(piece.chapter, []).append(piece)
        for pieces in self._pieces.values():
            pieces += [_joined(list(block)) for _, block in groupby(list(pieces), lambda piece: piece.line)]
        self._taken: set[tuple[Use, int]] = set()

    def page(self, use: Use) -> int | None:
        """The page of a use: of its number in the nearest block that prints it."""
        file, _, line = use.place.partition(":")
        name = PurePosixPath(file).name
        if name not in self._chapters:
            return None
        text = "".join(use.printed.split())
        chapter, pieces = self._chapters[name], self._pieces.get(name, [])
        fitting = [
            (index, piece)
            for index, piece in enumerate(pieces)
            if text in piece.text and (use.address in piece.addresses or not piece.addresses)
        ]
        if not fitting:
            return None
        wanted = int(line or 0)
        index, piece = min(
            fitting,
            key=lambda one: (
                use.address not in one[1].addresses,
                (use, one[0]) in self._taken,
                _distance(chapter, one[1], file, wanted),
                one[0],
            ),
        )
        self._taken.add((use, index))
        return piece.pages[piece.text.index(text)]


def _drawn(svg: str) -> str:
    """The words of a picture, one text a line."""
    return _TAGS.sub("\n", svg)


def _joined(block: list[Piece]) -> Piece:
    """A block as one piece: words of a number and its digits may be printed together."""
    text, pages = "".join(piece.text for piece in block), tuple(page for piece in block for page in piece.pages)
    return Piece(block[0].chapter, block[0].line, text, (), pages)


def _distance(chapter: Chapter, piece: Piece, file: str, line: int) -> int:
    """How far the block of a piece begins before a line; one that begins after it, or in another file, is far."""
    start, _, number = (chapter.place(piece.line) if piece.line else f"{file}:1").partition(":")
    gap = line - int(number or 0)
    return gap if gap >= 0 and start == file else abs(gap) + len(chapter.source.lines)


def _safe(text: str) -> str:
    """A text that no spreadsheet program takes for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text
