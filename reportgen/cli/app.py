"""The command ``reportgen``: each command opens the project, calls the pipeline and prints what it returns.

The pipeline brings the heavy libraries, so each command imports it only after the project has opened.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from reportgen.cli.group import ChineseCommand, ChineseGroup, Session
from reportgen.cli.steps import Steps
from reportgen.errors import AddressError, EditionError, UsageError
from reportgen.project.folders import Project

CONTENT_WRONG = 1
USAGE_WRONG = 2

app = typer.Typer(
    name="reportgen",
    cls=ChineseGroup,
    help="由官方统计数据和中文叙述生成产业经济白皮书。",
    options_metavar="[选项]",
    subcommand_metavar="命令 [参数]",
    invoke_without_command=True,
    add_completion=False,
)

FolderOption = Annotated[
    Path,
    typer.Option(
        "--project",
        metavar="文件夹",
        help="含 content、figures、templates 的文件夹；不写则为当前文件夹",
        show_default=False,
    ),
]
EditionOption = Annotated[
    str,
    typer.Option("--edition", metavar="年份", help="版本，如 2022；不写则为最新一版", show_default=False),
]
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
        help="地址中须出现的词，如 增加值 制造业 2021；不写则列出全部指标",
        show_default=False,
    ),
]
AddressArgument = Annotated[
    str, typer.Argument(metavar="地址", help="如 增加值.制造业[2021]", show_default=False)
]


@app.callback()
def options(
    context: typer.Context,
    folder: FolderOption = Path(),
    debug: Annotated[bool, typer.Option("--debug", metavar="", help="程序出错时显示详细位置")] = False,
) -> None:
    """Remember the options that come before the command; without a command show the help."""
    session: Session = context.obj
    session.folder, session.debug = folder, debug
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(USAGE_WRONG)


@app.command(cls=ChineseCommand, options_metavar="[选项]")
def build(context: typer.Context, edition: EditionOption = "") -> None:
    """生成一版报告：build/<版本>/report.pdf、report.html 和数据 report.xlsx。"""
    project, year = _open(context, edition)
    from reportgen import pipeline

    with Steps(_console()) as steps:
        result = pipeline.build(project, year, steps)
    for warning in result.warnings:
        typer.echo(f"提醒：{warning}", err=True)
    for path in (result.pdf, result.html, result.workbook, result.facts):
        typer.echo(f"已生成 {_near(path, project)}")
    typer.echo(f"用时 {result.seconds:.1f} 秒")


@app.command(cls=ChineseCommand, options_metavar="[选项]")
def check(context: typer.Context, edition: EditionOption = "") -> int:
    """检查一版的数据、参数、恒等关系和文字，不生成报告。"""
    project, year = _open(context, edition)
    from reportgen import pipeline

    console = _console()
    with Steps(console) as steps:
        lines = pipeline.check(project, year, steps)
    failed = [line for line in lines if not line.passed]
    reminders = [line for line in lines if line.reminder]
    for line in lines if console.is_terminal else [*failed, *reminders]:
        typer.echo(line.shown, err=line.reminder or not line.passed)
    verdict = f"{len(failed)} 项不通过" if failed else "全部通过"
    reminded = f"，提醒 {len(reminders)} 条" if reminders else ""
    typer.echo(f"检查 {len(lines) - len(reminders)} 项，{verdict}{reminded}")
    return CONTENT_WRONG if failed else 0


@app.command(cls=ChineseCommand, options_metavar="[选项]")
def facts(
    context: typer.Context,
    query: QueryArgument = None,
    edition: EditionOption = "",
) -> None:
    """查数：列出地址、值、单位、状态，以及写进正文的样子。"""
    project, year = _open(context, edition)
    from reportgen import pipeline
    from reportgen.cli.listing import FACT_COLUMNS, METRIC_COLUMNS, fact_rows, metric_rows, show

    table = pipeline.facts(project, year)
    if not query:
        show(_console(), METRIC_COLUMNS, metric_rows(table))
        return
    found = table.search(query)
    if not found:
        raise AddressError(
            f"没有同时含“{'”“'.join(query)}”的地址",
            remedy="减少词数，或不带词运行 reportgen facts 查看全部指标",
        )
    show(_console(), FACT_COLUMNS, fact_rows(found))


@app.command(cls=ChineseCommand, options_metavar="[选项]")
def figures(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="图名", help="如 employment；不写则画全部")] = "",
    edition: EditionOption = "",
    png: Annotated[int, typer.Option("--png", metavar="每英寸点数", help="另存 PNG，如 200")] = 0,
) -> None:
    """画图：build/<版本>/figures/ 中的 SVG、数据表和总览页 index.html。"""
    project, year = _open(context, edition)
    from reportgen import pipeline

    with Steps(_console()) as steps:
        written = pipeline.figures(project, year, name, png, steps)
    for path in written if name else [path for path in written if path.suffix == ".html"]:
        typer.echo(f"已生成 {_near(path, project)}")


@app.command(cls=ChineseCommand, options_metavar="[选项]")
def calibrate(context: typer.Context, edition: EditionOption = "") -> None:
    """用已公布的结果校准论文未公布的系数，写入参数文件。"""
    project, year = _open(context, edition)
    from reportgen import pipeline

    with Steps(_console()) as steps:
        summary = pipeline.calibrate(project, year, steps)
    typer.echo(summary.text)
    for path in summary.files:
        typer.echo(f"已写入 {_near(path, project)}")


@app.command(cls=ChineseCommand, options_metavar="[选项]")
def reconcile(
    context: typer.Context,
    edition: EditionOption = "",
    published: PublishedOption = None,
) -> None:
    """与已公布的报告逐项对照，写出 build/<版本>/reconcile.csv。"""
    project, year = _open(context, edition)
    from reportgen import pipeline

    if published is not None and not published.is_file():
        raise UsageError("没有这个文件", place=str(published), remedy="检查 --published 后的路径")
    with Steps(_console()) as steps:
        summary = pipeline.reconcile(project, year, published, steps)
    typer.echo(summary.text)
    typer.echo(f"已写入 {_near(summary.path, project)}")


@app.command(cls=ChineseCommand, options_metavar="[选项]")
def trace(
    context: typer.Context,
    address: AddressArgument,
    edition: EditionOption = "",
) -> None:
    """追溯一个数：由哪些公式、数据和参数得出。"""
    project, year = _open(context, edition)
    from reportgen import pipeline

    typer.echo(pipeline.trace(project, year, address))


def run() -> None:
    """The entry of the program; a terminal that lacks a character shows ``?`` for it."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")
    app(prog_name="reportgen")


def _console() -> Console:
    return Console()


def _open(context: typer.Context, edition: str) -> tuple[Project, int]:
    session: Session = context.obj
    project = Project.open(session.folder.resolve())
    if edition:
        if not edition.isdecimal():
            raise UsageError(f"--edition 应为年份，现为“{edition}”", remedy="如 --edition 2022")
        return project, int(edition)
    editions = project.editions()
    if not editions:
        raise EditionError("没有任何版本", place=str(project.content / "editions"), remedy="新建 <年份>.yaml")
    return project, editions[-1]


def _near(path: Path, project: Project) -> Path:
    """The path as seen from the project, when it lies inside."""
    return path.relative_to(project.root) if path.is_relative_to(project.root) else path
