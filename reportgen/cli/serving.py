"""The command that shows the paper while it is being written: serve."""

from __future__ import annotations

from typing import Annotated

import typer

from reportgen.cli.group import ChineseCommand
from reportgen.cli.root import EditionOption, app, open_project
from reportgen.errors import UsageError

_VS_CODE = "vscode://file{file}:{line}"

PortOption = Annotated[int, typer.Option("--port", metavar="端口", help="从这个端口起找第一个空闲的")]
OpenOption = Annotated[bool, typer.Option("--open", metavar="", help="同时打开浏览器")]
EditorOption = Annotated[
    str,
    typer.Option(
        "--editor",
        metavar="链接",
        help="点行号时用什么打开：vscode，或含 {file} 和 {line} 的链接",
        show_default=False,
    ),
]


@app.command(cls=ChineseCommand, options_metavar="[选项]")
def serve(
    context: typer.Context,
    edition: EditionOption = "",
    port: PortOption = 8000,
    open_browser: OpenOption = False,
    editor: EditorOption = "",
) -> None:
    """预览：在浏览器里看报告，保存后立即更新；只供本机使用。"""
    project, year = open_project(context, edition)
    link = _VS_CODE if editor == "vscode" else editor
    if link and ("{file}" not in link or "{line}" not in link):
        raise UsageError(f"--editor 应含 {{file}} 和 {{line}}，现为“{editor}”", remedy="如 --editor vscode")
    typer.echo("正在准备预览……")
    from reportgen.preview.serving import preview

    preview(project, year, port, link, lambda url: _announce(url, open_browser))


def _announce(url: str, open_browser: bool) -> None:
    typer.echo(f"预览：{url}　保存文件后自动更新，按 Ctrl-C 结束")
    if open_browser:
        typer.launch(url)
