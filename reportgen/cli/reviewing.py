"""The command of the reviewer: which passages are signed, and signing them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from reportgen.cli.group import ChineseCommand
from reportgen.cli.root import EditionOption, app, near, open_project
from reportgen.cli.steps import Steps
from reportgen.errors import UsageError

if TYPE_CHECKING:
    from reportgen.review.sign_off_match import Review

PassageArgument = Annotated[
    str,
    typer.Argument(
        metavar="段落",
        help="章、章:行 或 段名，如 20-overall、20-overall:64、设施与应用；不写则为全书",
        show_default=False,
    ),
]
SignOption = Annotated[bool, typer.Option("--sign", metavar="", help="签核所写的章或段落")]
AllOption = Annotated[bool, typer.Option("--all", metavar="", help="与 --sign 同用：签核全书")]
SignerOption = Annotated[
    str, typer.Option("--by", metavar="姓名", help="与 --sign 同用：由谁签", show_default=False)
]


@app.command(cls=ChineseCommand, options_metavar="[选项]")
def review(
    context: typer.Context,
    passage: PassageArgument = "",
    edition: EditionOption = "",
    sign: SignOption = False,
    everything: AllOption = False,
    signer: SignerOption = "",
) -> None:
    """审签：列出已签、待复核、未签的段落；--sign 签核。"""
    project, year = open_project(context, edition)
    if not sign and (everything or signer):
        raise UsageError(f"{'--all' if everything else '--by'} 只与 --sign 同用", remedy="签核时加上 --sign")
    if sign and everything == bool(passage):
        remedy = "写 --sign 章、--sign 章:行 或 --sign 段名；签核全书写 --sign --all"
        raise UsageError("没有写明签哪些段落" if not passage else "既写了段落又写了 --all", remedy=remedy)
    if sign and not signer.strip():
        raise UsageError("没有写明由谁签", remedy="加上 --by 姓名")
    from reportgen import signing

    if not sign:
        _show(signing.reviewed(project, year, passage), bool(passage))
        return
    with Steps(Console()) as steps:
        done = signing.sign(project, year, passage, signer, steps)
    typer.echo(
        f"已签 {done.signed} 段" + (f"，{done.kept} 段先前已签、没有变动，保留原签" if done.kept else "")
    )
    if done.dropped:
        typer.echo(f"段落已不存在的签核 {done.dropped} 条已移除")
    typer.echo(f"已写入 {near(done.path, project)}")


def _show(found: Review, each: bool) -> None:
    """The counts; every passage in `found`, or only those to be reviewed again; signatures left over."""
    from reportgen.cli.listing import show
    from reportgen.review.sign_off_words import COUNT_COLUMNS, count_rows, gone_line, passage_lines

    show(Console(), COUNT_COLUMNS, count_rows(found.passages))
    for one in found.passages if each else found.waiting:
        for line in passage_lines(one):
            typer.echo(line)
    for signature in found.gone:
        typer.echo(gone_line(signature))
    if found.gone:
        typer.echo("已不存在的段落，其签核在下次 --sign 时移除")
