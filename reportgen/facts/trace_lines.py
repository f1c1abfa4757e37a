"""A trace as Chinese lines for the terminal, the depth shown by full-width blanks."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.facts.fact import Fact
from reportgen.facts.trace_step import MANY, Bundle, Setting, Step, number

_SHOWN = 5  # of those compared, at the top; and the neighbours of the number itself


def trace_lines(fact: Fact, step: Step) -> list[str]:
    """The trace of a fact."""
    head = f"{fact.label} = {number(fact.value)} {unit_words(fact.unit)}　状态：{fact.status.name}"
    return [head, *_how(step, 1)]


def unit_words(unit: str) -> str:
    """A unit behind a number; ``1`` is none."""
    return "" if unit == "1" else unit


def compared_words(step: Step) -> str:
    """What a rank, list or count compared: the first few, and those beside the number itself."""
    names = [name for name, _ in step.compared]
    own = step.where.strip("[]")
    here = names.index(own) if own in names else 0
    chosen = [i for i in range(len(names)) if i < _SHOWN or abs(i - here) <= 1]
    parts = [f"{i + 1} {names[i].split('，')[0]} {number(step.compared[i][1])}" for i in chosen]
    return f"共 {len(names)} 个：{'；'.join(parts)}{'……' if len(chosen) < len(names) else ''}"


def _how(step: Step, depth: int) -> Iterator[str]:
    indent = "　" * depth
    if step.meaning:
        equation = f"第{step.equation}式：" if step.equation else ""
        yield f"{indent}{equation}{step.meaning}"
    if step.formula:
        if step.formula.words:
            yield f"{indent}= {step.formula.words}"
        yield f"{indent}= {step.formula.numbers}"
        yield from (f"{indent}　其中 {part}" for part in step.formula.parts)
    if step.remark:
        yield f"{indent}{'← ' if step.compared else '（'}{step.remark}{'' if step.compared else '）'}"
    if step.compared:
        yield f"{indent}　{compared_words(step)}"
    for one in step.inputs:
        yield from _input(one, depth)


def _input(one: Step | Bundle | Setting, depth: int) -> Iterator[str]:
    indent = "　" * depth
    if isinstance(one, Setting):
        yield f"{indent}· {one.label}：{one.value}（{one.place}）"
    elif isinstance(one, Bundle):
        yield f"{indent}← {bundle_words(one)}"
    else:
        head = f"{indent}← {one.label}{one.where} = {number(one.value)} {unit_words(one.unit)}"
        if one.place or one.source:
            yield f"{head}（{one.status.name}；{one.source}；{one.place}）"
        elif one.repeated:
            yield f"{head}（来源见上）"
        else:
            yield head + ("" if one.status is None else f"（{one.status.name}）")
            yield from _how(one, depth + 1)


def bundle_words(one: Bundle) -> str:
    """Many numbers in one line: how many, what they do to the number, where they stand."""
    count = f"{one.count} 个数" if one.count else f"{MANY} 个以上的数"
    effect = "" if one.effect is None else f"，整体加 1%，此数变动 {one.effect:+.3g}%"
    if one.place:
        return f"{one.label}（{count}{effect}；{one.sources}；{one.place}）"
    return f"{one.label}（{count}{effect}），用到：{one.sources}"
