"""Checks again whenever a file changes, and shows only what is new and what is gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from reportgen.cli.check_report import ReportLine
from reportgen.project.folders import Project

Run = Callable[[], tuple[Sequence[ReportLine], str]]


def watched(project: Project) -> Iterator[object]:
    """One item after each change of a file that people edit, until the program is interrupted."""
    from watchfiles import watch

    return iter(watch(project.content, project.figures, project.templates, raise_interrupt=False))


def keep_checking(run: Run, changes: Iterable[object], show: Callable[[str], object]) -> None:
    """Check once and show everything, then after each change what is new, what is gone, and the verdict.

    A line that has only moved, because text above it grew, is neither.

    Args:
        run: checks, and gives the lines and the verdict.
        changes: one item for each change.
        show: prints a line.
    """
    lines, verdict = run()
    for line in lines:
        show(line.text)
    show(f"{verdict}。正在等待改动，按 Ctrl+C 结束")
    for _ in changes:
        before, (lines, verdict) = lines, run()
        for line in _without(lines, before):
            show(f"新增  {line.text}")
        for line in _without(before, lines):
            show(f"消失  {line.text}")
        show(verdict)


def _without(lines: Sequence[ReportLine], others: Sequence[ReportLine]) -> list[ReportLine]:
    """The lines that the others do not have, each as often as it is in excess."""
    left = Counter(line.key for line in others)
    found = []
    for line in lines:
        if left[line.key]:
            left[line.key] -= 1
        else:
            found.append(line)
    return found
