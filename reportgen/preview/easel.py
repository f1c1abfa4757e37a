"""Processes beside the one that serves: two kept ready to draw figures, one for what takes long.

They are started anew, not forked: the serving process has threads, which do not survive a fork.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import signal
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import NamedTuple

from reportgen.charts.figure import Drawing
from reportgen.charts.orphan import end_with_parent
from reportgen.charts.variant import NARROW, WIDE
from reportgen.document.kept_drawings import Drawn
from reportgen.errors import FigureError, ReportError, raise_all
from reportgen.facts.address import Calendar
from reportgen.facts.fact import FactTable
from reportgen.facts.reader import Use
from reportgen.project.folders import Project

_PROCESSES = 2
_MOMENT = 0.2  # seconds
_CONTEXT = multiprocessing.get_context("spawn")
_BACK, _FAR_BACK = 5, 15  # niceness: text first, then figures, then what nobody waits for
_VARIANTS = (WIDE.name, NARROW.name)


class _Facts(NamedTuple):
    """Facts in a file, which each process reads once."""

    file: Path
    number: int
    calendar: Calendar


Pending = dict[tuple[str, str], "Future[tuple[Drawing, tuple[Use, ...]]]"]


class Easel:
    """Draws the figures of a project; close it when done."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._folder = tempfile.TemporaryDirectory(prefix="reportgen-", ignore_cleanup_errors=True)
        self._facts: _Facts | None = None
        self._handed: FactTable | None = None
        self._pool = self._started()
        self._slow: BaseProcess | None = None

    def warm_up(self) -> None:
        """Have the processes for figures started, which else happens with the first figure."""
        wait([self._submit(_stay) for _ in range(_PROCESSES)])

    def close(self) -> None:
        """End the processes: those for figures once each has finished the one it draws.

        One ended while it hands over a figure would leave half of it, and who waits for it waiting.
        """
        self._pool.shutdown(wait=False, cancel_futures=True)
        if self._slow is not None:
            self._slow.terminate()
        self._folder.cleanup()

    def start(self, names: Iterable[str], facts: FactTable, calendar: Calendar) -> Pending:
        """Begin to draw figures in both variants."""
        names = list(names)
        if not names:
            return {}
        told = self._told(facts, calendar)
        figures, fonts = self._project.figures, self._project.templates / "fonts"
        return {
            (name, variant): self._submit(_draw, figures, fonts, name, variant, told)
            for name in names
            for variant in _VARIANTS
        }

    def finish(self, pending: Pending) -> dict[str, Drawn]:
        """The figures that were begun.

        Raises:
            FigureError, AddressError, ManyErrors: figures that cannot be drawn; each error once.
        """
        made: dict[str, dict[str, tuple[Drawing, tuple[Use, ...]]]] = {}
        errors: dict[str, ReportError] = {}
        for (name, variant), future in pending.items():
            try:
                made.setdefault(name, {})[variant] = future.result()
            except ReportError as error:
                errors.setdefault(str(error), error)
            except BrokenProcessPool:
                self._pool = self._started()
                raise FigureError("绘图进程中断", remedy="检查内存是否够用，再保存一次") from None
        raise_all(errors.values())
        return {
            name: Drawn({variant: drawing for variant, (drawing, _) in both.items()}, both[WIDE.name][1])
            for name, both in made.items()
        }

    def prepare(self, year: int) -> Future[None]:
        """Prepare an edition in full, into the cache of the project; what is wrong with it leaves nothing there."""
        process = _CONTEXT.Process(target=_prepare, args=(self._project, year), daemon=True)
        with _deaf_to_ctrl_c():
            process.start()
        ended: Future[None] = Future()

        def wait_for_end() -> None:
            process.join()
            ended.set_result(None)

        threading.Thread(target=wait_for_end, daemon=True).start()
        self._slow = process
        return ended

    def _submit(self, task: Callable, *arguments: object) -> Future:
        with _deaf_to_ctrl_c():
            try:
                return self._pool.submit(task, *arguments)
            except BrokenProcessPool:
                self._pool = self._started()
                return self._pool.submit(task, *arguments)

    def _told(self, facts: FactTable, calendar: Calendar) -> _Facts:
        if self._facts is None or self._handed is not facts:
            number = self._facts.number + 1 if self._facts else 0
            file = Path(self._folder.name) / f"facts-{number}.pickle"
            file.write_bytes(pickle.dumps(facts, protocol=pickle.HIGHEST_PROTOCOL))
            self._handed, self._facts = facts, _Facts(file, number, calendar)
        return self._facts

    @staticmethod
    def _started() -> ProcessPoolExecutor:
        return ProcessPoolExecutor(_PROCESSES, _CONTEXT, _get_ready)


_read: dict[int, FactTable] = {}


@contextlib.contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Processes started here never hear of Ctrl-C, which is for the serving one, not even while they begin."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _get_ready() -> None:
    """In each process for figures: stand back, and import what drawing needs."""
    _stand_back(_BACK)
    import matplotlib.backends.backend_svg
    import matplotlib.figure
    import matplotlib.patches  # noqa: F401


def _stand_back(niceness: int) -> None:
    """Leave the processor and Ctrl-C to the serving process, and end when it has ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where it could not be kept away from the start
    if hasattr(os, "nice"):
        os.nice(niceness)
    end_with_parent()


def _stay() -> None:
    """Keep a process for a moment, so that the next one is started too."""
    from reportgen.charts.pool import draw_all  # noqa: F401  figure files need what it imports

    time.sleep(_MOMENT)


def _draw(
    figures: Path, fonts: Path, name: str, variant: str, told: _Facts
) -> tuple[Drawing, tuple[Use, ...]]:
    from reportgen.charts.pool import draw_all

    if told.number not in _read:
        _read.clear()
        _read[told.number] = pickle.loads(told.file.read_bytes())
    made = draw_all(figures, [name], _read[told.number], told.calendar, fonts, [variant], processes=1)
    return made.by_variant[variant][name], made.uses


def _prepare(project: Project, year: int) -> None:
    from reportgen import stages

    _stand_back(_FAR_BACK)
    with contextlib.suppress(ReportError):
        stages.prepare(project, year)
