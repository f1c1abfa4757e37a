"""All figures of an edition, drawn in both variants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen.charts.figure import Drawing, load_figure, render_figure
from reportgen.charts.variant import NARROW, WIDE
from reportgen.document.figure_list import figure_numbers
from reportgen.errors import ReportError, raise_all
from reportgen.facts.reader import Reader


@dataclass(frozen=True)
class Drawings:
    """The drawings of an edition by the name of the figure: for print and desktop, and for the phone."""

    wide: dict[str, Drawing]
    narrow: dict[str, Drawing]


def draw_figures(entries: Sequence[str], place: str, figures: Path, fonts: Path, reader: Reader) -> Drawings:
    """Draw every figure of an edition's list.

    Args:
        entries, place: the list in the edition file, and the file for messages.
        figures: the folder of the figure files.
        fonts: the folder of the font files.
        reader: the facts of the edition.

    Raises:
        EditionError: a wrong list.
        FigureError, AddressError: a figure file is wrong.
        ManyErrors: several are.
    """
    drawings, errors = Drawings({}, {}), []
    for name in figure_numbers(entries, place):
        try:
            figure = load_figure(figures, name)
            drawings.wide[name] = render_figure(figure, reader, fonts, WIDE.name)
            drawings.narrow[name] = render_figure(figure, reader, fonts, NARROW.name)
        except ReportError as error:
            errors.append(error)
    raise_all(errors)
    return drawings
