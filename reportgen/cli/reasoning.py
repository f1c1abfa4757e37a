"""The command that says why headlines differ between editions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from reportgen.cli.group import ChineseCommand
from reportgen.cli.root import app, near, open_project
from reportgen.cli.steps import Steps

if TYPE_CHECKING:
    from reportgen.causing import Explained
    from reportgen.facts.address import Vocabulary

EditionsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="版本",
        help="两个或更多，较早的在前：2021 2022，或同一版换统计资料 2022 2022:终值 2022:五普",
        show_default=False,
    ),
]
EachOption = Annotated[bool, typer.Option("--each", metavar="", help="每项输入各算一个原因，不按类合并")]

CAUSE_COLUMNS = ("指标", "前版", "后版", "单位", "原因", "数额")


@app.command("causes", cls=ChineseCommand, options_metavar="[选项]")
def show_causes(context: typer.Context, editions: EditionsArgument, each: EachOption = False) -> None:
    """主要数字为何变动：按原因分解两版之差，写出 build/<版本>/causes.html 和 causes.csv。"""
    project, _ = open_project(context, "")
    from reportgen import causing
    from reportgen.cli.listing import show
    from reportgen.experiments.cause_words import VIEW_NOTES
    from reportgen.experiments.causes import View

    console = Console()
    with Steps(console) as steps:
        found = causing.find_causes(project, editions, each, steps)
    if len(found.comparisons) > 1 and all(one.view is View.同年 for one in found.comparisons):
        show(console, *_levels(found.comparisons, found.vocabulary))
    for one in found.comparisons:
        typer.echo(f"\n{one.old.text} → {one.new.text}：{VIEW_NOTES[one.view]}")
        rows = _rows(one, found.vocabulary)
        if rows:
            show(console, CAUSE_COLUMNS, rows)
        else:
            typer.echo("主要数字没有变动")
    typer.echo()
    for path in found.paths:
        typer.echo(f"已写入 {near(path, project)}")


def _levels(
    comparisons: Sequence[Explained], vocabulary: Vocabulary
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Columns and rows: each headline as every edition prints it, where all have the same years."""
    from reportgen.experiments.cause_words import level_text

    columns = ("指标", comparisons[0].old.text, *(one.new.text for one in comparisons), "单位")
    rows = []
    for found in zip(*(one.headlines for one in comparisons), strict=True):
        first = found[0]
        levels = [level_text(value, first) for value in (first.before, *(one.after for one in found))]
        rows.append((vocabulary.chinese(first.old), *levels, first.headline.unit))
    return columns, rows


def _rows(one: Explained, vocabulary: Vocabulary) -> list[tuple[str, ...]]:
    """One row a part; the headline stands in the first of its rows only."""
    from reportgen.experiments.cause_words import (
        address_text,
        is_changed,
        level_text,
        part_text,
        shown_parts,
    )

    rows: list[tuple[str, ...]] = []
    for found in filter(is_changed, one.headlines):
        head = (
            address_text(found, vocabulary),
            level_text(found.before, found),
            level_text(found.after, found),
            found.headline.unit,
        )
        for number, part in enumerate(shown_parts(found)):
            rows.append((*(head if number == 0 else ("",) * 4), str(part.name), part_text(part, found)))
    return rows
