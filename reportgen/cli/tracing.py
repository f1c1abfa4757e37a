"""The command that asks where a number comes from, or what follows from a row of an input."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reportgen.cli.group import ChineseCommand
from reportgen.cli.root import EditionOption, app, near, open_project
from reportgen.errors import UsageError

AddressArgument = Annotated[
    str, typer.Argument(metavar="地址", help="如 增加值.制造业[2021]", show_default=False)
]
RowOption = Annotated[
    str,
    typer.Option(
        "--from",
        metavar="文件#行",
        help="反过来查：由一行数据或一个参数算出的数，如 content/data/…/first2021.csv#2、calibrated_2022.yaml#参数名",
        show_default=False,
    ),
]


GraphOption = Annotated[
    Path | None,
    typer.Option("--graph", metavar="文件.svg", help="另画由来图：公式、统计表和参数", show_default=False),
]
ProvOption = Annotated[
    Path | None,
    typer.Option("--prov", metavar="文件.json", help="另存 W3C PROV-JSON", show_default=False),
]
PageOption = Annotated[
    bool, typer.Option("--html", metavar="", help="做全部印出的数的追溯页 build/<版本>/trace.html")
]


@app.command(cls=ChineseCommand, options_metavar="[选项]")
def trace(
    context: typer.Context,
    address: AddressArgument = "",
    edition: EditionOption = "",
    row: RowOption = "",
    graph: GraphOption = None,
    prov: ProvOption = None,
    html: PageOption = False,
) -> None:
    """追溯一个数：由哪些公式、数据和参数得出，印在何处；--from 反过来查。"""
    project, year = open_project(context, edition)
    _one_question(address, row, html)
    _suffixes(address, {"--graph": (graph, ".svg"), "--prov": (prov, ".json")})
    from reportgen import tracing

    if html:
        typer.echo(f"已生成 {near(tracing.write_page(project, year), project)}")
    elif row:
        typer.echo(tracing.consequences(project, year, row))
    else:
        typer.echo(tracing.trace(project, year, address))
    for path, write in ((graph, tracing.draw), (prov, tracing.export)):
        if path is not None:
            write(project, year, address, path)
            typer.echo(f"已写入 {path}")


def _one_question(address: str, row: str, html: bool) -> None:
    asked = {"地址": bool(address), "--from": bool(row), "--html": html}
    given = [name for name, there in asked.items() if there]
    if len(given) != 1:
        problem = f"{'、'.join(given)} 只能写一项" if given else "没有写追溯哪个数"
        raise UsageError(problem, remedy="写一个地址，如 增加值.制造业[2021]；或写 --from 文件#行")


def _suffixes(address: str, files: dict[str, tuple[Path | None, str]]) -> None:
    for option, (path, suffix) in files.items():
        if path is None:
            continue
        if not address:
            raise UsageError(f"{option} 只与地址同用", remedy="写上要追溯的数，如 增加值.制造业[2021]")
        if path.suffix != suffix:
            raise UsageError(f"{option} 的文件名应以 {suffix} 结尾", place=str(path), remedy=f"改为 {suffix}")
