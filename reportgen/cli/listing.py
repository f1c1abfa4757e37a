"""Facts as lines: address, value, unit, status, and the text that an editor pastes into a chapter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from reportgen.facts.fact import Fact, FactTable
from reportgen.text.pasting import Hits

FACT_COLUMNS = ("地址", "值", "单位", "状态", "写进正文")
METRIC_COLUMNS = ("指标", "个数", "单位", "地址示例")
MOST_ON_A_TERMINAL = 20
VALUE_COLUMN = 60


def show_hits(console: Console, found: Hits) -> None:
    """Two lines a fact on a terminal, the best ones only; elsewhere every fact as a tab-separated line."""
    for word, near in found.replaced:
        console.print(f"没有“{word}”，按“{near}”查找", style="yellow", markup=False, highlight=False)
    if not console.is_terminal:
        show(
            console,
            FACT_COLUMNS,
            [(hit.address, hit.value, hit.unit, hit.status, hit.paste) for hit in found.hits],
        )
        return
    best = found.hits[:MOST_ON_A_TERMINAL]
    for hit in best:
        gap = " " * max(2, VALUE_COLUMN - cell_len(hit.address + hit.value))
        console.print(
            Text.assemble((hit.address, "bold"), gap, hit.value, "  ", (hit.status, "dim")), soft_wrap=True
        )
        console.print(f"    {hit.paste}", markup=False, highlight=False, soft_wrap=True)
    left = found.count - len(best)
    if left > 0:
        console.print(f"另有 {left} 条，加上年份或范围可以缩小", style="dim")


def metric_rows(facts: FactTable) -> list[tuple[str, ...]]:
    """One row a metric, by METRIC_COLUMNS, with the first of its facts as the example."""
    of_metric: dict[str, list[Fact]] = {}
    for fact in facts:
        of_metric.setdefault(fact.address.metric, []).append(fact)
    return [
        (facts.vocabulary.metric_name(metric), str(len(found)), found[0].unit, found[0].label)
        for metric, found in of_metric.items()
    ]


def show(console: Console, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table on a terminal; elsewhere tab-separated lines, so that nothing is cut."""
    if not console.is_terminal:
        for row in (columns, *rows):
            print("\t".join(row), file=console.file)
        return
    table = Table(header_style="bold", box=None, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(_literal(cell) for cell in row))
    console.print(table)


def _literal(text: str) -> str:
    return text.replace("[", r"\[")
