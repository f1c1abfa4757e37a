"""Names of series beside small swatches, in lines: for narrow figures, where marks have no room for names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas
from reportgen.charts.labels import wrap
from reportgen.charts.style import LABEL, LABEL_PITCH

_SWATCH, _TO_NAME, _TO_NEXT, _FOOT = 7.0, 4.0, 12.0, 3.0


class Entry(NamedTuple):
    """A colour and what it stands for."""

    colour: str
    name: str


class _Piece(NamedTuple):
    """One line of a name and where it stands; the first line has the swatch."""

    line: int
    offset: float
    entry: Entry
    text: str
    first: bool


def legend_height(canvas: Canvas, entries: Sequence[Entry], width: float) -> float:
    """The height that `draw_legend` will take; 0 without entries."""
    lines = [piece.line for piece in _pieces(canvas, entries, width)]
    return LABEL_PITCH * (lines[-1] + 1) + _FOOT if lines else 0.0


def draw_legend(canvas: Canvas, entries: Sequence[Entry], left: float, top: float, width: float) -> None:
    """Draw the entries in the order given, in as many lines as they need."""
    for line, offset, entry, text, first in _pieces(canvas, entries, width):
        x, baseline = left + offset, top + LABEL_PITCH * line + LABEL
        if first:
            canvas.rectangle(Box(x, baseline - _SWATCH + 0.5, x + _SWATCH, baseline + 0.5), fill=entry.colour)
        canvas.text(x + _SWATCH + _TO_NAME, baseline, text)


def _pieces(canvas: Canvas, entries: Sequence[Entry], width: float) -> Iterator[_Piece]:
    line, offset = 0, 0.0
    for entry in entries:
        lines = wrap(canvas.fonts, entry.name, width - _SWATCH - _TO_NAME)
        room = _SWATCH + _TO_NAME + max(canvas.fonts.width(text, LABEL) for text in lines)
        if offset and offset + room > width:
            line, offset = line + 1, 0.0
        for number, text in enumerate(lines):
            yield _Piece(line + number, offset, entry, text, number == 0)
        line += len(lines) - 1
        offset += room + _TO_NEXT
