"""Numbered steps, the last of which counts many runs and tells the time left; on a terminal only."""

from __future__ import annotations

from rich.progress import BarColumn, ProgressColumn, TextColumn, TimeRemainingColumn

from reportgen.cli.steps import Steps


class Countdown(Steps):
    """Steps with a bar and the time left: ``countdown.advance(250, 2000)`` tells how far the present one is."""

    def advance(self, done: int, total: int) -> None:
        """So many runs of the current step are done, of so many."""
        if self._current is not None:
            self._progress.update(self._current, completed=done, total=total)

    def _columns(self) -> tuple[ProgressColumn, ...]:
        return BarColumn(bar_width=24), TextColumn("还需"), TimeRemainingColumn()
