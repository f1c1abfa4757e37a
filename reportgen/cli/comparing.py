"""The command of whoever judges a new edition: what changed since another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from reportgen.cli.group import ChineseCommand
from reportgen.cli.root import app, near, open_project
from reportgen.cli.steps import Steps

if TYPE_CHECKING:
    from reportgen.review.change import Change
    from reportgen.review.changes import Comparison

MOST_ON_A_TERMINAL = 20
_COLUMNS = ("地址", "旧", "新", "变动", "提示", "印出处")
_SIDE = "2022、2022@发布，或 2022@版本（标签、分支、提交；末尾加 + 则用现行程序算）"

BeforeArgument = Annotated[str, typer.Argument(metavar="旧", help=_SIDE, show_default=False)]
AfterArgument = Annotated[str, typer.Argument(metavar="新", help="同上", show_default=False)]


@app.command(cls=ChineseCommand, options_metavar="[选项]")
def diff(context: typer.Context, before: BeforeArgument, after: AfterArgument) -> None:
    """比较两版：同一年的数、顺延一年的数、名单、图、段落、输入，写成网页、Markdown 和 CSV。"""
    project, _ = open_project(context, "")
    from reportgen import comparing

    console = Console()
    with Steps(console) as steps:
        done = comparing.diff(project, before, after, steps)
    _show(console, done.comparison)
    for path in done.paths:
        typer.echo(f"已写入 {near(path, project)}")


def _show(console: Console, comparison: Comparison) -> None:
    """The headlines, the counts, and the top of the list of each view."""
    from reportgen.cli.listing import show
    from reportgen.review.changes_summary import count_rows, other_counts, rolled_words, same, title
    from reportgen.review.headlines import headlines

    typer.echo(title(comparison))
    if same(comparison):
        typer.echo("两版没有差别")
        return
    rows = [(one.label, one.before, one.after, one.difference) for one in headlines(comparison)]
    show(console, ("主要指标", "旧", "新", "变动"), rows)
    typer.echo()
    show(console, ("变化的数", *(view.value for view in comparison.by_view)), count_rows(comparison))
    typer.echo(f"{other_counts(comparison)}。{rolled_words(comparison)}")
    for view, changes in comparison.by_view.items():
        if changes:
            typer.echo(f"\n{view.value}，前 {min(MOST_ON_A_TERMINAL, len(changes))} 项，共 {len(changes)} 项")
            show(console, _COLUMNS, _rows(comparison, changes[:MOST_ON_A_TERMINAL]))
    typer.echo()


def _rows(comparison: Comparison, changes: tuple[Change, ...]) -> list[tuple[str, ...]]:
    from reportgen.review.change_words import words_of

    found = (words_of(change, comparison.after.facts.vocabulary) for change in changes)
    return [
        (one.label, one.before, one.after, one.difference, "；".join(one.alerts), one.places or "未印出")
        for one in found
    ]
