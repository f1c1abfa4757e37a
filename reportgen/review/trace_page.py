"""The traces of all printed facts as the entries of one page: every number leads to those it was made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportgen.facts.context import ContextFact
from reportgen.facts.dependence import Cell, cell_of
from reportgen.facts.fact import Fact
from reportgen.facts.run import Run
from reportgen.facts.trace import Tracer
from reportgen.facts.trace_lines import bundle_words, compared_words, unit_words
from reportgen.facts.trace_step import Bundle, Setting, Step, number
from reportgen.review.places import PrintedPlace

Places = Mapping[str, Sequence[PrintedPlace]]


@dataclass(frozen=True, slots=True)
class Line:
    """One input of a number: its words, the entry it leads to, and where it stands when it is an ingredient."""

    words: str
    target: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One number of the page; `anchor` of a fact is its Chinese address."""

    anchor: str
    title: str
    value: str
    status: str
    meaning: str
    words: str = ""
    numbers: str = ""
    parts: tuple[str, ...] = ()
    remark: str = ""
    inputs: tuple[Line, ...] = ()
    printed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The entries of one metric, or of one function that is none."""

    title: str
    printed: bool
    entries: tuple[Entry, ...]


def trace_groups(run: Run, tracer: Tracer, places: Places) -> list[Group]:
    """The printed facts by metric, then the numbers between them and the tables by function."""
    facts = [fact for fact in run.facts if fact.address.english in places]
    outside = [fact for fact in run.context.usable.values() if fact.address.english in places]
    waiting = [(fact.address.metric, cell_of(fact.address, run.results)) for fact in facts]
    printed, steps = set(waiting), {}
    while waiting:
        key = waiting.pop()
        if key not in steps:
            steps[key] = tracer.alone(*key)
            waiting += [one for one in map(_key, steps[key].inputs) if one and one[0] in run.results]
    maker = _Maker(run, tracer, places)
    groups = [_outside(outside, places)] if outside else []
    for shown in (True, False):
        chosen = [(key, step) for key, step in steps.items() if (key in printed) is shown]
        groups += _grouped(chosen, maker, tracer, shown)
    return groups


def _grouped(
    chosen: Iterable[tuple[tuple[str, Cell], Step]], maker: _Maker, tracer: Tracer, printed: bool
) -> list[Group]:
    by_name: dict[str, list[Entry]] = {}
    order = {name: i for i, name in enumerate([*tracer.vocabulary.metrics, *tracer.graph.functions])}
    for (name, _), step in sorted(chosen, key=lambda one: (order[one[0][0]], tuple(map(str, one[0][1])))):
        by_name.setdefault(name, []).append(maker.entry(step))
    return [
        Group(tracer.graph.declaration(name).label, printed, tuple(entries))
        for name, entries in by_name.items()
    ]


class _Maker:
    """Makes the entries of numbers."""

    def __init__(self, run: Run, tracer: Tracer, places: Places) -> None:
        self._run, self._tracer, self._places = run, tracer, places

    def entry(self, step: Step) -> Entry:
        """The entry of a number."""
        fact, formula = self._fact(step), step.formula
        remark = f"{step.remark}：{compared_words(step)}" if step.compared else step.remark
        equation = f"第{step.equation}式：" if step.equation else ""
        found = self._places.get(fact.address.english, ()) if fact else ()
        return Entry(
            self._anchor(step),
            fact.label if fact else f"{step.label}{step.where}",
            f"{number(step.value)}{unit_words(step.unit)}",
            "" if step.status is None else step.status.name,
            f"{equation}{step.meaning}",
            formula.words if formula else "",
            formula.numbers if formula else "",
            formula.parts if formula else (),
            remark,
            tuple(self._line(one) for one in step.inputs),
            tuple(place.words for place in found),
        )

    def _line(self, one: Step | Bundle | Setting) -> Line:
        if isinstance(one, Setting):
            return Line(f"{one.label}：{one.value}", place=one.place)
        if isinstance(one, Bundle):
            return Line(bundle_words(one))
        status = "" if one.status is None else f"（{one.status.name}）"
        words = f"{one.label}{one.where} = {number(one.value)}{unit_words(one.unit)}{status}"
        if one.name in self._run.results:
            return Line(words, target=self._anchor(one))
        return Line(words, place="；".join(part for part in (one.source, one.place) if part))

    def _fact(self, step: Step) -> Fact | None:
        address = self._tracer.address(step.name, step.cell)
        return self._run.facts.get(address) if address else None

    def _anchor(self, step: Step) -> str:
        fact = self._fact(step)
        labels = [part for label in step.cell for part in (label if isinstance(label, tuple) else (label,))]
        return fact.label if fact else ".".join(map(str, (step.name, *labels)))


def _outside(facts: Iterable[ContextFact], places: Places) -> Group:
    entries = []
    for fact in facts:
        note = f"；{fact.note}" if fact.note else ""
        own = Line(f"{fact.source}{note}", place=fact.place)
        found = tuple(place.words for place in places[fact.address.english])
        words = f"照录，未经测算；截至{fact.as_of.text}"
        title = f"背景.{fact.name}"
        entries.append(Entry(title, title, fact.text, "实际", words, inputs=(own,), printed=found))
    return Group("背景事实", True, tuple(entries))


def _key(one: Step | Bundle | Setting) -> tuple[str, Cell] | None:
    return (one.name, one.cell) if isinstance(one, Step) else None

