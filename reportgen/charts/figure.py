"""The contract of a figure file: what ``figures/NAME.py`` must define, and how it becomes a drawing.

A figure file defines five texts: ``title``, ``subtitle`` (unit, how to read), ``source``, ``note`` (may be
empty) and ``alternative`` (what the numbers say). Each is a string, or a function of ``facts`` that returns
one where it depends on numbers or years; ``alternative`` always is a function. ``draw(facts, canvas)`` draws.
``facts`` is the reader at the place of the figure's name.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from reportgen.charts.canvas import Canvas, Mark
from reportgen.charts.check import check_text
from reportgen.charts.columns import year_label
from reportgen.charts.fonts import load_fonts
from reportgen.charts.heat_cells import HeatTable
from reportgen.charts.svg import paint
from reportgen.charts.variant import VARIANTS
from reportgen.errors import AddressError, FigureError, ReportError, nearest
from reportgen.facts.address import Address
from reportgen.facts.reader import Reader

_TEXTS = ("title", "subtitle", "source", "note", "alternative")
_MAY_BE_PLAIN = ("title", "subtitle", "source", "note")
_MAY_BE_EMPTY = ("note",)


class Row(NamedTuple):
    """One number of a figure: series, year or name, unrounded value, unit, Chinese address and status."""

    series: str
    label: str
    value: float
    unit: str
    address: str = ""
    status: str = ""


@dataclass(frozen=True)
class Figure:
    """A loaded figure file: its name, its place, and what it defines."""

    name: str
    path: Path
    parts: Mapping[str, object]


@dataclass(frozen=True)
class Drawing:
    """A figure of one edition in one variant: its texts, the SVG at final size, and the numbers it shows.

    Attributes:
        variant: ``wide`` or ``narrow``.
        marks: what the SVG paints, for other formats.
        addresses: Chinese addresses of all facts read, in order, each once.
        table: its cells, when the figure is a table.
    """

    name: str
    title: str
    subtitle: str
    source: str
    note: str
    alternative: str
    svg: str
    width_pt: float
    height_pt: float
    rows: tuple[Row, ...]
    variant: str = "wide"
    marks: tuple[Mark, ...] = ()
    addresses: tuple[str, ...] = ()
    table: HeatTable | None = None


def load_figure(folder: Path, name: str) -> Figure:
    """Load ``folder/NAME.py``.

    Raises:
        FigureError: no such file, a syntax error, an error while it is read, or a function is missing.
    """
    path = folder / f"{name}.py"
    if not path.is_file():
        known = sorted(other.stem for other in folder.glob("*.py") if other.is_file())
        raise FigureError(
            f"没有图“{name}”",
            place=str(path),
            remedy=nearest(name, known) or f"现有：{'、'.join(known) or '无'}",
        )
    names: dict[str, object] = {"__name__": f"figures.{name}", "__file__": str(path)}
    try:
        exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), names)
    except SyntaxError as error:
        raise FigureError(
            "语法错误", place=f"{path}:{error.lineno or 1}", remedy="检查该行的括号、引号和缩进"
        ) from None
    except UnicodeDecodeError:
        raise FigureError("文件不是 UTF-8 编码", place=str(path), remedy="用编辑器另存为 UTF-8") from None
    except (Exception, SystemExit) as error:
        raise _placed(error, path) from error
    _check_parts(names, path)
    return Figure(name, path, names)


def render_figure(figure: Figure, facts: Reader, fonts: Path, variant: str = "wide") -> Drawing:
    """Draw a figure from the facts of an edition and check its text.

    Args:
        facts: the edition's reader; uses are recorded at the place ``figure.name``.
        fonts: the folder with the TrueType files.
        variant: ``wide`` (print, desktop) or ``narrow`` (phone).

    Raises:
        AddressError: the figure reads a fact that does not exist; the place is the line of the figure file.
        FigureError: an error in the figure file, a wrong unit, or text that overlaps or is cut off.
        RenderError: a font file is missing.
    """
    view = facts.at(figure.name)
    canvas = Canvas(load_fonts(fonts), VARIANTS[variant])
    start = len(view.uses)
    _run(figure, "draw", view, canvas)
    if not canvas.marks and canvas.table is None:
        raise FigureError("什么也没有画", place=str(figure.path), remedy="在 draw 中画出内容")
    rows = _rows(view, start)
    texts = {name: _text(figure, name, view) for name in _TEXTS}
    try:
        check_text(canvas)
    except FigureError as error:
        raise _placed(error, figure.path) from None
    return Drawing(
        figure.name,
        **texts,
        svg=paint(canvas),
        width_pt=canvas.width,
        height_pt=canvas.height,
        rows=rows,
        variant=variant,
        marks=tuple(canvas.marks),
        addresses=_addresses(view, start),
        table=canvas.table,
    )


def _check_parts(names: Mapping[str, object], path: Path) -> None:
    for wanted in (*_TEXTS, "draw"):
        part = names.get(wanted)
        if not callable(part) and not (isinstance(part, str) and wanted in _MAY_BE_PLAIN):
            known = {key for key, value in names.items() if callable(value) or isinstance(value, str)}
            remedy = nearest(wanted, sorted(known - {wanted})) or "参照同一文件夹中的其他图"
            raise FigureError(f"缺少函数 {wanted}", place=str(path), remedy=remedy)


def _text(figure: Figure, name: str, view: Reader) -> str:
    part = figure.parts[name]
    text = part if isinstance(part, str) else _run(figure, name, view)
    if not isinstance(text, str) or not (text.strip() or name in _MAY_BE_EMPTY):
        raise FigureError(f"{name} 没有给出文字", place=str(figure.path), remedy=f"让 {name} 返回一段文字")
    return text


def _run(figure: Figure, name: str, *arguments: object) -> object:
    function: Callable[..., object] = figure.parts[name]
    try:
        return function(*arguments)
    except (Exception, SystemExit) as error:
        raise _placed(error, figure.path) from error


def _placed(error: Exception | SystemExit, path: Path) -> ReportError:
    """The error with the line of the figure file at which it happened."""
    lines = [
        frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(path)
    ]
    place = f"{path}:{lines[-1]}" if lines else str(path)
    if isinstance(error, ReportError):
        kind = AddressError if isinstance(error, AddressError) else FigureError
        return kind(error.problem, place=place, remedy=error.remedy)
    return FigureError(f"程序出错（{type(error).__name__}：{error}）", place=place, remedy="改正该行")


def _addresses(view: Reader, start: int) -> tuple[str, ...]:
    read = (use.address for use in view.uses[start:] if use.place == view.place)
    return tuple(view.facts.vocabulary.chinese(address) for address in dict.fromkeys(read))


def _rows(view: Reader, start: int) -> tuple[Row, ...]:
    """The numbers printed in the drawing, from the record of uses, each once, series by series."""
    printed = [use.address for use in view.uses[start:] if use.place == view.place and use.printed]
    years: dict[str, set[tuple[int, ...]]] = {}
    for address in printed:
        years.setdefault(address.metric, set()).add(address.years)
    rows: dict[str, list[Row]] = {}
    for address in dict.fromkeys(printed):
        row = _row(view, address, over_years=len(years[address.metric]) > 1)
        rows.setdefault(row.series, []).append(row)
    return tuple(row for series in rows.values() for row in series)


def _row(view: Reader, address: Address, over_years: bool) -> Row:
    vocabulary = view.facts.vocabulary
    scope, measure = vocabulary.scope_name(address.scope), vocabulary.metric_name(address.metric)
    year = year_label(address.years[-1], view.calendar) if address.years else ""
    fact = view.facts.get(address)
    if over_years:
        return Row(f"{scope}{measure}", year, fact.value, fact.unit, fact.label, fact.status.name)
    series = f"{measure}（{year}）" if year else measure
    return Row(series, scope, fact.value, fact.unit, fact.label, fact.status.name)
