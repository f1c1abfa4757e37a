"""All figures of an edition, drawn by two processes that load each figure file by its name."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from reportgen.charts.figure import Drawing, load_figure, render_figure
from reportgen.charts.fonts import load_fonts
from reportgen.charts.orphan import end_with_parent
from reportgen.errors import FigureError, ReportError, raise_all
from reportgen.facts.address import Calendar
from reportgen.facts.fact import FactTable
from reportgen.facts.reader import Reader, Use


@dataclass(frozen=True)
class Drawings:
    """Figures by variant and name, and the uses of facts in the first variant of each."""

    by_variant: dict[str, dict[str, Drawing]]
    uses: tuple[Use, ...]


class _Workshop(NamedTuple):
    """What a process needs to draw any figure; it is inherited, not sent."""

    folder: Path
    facts: FactTable
    calendar: Calendar
    fonts: Path


class _Task(NamedTuple):
    """One figure in one variant."""

    name: str
    variant: str


class _Result(NamedTuple):
    """What became of a task: a drawing and its uses, or an error."""

    drawing: Drawing | None
    uses: tuple[Use, ...]
    error: ReportError | None


def draw_all(
    folder: Path,
    names: Sequence[str],
    facts: FactTable,
    calendar: Calendar,
    fonts: Path,
    variants: Sequence[str] = ("wide", "narrow"),
    processes: int = 2,
) -> Drawings:
    """Draw the named figures in each variant.

    Args:
        folder: the figure files.
        fonts: the TrueType files.
        processes: with one, or where processes cannot be forked, all is drawn in this one.

    Raises:
        FigureError, AddressError, RenderError: one figure cannot be drawn.
        ManyErrors: several cannot; an error that occurs in every variant is reported once.
    """
    workshop = _Workshop(folder, facts, calendar, fonts)
    tasks = [_Task(name, variant) for variant in variants for name in names]
    if processes > 1 and len(tasks) > 1 and "fork" in multiprocessing.get_all_start_methods():
        results = _drawn_by_several(workshop, tasks, processes)
    else:
        results = [_draw(workshop, task) for task in tasks]
    raise_all(_distinct(result.error for result in results if result.error))
    by_variant: dict[str, dict[str, Drawing]] = {variant: {} for variant in variants}
    for task, result in zip(tasks, results, strict=True):
        by_variant[task.variant][task.name] = result.drawing
    first = zip(tasks, results, strict=True)
    uses = tuple(use for task, result in first if task.variant == variants[0] for use in result.uses)
    return Drawings(by_variant, uses)


def _drawn_by_several(workshop: _Workshop, tasks: Sequence[_Task], processes: int) -> list[_Result]:
    """The tasks, drawn by forked processes that share the facts."""
    global _inherited
    import matplotlib.backends.backend_svg
    import matplotlib.figure
    import matplotlib.patches  # noqa: F401  imported once here, not in every process

    _inherited = workshop
    context = multiprocessing.get_context("fork")
    try:
        with ProcessPoolExecutor(processes, context, _get_ready) as pool:
            return list(pool.map(_draw_inherited, tasks))
    except BrokenProcessPool:
        raise FigureError("绘图进程中断", remedy="检查内存是否够用，再运行一次") from None
    finally:
        _inherited = None


_inherited: _Workshop | None = None


def _get_ready() -> None:
    """In each process: open the font files anew, as a shared file has one position for all; outlive nobody."""
    load_fonts.cache_clear()
    end_with_parent()


def _draw_inherited(task: _Task) -> _Result:
    return _draw(_inherited, task)


def _draw(workshop: _Workshop, task: _Task) -> _Result:
    reader = Reader(workshop.facts, workshop.calendar)
    try:
        figure = load_figure(workshop.folder, task.name)
        drawing = render_figure(figure, reader, workshop.fonts, task.variant)
    except ReportError as error:
        return _Result(None, (), error)
    return _Result(drawing, tuple(reader.uses), None)


def _distinct(errors: Iterable[ReportError]) -> Iterator[ReportError]:
    """Errors that say different things, in their order."""
    yield from {str(error): error for error in errors}.values()
