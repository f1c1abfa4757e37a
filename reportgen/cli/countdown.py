"""Numbered steps, the last of which counts many runs and tells the time left; on a terminal only."""

from __future__ import annotations

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeRemainingColumn


class Countdown:
    """A context manager: ``countdown(2, 3, "抽取")`` announces a step, ``countdown.advance(250, 2000)`` its progress.

    On a terminal each step has a line with a bar and the time left; elsewhere nothing is printed.
    """

    def __init__(self, console: Console) -> None:
        self._progress = Progress(
            SpinnerColumn(finished_text="[green]✓"),
            TextColumn("{task.description}"),
            BarColumn(bar_width=24),
            TextColumn("还需"),
            TimeRemainingColumn(),
            console=console,
            disable=not console.is_terminal,
        )
        self._current: TaskID | None = None

    def __enter__(self) -> Countdown:
        self._progress.start()
        return self

    def __call__(self, step: int, total: int, name: str) -> None:
        self._finish()
        self._current = self._progress.add_task(f"{step}/{total} {name}", total=1)

    def advance(self, done: int, total: int) -> None:
        """So many runs of the current step are done, of so many."""
        if self._current is not None:
            self._progress.update(self._current, completed=done, total=total)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self._finish()
        self._progress.stop()

    def _finish(self) -> None:
        if self._current is not None:
            self._progress.update(self._current, completed=1, total=1)
