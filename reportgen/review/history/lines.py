"""The page of the history in words: a line for each year of a quantity, a line for each revision."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportgen.review.history.quantities import OwnFigure, Quantity
from reportgen.review.history.revisions import Revision, own_against_published, revisions
from reportgen.review.history.statements import Statement
from reportgen.review.rounding import round_half_up

FORECAST = "E"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one edition says: its text, a remark, and what it is.

    ``kind`` is stated, forecast, implied, bound, own, missing (未见) or outside (no edition could say it).
    """

    text: str
    kind: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class YearLine:
    """One year: a cell for each published edition and each own one, revisions, and the own difference."""

    year: int
    stated: tuple[Cell, ...]
    revisions: tuple[str, ...]
    own: tuple[Cell, ...]
    difference: str

    @property
    def notes(self) -> tuple[str, ...]:
        """The remarks of its cells."""
        return tuple(cell.note for cell in self.stated if cell.note)


@dataclass(frozen=True, slots=True)
class RevisionLine:
    """One revision in words."""

    quantity: str
    year: int
    kind: str
    earlier: str
    later: str
    change: str
    note: str

    @property
    def text(self) -> str:
        """The line for the terminal."""
        note = f"（{self.note}）" if self.note else ""
        return f"{self.quantity} {self.year}年：{self.earlier} → {self.later}，{self.change}{note}"


def year_lines(quantity: Quantity, own_editions: Iterable[int]) -> list[YearLine]:
    """The table of one quantity, a line a year."""
    found = revisions(quantity)
    own = tuple(own_editions)
    return [
        YearLine(
            year,
            tuple(_stated(quantity, edition, year) for edition in quantity.editions),
            tuple(_step(one) for one in found if one.earlier.year == year),
            tuple(_own(quantity, edition, year) for edition in own),
            _difference(quantity, own, year),
        )
        for year in quantity.years
    ]


def revision_lines(found: Iterable[Revision]) -> list[RevisionLine]:
    """Revisions in words, forecast errors first."""
    ordered = sorted(found, key=lambda one: not one.is_forecast_error)
    return [
        RevisionLine(
            one.quantity.label,
            one.earlier.year,
            one.kind,
            *(f"{side.edition}年版{_value(one.quantity, side)}" for side in (one.earlier, one.later)),
            one.change.text if one.change else "",
            "；".join(f"{side.source}：{side.implied}" for side in (one.earlier, one.later) if side.implied),
        )
        for one in ordered
    ]


def _stated(quantity: Quantity, edition: int, year: int) -> Cell:
    one = quantity.stated.get((edition, year))
    if one is None:
        return Cell("未见", "missing") if year <= edition else Cell("—", "outside")
    text = _digits(quantity, one)
    if one.implied:
        return Cell(text, "implied", f"{edition}年版{year}年的数由该版推得：{one.implied}")
    note = f"{edition}年版{year}年的数另处印作{'、'.join(one.others)}" if one.others else ""
    kind = "forecast" if one.is_forecast else "stated" if one.has_size else "bound"
    return Cell(text, kind, note)


def _own(quantity: Quantity, edition: int, year: int) -> Cell:
    figure = quantity.own.get((edition, year))
    if figure is None:
        return Cell("未测算" if edition not in quantity.own_editions else "—", "outside")
    return Cell(own_digits(quantity, figure), "forecast" if figure.is_forecast else "own")


def own_digits(quantity: Quantity, figure: OwnFigure) -> str:
    """A computed figure with the decimals of the printed ones."""
    digits = f"{round_half_up(figure.value, quantity.decimals):f}"
    return digits + (FORECAST if figure.is_forecast else "")


def _digits(quantity: Quantity, one: Statement) -> str:
    """As printed, a forecast with E, with its unit where that is another than that of the quantity."""
    unit = "" if one.unit == quantity.unit else one.unit
    return one.printed + (FORECAST if one.is_forecast else "") + unit


def _value(quantity: Quantity, one: Statement) -> str:
    word = "预测" if one.is_forecast else "推得" if one.implied else ""
    return f"{word}{one.printed}{one.unit}"


def _step(one: Revision) -> str:
    change = one.change.text if one.change else "—"
    return f"{one.earlier.edition}→{one.later.edition}年版 {change}"


def _difference(quantity: Quantity, own: tuple[int, ...], year: int) -> str:
    """The last own edition that has the year against the last published one."""
    having = [edition for edition in own if (edition, year) in quantity.own]
    change = own_against_published(quantity, having[-1], year) if having else None
    return change.text if change else ""
