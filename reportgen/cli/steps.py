"""The numbered steps of a run, shown while it goes on, on a terminal only."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import Progress, ProgressColumn, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn


class Steps:
    """A context manager whose call announces the next step: ``steps(2, 9, "读取数据")``.

    On a terminal each step has a line with its time; elsewhere nothing is printed.
    """

    def __init__(self, console: Console) -> None:
        self._progress = Progress(
            SpinnerColumn(finished_text="[green]✓"),
            TextColumn("{task.description}"),
            *self._columns(),
            console=console,
            disable=not console.is_terminal,
        )
        self._current: TaskID | None = None

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __call__(self, step: int, total: int, name: str) -> None:
        self._finish()
        width = len(str(total))
        self._current = self._progress.add_task(f"{step:>{width}}/{total} {name}", total=1)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self._finish()
        self._progress.stop()

    def _columns(self) -> tuple[ProgressColumn, ...]:
        """What stands behind the name of a step."""
        return (TimeElapsedColumn(),)

    def _finish(self) -> None:
        if self._current is not None:
            self._progress.update(self._current, completed=1, total=1)
