"""All figures of an edition, drawn in both variants, and the files of the gallery."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen.charts.figure import Drawing
from reportgen.charts.gallery import contact_sheet, figure_csv, picture_name
from reportgen.charts.pool import draw_all
from reportgen.charts.variant import NARROW, WIDE
from reportgen.document.figure_list import figure_numbers
from reportgen.document.kept_drawings import Drawn, KeptDrawings, through
from reportgen.errors import FigureError, nearest
from reportgen.facts.reader import Reader


@dataclass(frozen=True)
class Drawings:
    """The drawings of an edition by the name of the figure: for print and desktop, and for the phone."""

    wide: dict[str, Drawing]
    narrow: dict[str, Drawing]


def draw_figures(
    entries: Sequence[str],
    place: str,
    figures: Path,
    fonts: Path,
    reader: Reader,
    kept: KeptDrawings,
    only: str = "",
) -> Drawings:
    """Every figure of an edition's list, drawn in two processes where it is not kept from before.

    Their uses are added to those of the reader.

    Args:
        entries, place: the list in the edition file, and the file for messages.
        figures: the folder of the figure files.
        fonts: the folder of the font files.
        reader: the facts of the edition.
        kept: the drawings made before.
        only: the name of the one figure wanted; all when empty.

    Raises:
        EditionError: a wrong list.
        FigureError, AddressError: a figure file is wrong, or the wanted one is not in the list.
        ManyErrors: several are.
    """
    names = list(figure_numbers(entries, place))
    if only and only not in names:
        raise FigureError(f"没有图“{only}”", place=place, remedy=nearest(only, names) or "见 figures 一项")
    wanted = [only] if only else names
    drawn = through(kept, wanted, lambda missing: _drawn(missing, figures, fonts, reader))
    reader.uses.extend(use for one in drawn.values() for use in one.uses)
    wide, narrow = (
        {name: one.variants[variant.name] for name, one in drawn.items()} for variant in (WIDE, NARROW)
    )
    return Drawings(wide, narrow)


def _drawn(names: list[str], figures: Path, fonts: Path, reader: Reader) -> dict[str, Drawn]:
    """The named figures in both variants, each with its own uses."""
    made = draw_all(figures, names, reader.facts, reader.calendar, fonts, (WIDE.name, NARROW.name))
    return {
        name: Drawn(
            {variant: drawings[name] for variant, drawings in made.by_variant.items()},
            tuple(use for use in made.uses if use.place == name),
        )
        for name in names
    }


def gallery_files(drawings: Drawings, numbers: dict[str, int], fonts: str, title: str) -> dict[str, str]:
    """File names and texts of the gallery: both pictures and the numbers of each figure, and the contact sheet.

    Args:
        drawings: some or all figures of an edition.
        numbers: figure number by name.
        fonts: URL of the font folder as seen from the contact sheet.
        title: heading of the contact sheet.
    """
    files: dict[str, str] = {}
    pairs = {name: (wide, drawings.narrow[name]) for name, wide in drawings.wide.items()}
    for name, pair in pairs.items():
        files |= {picture_name(drawing): drawing.svg for drawing in pair}
        files[f"{name}.csv"] = figure_csv(pair[0])
    if len(pairs) == len(numbers):
        files["index.html"] = contact_sheet(
            {numbers[name]: pair for name, pair in pairs.items()}, fonts, title
        )
    return files
