"""What follows from a row of an input, as Chinese lines: the printed headlines first, then counts by metric."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportgen.facts.address import Address
from reportgen.facts.dependence import is_numeric
from reportgen.facts.downstream import Chosen, Downstream, Effect, downstream, reachable
from reportgen.facts.graph import FactGraph
from reportgen.facts.run import Run
from reportgen.facts.trace_lines import unit_words
from reportgen.facts.trace_step import number
from reportgen.review.places import PrintedPlace

_HEADLINES, _PLACES, _INPUTS = 20, 3, 8
_NATIONAL = ("national", "direct", "indirect")
Places = Mapping[str, Sequence[PrintedPlace]]


def consequence_lines(
    graph: FactGraph, run: Run, chosen: Chosen, row: str, places: Places | None
) -> list[str]:
    """The lines.

    Args:
        graph, run: the method and its last run.
        chosen: what stands in the row.
        row: as it was asked for.
        places: where facts are printed; None when that is not known.
    """
    numeric = {name: cells for name, cells in chosen.items() if is_numeric(run.ingredients[name].value)}
    switches = [name for name in chosen if name not in numeric]
    lines = [row, *_inputs(run, chosen)]
    if places is None:
        lines.append("印于何处：没有与当前内容相符的成书，先运行 make report；下面列出全部变动的数")
    for name in switches:
        lines += _switch(graph, run, name)
    if numeric:
        lines += _moving(graph, run, downstream(graph, run, numeric), places)
    return lines


def headlines(run: Run, found: Downstream, places: Places | None) -> list[Effect]:
    """The printed facts, first those to be told first: of the nation, of the last years, printed most often."""
    years = (run.calendar.reference_year, run.calendar.forecast_year)
    order = {name: position for position, name in enumerate(run.vocabulary.metrics)}

    def rank(effect: Effect) -> tuple[bool, bool, int, int]:
        address = effect.fact.address
        national = address.scope.partition(".")[0] in _NATIONAL
        often = len(places[address.english]) if places else 0
        return not national, not set(address.years) & set(years), -often, order[address.metric]

    printed = [one for one in found.effects if places is None or one.fact.address.english in places]
    return sorted(printed, key=rank)


def _moving(graph: FactGraph, run: Run, found: Downstream, places: Places | None) -> Iterator[str]:
    if not found.effects:
        yield "没有数随它变动：它的值为零、没有公布，或不进入本版的算式"
        return
    chosen = headlines(run, found, places)
    count = f"随之变动的数 {len(found.effects)} 个" + ("" if places is None else f"，其中印出 {len(chosen)} 个")
    yield f"{count}；所列为上列各数都加 1% 时的变动"
    for effect in chosen[:_HEADLINES]:
        fact = effect.fact
        yield f"　{fact.label} = {number(fact.value)} {unit_words(fact.unit)}　{effect.words}"
        yield from _printed(fact.address, places)
    if len(chosen) > _HEADLINES:
        yield f"　另有 {len(chosen) - _HEADLINES} 个印出的数"
    yield "按指标："
    yield from _by_metric(graph, run, found, {one.fact.address for one in chosen} if places else set())
    if found.compared:
        names = "、".join(map(run.vocabulary.metric_name, found.compared))
        yield f"由变动的数比较而得、可能随之变动的名次、名单与个数：{names}"


def _by_metric(graph: FactGraph, run: Run, found: Downstream, printed: set[Address]) -> Iterator[str]:
    groups: dict[str, list[Effect]] = {}
    for effect in found.effects:
        groups.setdefault(effect.fact.address.metric, []).append(effect)
    counts: dict[str, int] = {}
    for fact in run.facts:
        counts[fact.address.metric] = counts.get(fact.address.metric, 0) + 1
    for name, effects in sorted(groups.items(), key=lambda item: -len(item[1])):
        own = sum(effect.fact.address in printed for effect in effects)
        most = max(effects, key=lambda effect: abs(effect.change))
        yield (
            f"　{run.vocabulary.metric_name(name)}：{counts[name]} 个中变动 {len(effects)} 个"
            + (f"，印出 {own} 个" if own else "")
            + f"，变动最大的是{most.fact.label}（{most.words}）"
        )


def _printed(address: Address, places: Places | None) -> Iterator[str]:
    found = () if places is None else places[address.english]
    for place in found[:_PLACES]:
        yield f"　　{place.words}"
    if len(found) > _PLACES:
        yield f"　　另有 {len(found) - _PLACES} 处"


def _inputs(run: Run, chosen: Chosen) -> Iterator[str]:
    shown = [(name, cell) for name, cells in chosen.items() for cell in cells]
    for name, cell in shown[:_INPUTS]:
        one = run.ingredients[name]
        labels = [part for label in cell for part in (label if isinstance(label, tuple) else (label,))]
        words = "，".join(run.vocabulary.scope_name(str(label)) for label in labels)
        yield f"　{one.label}{f'[{words}]' if words else ''}（{one.place(*cell)}）"
    if len(shown) > _INPUTS:
        yield f"　另有 {len(shown) - _INPUTS} 个数"


def _switch(graph: FactGraph, run: Run, name: str) -> Iterator[str]:
    one = run.ingredients[name]
    metrics = [run.vocabulary.metric_name(metric) for metric in reachable(graph, run, name)]
    what = f"现为 {one.value}" if isinstance(one.value, str | int) else "是一组名称"
    yield f"{one.label}{what}：不是可以微动的数；改动它可能影响 {len(metrics)} 个指标：{'、'.join(metrics)}"
