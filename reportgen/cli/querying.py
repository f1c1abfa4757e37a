"""The commands that ask for numbers or fit them: facts, calibrate, reconcile, history."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from reportgen.cli.group import ChineseCommand
from reportgen.cli.root import EditionOption, app, near, open_project
from reportgen.cli.steps import Steps
from reportgen.errors import AddressError, UsageError

PublishedOption = Annotated[
    Path | None,
    typer.Option(
        "--published",
        metavar="文件",
        help="已公布的结果；不写则用 content/published 中的同版文件",
        show_default=False,
    ),
]
QueryArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="词",
        help="要找的词，次序不限，如 制造业 增速 2021；不写则列出全部指标",
        show_default=False,
    ),
]


@app.command(cls=ChineseCommand, options_metavar="[选项]")
def facts(
    context: typer.Context,
    query: QueryArgument = None,
    edition: EditionOption = "",
) -> None:
    """查数：列出地址、值、单位、状态，以及写进正文的样子。"""
    project, year = open_project(context, edition)
    from reportgen import pipeline, reference
    from reportgen.cli.listing import METRIC_COLUMNS, metric_rows, show, show_hits

    if not query:
        show(Console(), METRIC_COLUMNS, metric_rows(pipeline.facts(project, year)))
        return
    found = reference.find(project, year, query)
    if not found.count:
        raise AddressError(
            f"没有同时含“{'”“'.join(query)}”的地址",
            remedy="减少词数，或不带词运行 reportgen facts 查看全部指标",
        )
    show_hits(Console(), found)


@app.command(cls=ChineseCommand, options_metavar="[选项]")
def calibrate(context: typer.Context, edition: EditionOption = "") -> None:
    """用已公布的结果校准论文未公布的系数，写入参数文件。"""
    project, year = open_project(context, edition)
    from reportgen import pipeline

    with Steps(Console()) as steps:
        summary = pipeline.calibrate(project, year, steps)
    typer.echo(summary.text)
    for path in summary.files:
        typer.echo(f"已写入 {near(path, project)}")


@app.command(cls=ChineseCommand, options_metavar="[选项]")
def reconcile(
    context: typer.Context,
    edition: EditionOption = "",
    published: PublishedOption = None,
) -> None:
    """与已公布的报告逐项对照，写出 build/<版本>/reconcile.csv 和 reconcile.html。"""
    project, year = open_project(context, edition)
    from reportgen import reconciling

    if published is not None and not published.is_file():
        raise UsageError("没有这个文件", place=str(published), remedy="检查 --published 后的路径")
    with Steps(Console()) as steps:
        summary = reconciling.reconcile(project, year, published, steps)
    typer.echo(summary.text)
    for path in summary.files:
        typer.echo(f"已写入 {near(path, project)}")


@app.command(cls=ChineseCommand, options_metavar="[选项]")
def history(context: typer.Context, edition: EditionOption = "") -> None:
    """历版对照：同一年的数怎样先预测、后印出、再修订，写出 build/<版本>/history.html。"""
    project, year = open_project(context, edition)
    from reportgen import histories

    with Steps(Console()) as steps:
        summary = histories.history(project, year, steps)
    typer.echo(summary.text)
    typer.echo(f"已写入 {near(summary.path, project)}")
