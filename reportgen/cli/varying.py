"""The command that moves the assumptions of an edition: sensitivity."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from reportgen.cli.group import ChineseCommand
from reportgen.cli.root import EditionOption, app, near, open_project

if TYPE_CHECKING:
    from reportgen.varying import Varied

DrawsOption = Annotated[
    int,
    typer.Option("--draws", metavar="次数", help="全部假定同时随机抽取的次数，默认 2000", show_default=False),
]
SeedOption = Annotated[
    int,
    typer.Option(
        "--seed", metavar="整数", help="随机抽取的种子；同一种子结果相同，默认 2022", show_default=False
    ),
]
ProcessesOption = Annotated[
    int,
    typer.Option(
        "--processes", metavar="个数", help="同时计算的进程数，不影响结果，默认 2", show_default=False
    ),
]
_COLUMNS = ("指标", "所用值", "5%", "中位数", "95%", "影响最大的假定", "取最低值", "取最高值或换读法")


@app.command(cls=ChineseCommand, options_metavar="[选项]")
def sensitivity(
    context: typer.Context,
    edition: EditionOption = "",
    draws: DrawsOption = 2000,
    seed: SeedOption = 2022,
    processes: ProcessesOption = 2,
) -> None:
    """敏感性：逐项变动假定，再同时抽取全部假定，写出 sensitivity.html 和 sensitivity.csv。"""
    project, year = open_project(context, edition)
    from reportgen.cli.countdown import Countdown
    from reportgen.cli.listing import show
    from reportgen.varying import vary

    with Countdown(Console()) as steps:
        done = vary(project, year, draws, seed, processes, steps, steps.advance)
    show(Console(), _COLUMNS, _rows(done))
    for line in _remarks(done):
        typer.echo(line)
    for path in (done.page, done.table):
        typer.echo(f"已写入 {near(path, project)}")


def _rows(done: Varied) -> list[tuple[str, ...]]:
    """One row for each headline."""
    from reportgen.varying_page import interval_of, tornado_rows

    found, words = done.found, done.words
    rows = []
    for place, address in enumerate(found.addresses):
        top = tornado_rows(found, words, place)[:1]
        ends = [(row.low, row.high or row.other) for row in top] or [(None, None)]
        labels = [end.label if end and end.change else "" for end in ends[0]]
        name = top[0].name if top else ""
        value = words.value(address, float(found.base[place]))
        rows.append((words.headline(address), value, *interval_of(found, words, place), name, *labels))
    return rows


def _remarks(done: Varied) -> list[str]:
    """What is to be known of the draws and of what was not moved."""
    found = done.found
    sample = found.sample
    lines = [
        f"变动 {len(found.swings)} 项数值、{len(found.turns)} 种别的读法；"
        f"同时抽取 {sample.draws} 次（种子 {found.seed}），超出合理范围而舍去 {sample.dropped} 次"
    ]
    if not found.closed:
        lines.append("闭式与逐次重算不合或不适用，已改为逐次重算")
    if found.unset:
        lines.append(f"未设范围，没有变动：{'、'.join(map(done.words.assumption, found.unset))}")
    return lines
