"""The commands that make the paper and check it: build, check, figures."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

from reportgen.cli.checking import PEOPLE, check_edition
from reportgen.cli.group import ChineseCommand
from reportgen.cli.root import EditionOption, app, near, open_project
from reportgen.cli.steps import Steps


@app.command(cls=ChineseCommand, options_metavar="[选项]")
def build(context: typer.Context, edition: EditionOption = "") -> None:
    """生成一版报告：build/<版本>/report.pdf、report.html 和数据 report.xlsx。"""
    project, year = open_project(context, edition)
    from reportgen import pipeline

    with Steps(Console()) as steps:
        result = pipeline.build(project, year, steps)
    for warning in result.warnings:
        typer.echo(f"提醒：{warning}", err=True)
    said = "已生成" if result.made else "没有变动"
    for path in (result.pdf, result.html, result.workbook, result.facts, result.places):
        typer.echo(f"{said} {near(path, project)}")
    typer.echo(f"用时 {result.seconds:.1f} 秒")


@app.command(cls=ChineseCommand, options_metavar="[选项]")
def check(
    context: typer.Context,
    edition: EditionOption = "",
    format_: Annotated[
        str, typer.Option("--format", metavar="人|json|sarif", help="输出给人看，或给编辑器和 CI 读")
    ] = PEOPLE,
    watch: Annotated[
        bool, typer.Option("--watch", metavar="", help="文件一改就重查，只印新增和消失的")
    ] = False,
) -> int:
    """检查一版的数据、参数、恒等关系和文字，不生成报告。"""
    project, year = open_project(context, edition)
    return check_edition(project, year, format_, watch)


@app.command(cls=ChineseCommand, options_metavar="[选项]")
def figures(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="图名", help="如 employment；不写则画全部")] = "",
    edition: EditionOption = "",
    png: Annotated[int, typer.Option("--png", metavar="每英寸点数", help="另存 PNG，如 200")] = 0,
) -> None:
    """画图：build/<版本>/figures/ 中的 SVG、数据表和总览页 index.html。"""
    project, year = open_project(context, edition)
    from reportgen import pipeline

    with Steps(Console()) as steps:
        written = pipeline.figures(project, year, name, png, steps)
    for path in written if name else [path for path in written if path.suffix == ".html"]:
        typer.echo(f"已生成 {near(path, project)}")
