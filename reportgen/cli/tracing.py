"""The command that asks where a number comes from, or what follows from a row of an input."""

from __future__ import annotations

from typing import Annotated

import typer

from reportgen.cli.group import ChineseCommand
from reportgen.cli.root import EditionOption, app, open_project
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


@app.command(cls=ChineseCommand, options_metavar="[选项]")
def trace(
    context: typer.Context,
    address: AddressArgument = "",
    edition: EditionOption = "",
    row: RowOption = "",
) -> None:
    """追溯一个数：由哪些公式、数据和参数得出，印在何处；--from 反过来查。"""
    project, year = open_project(context, edition)
    if bool(address) == bool(row):
        problem = "既写了地址又写了 --from" if row else "没有写追溯哪个数"
        raise UsageError(problem, remedy="写一个地址，如 增加值.制造业[2021]；或写 --from 文件#行")
    from reportgen import tracing

    if row:
        typer.echo(tracing.consequences(project, year, row))
        return
    typer.echo(tracing.trace(project, year, address))
