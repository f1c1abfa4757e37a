"""The ways in which check answers: for people, for editors and CI, and after each change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer
from rich.console import Console

from reportgen.cli.root import CONTENT_WRONG
from reportgen.cli.steps import Steps
from reportgen.errors import ContentError, UsageError, nearest
from reportgen.project.folders import Project

if TYPE_CHECKING:
    from reportgen.linting import Checked

PEOPLE, _JSON, _SARIF = _FORMATS = ("人", "json", "sarif")


def check_edition(project: Project, year: int, format_: str, watch: bool) -> int:
    """Check once and print in a format, or check again after each change until interrupted; the exit code.

    Raises:
        UsageError: no such format, or one that cannot be watched.
    """
    if format_ not in _FORMATS:
        remedy = nearest(format_, _FORMATS) or f"可用：{'、'.join(_FORMATS)}"
        raise UsageError(f"--format 没有“{format_}”", remedy=remedy)
    if watch and format_ != PEOPLE:
        raise UsageError("--watch 只用于给人看的输出", remedy="去掉 --format")
    if watch:
        return _watched(project, year)
    return _checked(project, year) if format_ == PEOPLE else _machine(project, year, format_)


def _checked(project: Project, year: int) -> int:
    from reportgen import pipeline
    from reportgen.cli.check_report import report_lines, verdict

    console = Console()
    with Steps(console) as steps:
        checked = pipeline.check(project, year, steps)
    for line in report_lines(checked, passed_too=console.is_terminal):
        typer.echo(line.text, err=line.wrong)
    typer.echo(verdict(checked))
    return 0 if checked.passed else CONTENT_WRONG


def _machine(project: Project, year: int, format_: str) -> int:
    """Nothing but the one document on stdout, also where a file cannot be read."""
    from reportgen.cli.check_report import as_json
    from reportgen.cli.sarif import as_sarif

    checked = _whatever_happens(project, year)
    typer.echo(as_json(checked, year) if format_ == _JSON else as_sarif(checked, project))
    return 0 if checked.passed else CONTENT_WRONG


def _watched(project: Project, year: int) -> int:
    from reportgen.cli.check_report import ReportLine, report_lines, verdict
    from reportgen.cli.watching import keep_checking, watched

    def run() -> tuple[list[ReportLine], str]:
        checked = _whatever_happens(project, year)
        return list(report_lines(checked, passed_too=False)), verdict(checked)

    keep_checking(run, watched(project), typer.echo)
    return 0


def _whatever_happens(project: Project, year: int) -> Checked:
    """As `pipeline.check`; what it raises is one more check that does not hold."""
    from reportgen import pipeline
    from reportgen.linting import Checked
    from reportgen.review.check_lines import failure_lines

    try:
        return pipeline.check(project, year, lambda step, total, name: None)
    except ContentError as error:
        return Checked(failure_lines(error), [])
