"""The command that writes what editors keep beside them: the cheat sheet."""

from __future__ import annotations

import typer

from reportgen.cli.group import ChineseCommand
from reportgen.cli.root import EditionOption, app, near, open_project


@app.command(cls=ChineseCommand, options_metavar="[选项]")
def cheatsheet(context: typer.Context, edition: EditionOption = "") -> None:
    """重写章节速查 docs/cheatsheet.md：过滤器、判断、名称和例子。"""
    project, year = open_project(context, edition)
    from reportgen import reference
    from reportgen.project.files import replace_files

    path = project.root / "docs" / "cheatsheet.md"
    replace_files({path: reference.cheatsheet(project, year).encode()})
    typer.echo(f"已写入 {near(path, project)}")
