"""The command that tests a paper against itself."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from reportgen.cli.group import ChineseCommand
from reportgen.cli.root import CONTENT_WRONG, EditionOption, app, near, open_project
from reportgen.cli.steps import Steps
from reportgen.errors import UsageError

TableArgument = Annotated[
    Path | None,
    typer.Argument(
        metavar="印出数的表",
        help="如 content/published/2022.csv；不写则读回本版的 report.pdf 与 report.html",
        show_default=False,
    ),
]


@app.command(cls=ChineseCommand, options_metavar="[选项]")
def audit(context: typer.Context, table: TableArgument = None, edition: EditionOption = "") -> None:
    """核对全书自身：读回印出的数，列出互相矛盾之处；给出印出数的表时列出其内部矛盾，不算出错。"""
    project, year = open_project(context, edition)
    if table is not None and not table.is_file():
        raise UsageError("没有这个文件", place=str(table), remedy="检查路径，如 content/published/2022.csv")
    from reportgen import auditing
    from reportgen.review.audit.findings import finding_lines, verdict

    with Steps(Console()) as steps:
        if table is None:
            done = auditing.audit_paper(project, year, steps)
        else:
            done = auditing.audit_table(project, year, table, steps)
    typer.echo(done.read)
    for line in finding_lines(done.findings):
        typer.echo(line)
    typer.echo(verdict(done.findings))
    for path in done.paths:
        typer.echo(f"已写入 {near(path, project)}")
    if table is None and not done.passed:
        raise typer.Exit(CONTENT_WRONG)
