"""Facts as lines: address, value, unit, status, and the text that an editor pastes into a chapter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

from reportgen.facts.context import METRIC
from reportgen.facts.fact import Fact, FactTable

FACT_COLUMNS = ("地址", "值", "单位", "状态", "写进正文")
METRIC_COLUMNS = ("指标", "个数", "单位", "地址示例")

_FILTERS = {"亿元": "亿元", "万人": "万人", "%": "百分比", "位": "排名"}


def pasted(fact: Fact) -> str:
    """What a chapter says to print the fact: ``{{ 数["增加值.全国[2021]"] | 亿元 }}``."""
    if fact.address.metric == METRIC:
        return f'{{{{ 背景("{fact.address.scope}") }}}}'
    name = _FILTERS.get(fact.unit)
    tail = f" | {name}" if name else ""
    return f'{{{{ 数["{fact.label}"]{tail} }}}}'


def fact_rows(facts: Iterable[Fact]) -> list[tuple[str, ...]]:
    """One row a fact, by FACT_COLUMNS; ten significant digits are shown."""
    return [(fact.label, f"{fact.value:.10g}", fact.unit, fact.status.name, pasted(fact)) for fact in facts]


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
