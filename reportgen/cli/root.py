"""The command line without its commands: the options before them, and what each command starts with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reportgen.cli.group import ChineseGroup, Session
from reportgen.errors import EditionError, UsageError
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


def open_project(context: typer.Context, edition: str) -> tuple[Project, int]:
    """The project in the folder of the options, and the edition asked for or the latest.

    Raises:
        UsageError: no such folder, or not a year.
        EditionError: the project has no edition.
    """
    session: Session = context.obj
    project = Project.open(session.folder.resolve())
    if edition:
        return project, year_of(edition, "--edition")
    editions = project.editions()
    if not editions:
        raise EditionError("没有任何版本", place=str(project.content / "editions"), remedy="新建 <年份>.yaml")
    return project, editions[-1]


def year_of(text: str, option: str) -> int:
    """The year that an option names.

    Raises:
        UsageError: not a year.
    """
    if not text.isdecimal():
        raise UsageError(f"{option} 应为年份，现为“{text}”", remedy=f"如 {option} 2022")
    return int(text)


def near(path: Path, project: Project) -> Path:
    """The path as seen from the project, when it lies inside."""
    return path.relative_to(project.root) if path.is_relative_to(project.root) else path
