"""The commands that freeze an edition: publish, and snapshot for the comparison with an earlier program."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from reportgen.cli.group import ChineseCommand
from reportgen.cli.root import EditionOption, app, near, open_project
from reportgen.cli.steps import Steps


@app.command(cls=ChineseCommand, options_metavar="[选项]")
def publish(
    context: typer.Context,
    edition: EditionOption = "",
    again: Annotated[
        bool, typer.Option("--again", metavar="", help="已公布过的版本重新公布，覆盖发布稿")
    ] = False,
) -> None:
    """公布定稿：检查通过后，把一版的数、印出的文字和所用文件冻结为发布稿。"""
    project, year = open_project(context, edition)
    from reportgen import publishing

    with Steps(Console()) as steps:
        done = publishing.publish(project, year, again, steps)
    snapshot = done.snapshot
    typer.echo(
        f"已公布 {year} 年版：{len(snapshot.facts)} 个数，印出 {len(snapshot.printed)} 处，"
        f"{len(snapshot.words)} 段文字，{len(snapshot.parameters)} 个参数值，{len(snapshot.inputs)} 个输入文件"
    )
    if done.differs:
        typer.echo(f"与原发布稿相比：{done.differs}")
    for path in done.files:
        typer.echo(f"已写入 {near(path, project)}")


@app.command(cls=ChineseCommand, options_metavar="[选项]", hidden=True)
def snapshot(
    context: typer.Context,
    to: Annotated[Path, typer.Option("--to", metavar="文件夹", help="写到哪里")],
    edition: EditionOption = "",
) -> None:
    """把一版现在的样子写成与发布稿相同的文件，连同各图；供 reportgen diff 比较版本库中的旧版本。"""
    project, year = open_project(context, edition)
    from reportgen import snapshots

    snapshots.write_snapshot(project, year, to.resolve())
