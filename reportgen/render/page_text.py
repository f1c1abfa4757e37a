"""Reads a finished PDF back: what stands where on each page, by PDFium.

Everything else that must know what a reader will see starts from here.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

_INVISIBLE = re.compile("[\\s\u200b\u2060\ufeff]+")
_Characters = ctypes.c_ushort * 1024  # of a run; a line has fewer than a hundred
_Matrix = tuple[float, float, float, float, float, float]
_UNMOVED: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_SAME_LINE = 6.0  # points; a mark of a note stands 4 above its line, the lines of a note 12 apart


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float

    def within(self, outer: Box, tolerance: float) -> bool:
        """True when it sticks out of another by no more than the tolerance."""
        return (
            self.left >= outer.left - tolerance
            and self.bottom >= outer.bottom - tolerance
            and self.right <= outer.right + tolerance
            and self.top <= outer.top + tolerance
        )

    def overlaps(self, other: Box, tolerance: float) -> bool:
        """True when the two share more than the tolerance both ways."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > tolerance
            and min(self.top, other.top) - max(self.bottom, other.bottom) > tolerance
        )


@dataclass(frozen=True, slots=True)
class Run:
    """Characters set in one go.

    Attributes:
        text: as read, invisible characters included.
        box: around the ink; without ink it has no area.
        baseline: height of the line it stands on.
        content: number of the marked content it belongs to on its page, -1 outside the structure.
    """

    text: str
    box: Box
    baseline: float
    content: int


@dataclass(frozen=True)
class PageText:
    """One page: its size in points and its text in the order in which it is drawn."""

    width: float
    height: float
    runs: tuple[Run, ...]

    @cached_property
    def lines(self) -> list[tuple[Run, ...]]:
        """The text line by line, from the top, each from the left."""
        return lines_of(self.runs)


def squashed(text: str) -> str:
    """Text without blanks and joiners, for comparing what is meant with what is printed."""
    return _INVISIBLE.sub("", text)


def text_of(runs: Iterable[Run]) -> str:
    """The visible characters of some runs."""
    return squashed("".join(run.text for run in runs))


def box_around(boxes: Sequence[Box]) -> Box | None:
    """The smallest box around some boxes, None around nothing."""
    if not boxes:
        return None
    return Box(
        min(box.left for box in boxes),
        min(box.bottom for box in boxes),
        max(box.right for box in boxes),
        max(box.top for box in boxes),
    )


def lines_of(runs: Iterable[Run]) -> list[tuple[Run, ...]]:
    """Runs line by line, from the top, each line from the left."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: -run.baseline):
        if lines and lines[-1][0].baseline - run.baseline < _SAME_LINE:
            lines[-1].append(run)
        else:
            lines.append([run])
    return [tuple(sorted(line, key=lambda run: run.box.left)) for line in lines]


def read_pages(pdf: bytes) -> list[PageText]:
    """Every page of a finished PDF."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as opened:
        return [_read(page) for page in opened]


def _read(page: Any) -> PageText:
    from pypdfium2 import raw

    text = page.get_textpage()
    objects = [raw.FPDFPage_GetObject(page, index) for index in range(raw.FPDFPage_CountObjects(page))]
    return PageText(*page.get_size(), tuple(_runs(objects, text, _UNMOVED, None)))


def _runs(objects: Iterable[Any], page: Any, matrix: _Matrix, content: int | None) -> Iterator[Run]:
    """The runs among some objects; those of a form stand elsewhere and belong to the content of the form."""
    from pypdfium2 import raw

    for one in objects:
        kind = raw.FPDFPageObj_GetType(one)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            yield _run(one, page, matrix, content)
        elif kind == raw.FPDF_PAGEOBJ_FORM:
            count = raw.FPDFFormObj_CountObjects(one)
            below = [raw.FPDFFormObj_GetObject(one, index) for index in range(count)]
            own = raw.FPDFPageObj_GetMarkedContentID(one) if content is None else content
            yield from _runs(below, page, _multiplied(_matrix(one), matrix), own)


def _run(one: Any, page: Any, matrix: _Matrix, content: int | None) -> Run:
    from pypdfium2 import raw

    buffer, sides = _Characters(), [ctypes.c_float() for _ in range(4)]
    length = raw.FPDFTextObj_GetText(one, page, buffer, ctypes.sizeof(buffer))
    raw.FPDFPageObj_GetBounds(one, *sides)
    left, bottom, right, top = (side.value for side in sides)
    own = _matrix(one)
    if matrix is not _UNMOVED:
        own = _multiplied(own, matrix)
        (left, right), (bottom, top) = (
            sorted((low, high))
            for low, high in zip(_moved(left, bottom, matrix), _moved(right, top, matrix), strict=True)
        )
    text = bytes(buffer)[:length].decode("utf-16-le").removesuffix("\0")
    number = raw.FPDFPageObj_GetMarkedContentID(one) if content is None else content
    return Run(text, Box(left, bottom, right, top), own[5], number)


def _matrix(one: Any) -> _Matrix:
    from pypdfium2 import raw

    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(one, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _multiplied(first: _Matrix, then: _Matrix) -> _Matrix:
    a, b, c, d, _, _ = then
    return (
        first[0] * a + first[1] * c,
        first[0] * b + first[1] * d,
        first[2] * a + first[3] * c,
        first[2] * b + first[3] * d,
        *_moved(first[4], first[5], then),
    )


def _moved(x: float, y: float, matrix: _Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return x * a + y * c + e, x * b + y * d + f
