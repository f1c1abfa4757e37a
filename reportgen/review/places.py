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
        pages = [found.figures[use.place]] if figure and use.place in found.figures else chapters.pages(use)
        name, english = use.place if figure else "", use.address.english
        rows[
            PrintedPlace(
                english,
                document.facts.vocabulary.chinese(use.address),
                use.printed,
                use.place,
                f"图{figure.number}" if figure else "",
                "或".join(dict.fromkeys(found.labels[page] for page in pages)),
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
    """Finds the pages of what chapters print."""

    def __init__(self, document: Document, found: Located) -> None:
        self._chapters = {chapter.name: chapter for chapter in document.chapters}
        self._numbers: dict[str, list[Piece]] = {}
        self._blocks: dict[str, list[Piece]] = {}
        for (name, _), pieces in groupby(found.pieces, lambda piece: (piece.chapter, piece.line)):
            block = list(pieces)
            self._numbers.setdefault(name, []).extend(piece for piece in block if piece.addresses)
            self._blocks.setdefault(name, []).append(_joined(block))
        self._taken: set[tuple[Use, int]] = set()

    def pages(self, use: Use) -> list[int]:
        """The page of a use; several when the words stand more than once about there."""
        file, _, line = use.place.partition(":")
        name, text = PurePosixPath(file).name, "".join(use.printed.split())
        if name not in self._chapters:
            return []
        near = _Nearness(self._chapters[name], file, int(line or 0))
        numbers = self._numbers.get(name, [])
        fitting = [i for i, one in enumerate(numbers) if use.address in one.addresses and text in one.text]
        if fitting:
            first = min(fitting, key=lambda i: ((use, i) in self._taken, near.distance(numbers[i]), i))
            self._taken.add((use, first))
            return [numbers[first].pages[numbers[first].text.index(text)]]
        blocks = [block for block in self._blocks.get(name, []) if text in block.text]
        if not blocks:
            return []
        block = min(blocks, key=near.distance)
        own = {one.pages[0] for one in numbers if one.line == block.line and use.address in one.addresses}
        pages = {block.pages[found.start()] for found in re.finditer(re.escape(text), block.text)}
        return sorted(pages & own or pages)


@dataclass(frozen=True, slots=True)
class _Nearness:
    """How far blocks of a chapter begin before a line; one after it, or in another file, is far."""

    chapter: Chapter
    file: str
    line: int

    def distance(self, piece: Piece) -> int:
        """In lines."""
        if not piece.line:  # the title and the lead, which stand before all blocks
            return self.line
        start, _, number = self.chapter.place(piece.line).partition(":")
        gap = self.line - int(number)
        return gap if gap >= 0 and start == self.file else abs(gap) + len(self.chapter.source.lines)


def _drawn(svg: str) -> str:
    """The words of a picture, one text a line."""
    return _TAGS.sub("\n", svg)


def _joined(block: list[Piece]) -> Piece:
    """A block as one piece: words of a number and its digits may be printed together."""
    text, pages = "".join(piece.text for piece in block), tuple(page for piece in block for page in piece.pages)
    return Piece(block[0].chapter, block[0].line, text, (), pages)


def _safe(text: str) -> str:
    """A text that no spreadsheet program takes for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text
