"""The commands that hand the paper to colleagues: docx."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

from reportgen.cli.group import ChineseCommand
from reportgen.cli.root import EditionOption, app, near, open_project, year_of
from reportgen.cli.steps import Steps


@app.command(cls=ChineseCommand, options_metavar="[选项]")
def docx(
    context: typer.Context,
    edition: EditionOption = "",
    since: Annotated[str, typer.Option("--since", metavar="年份", help="标出与这一版相比的修订")] = "",
) -> None:
    """生成 Word 文档 build/<版本>/report.docx；写 --since 时为 report-since-<年份>.docx。"""
    project, year = open_project(context, edition)
    earlier = year_of(since, "--since") if since else None
    from reportgen import pipeline

    with Steps(Console()) as steps:
        path = pipeline.docx(project, year, earlier, steps)
    typer.echo(f"已生成 {near(path, project)}")
    typer.echo("目录的页码由 Word 计算：打开后按 Ctrl+A，再按 F9")
