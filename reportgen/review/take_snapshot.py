"""A snapshot of a finished paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from reportgen.data.parameter import Parameter, leaves
from reportgen.document.document import Document
from reportgen.document.passages import Passage, passages
from reportgen.facts.address import Address, Calendar
from reportgen.facts.fact import FactTable
from reportgen.facts.reader import Use
from reportgen.review.passage_names import passage_names
from reportgen.review.same_value import digits
from reportgen.review.snapshot import PrintedNumber, Snapshot

_NO_UNIT = "1"


def take_snapshot(
    name: str,
    document: Document,
    calendar: Calendar,
    inputs: Mapping[str, str],
    parameters: Iterable[Parameter],
) -> Snapshot:
    """The paper as it stands.

    The numbers of a passage or figure are in the order of their addresses, each text once; tables that the
    program makes for the appendix are left out, they say what facts and parameters say.

    Args:
        name: as `Snapshot` has it.
        document: the paper.
        calendar: its years.
        inputs: fingerprints of what it was made from, by path in the project.
        parameters: those of the edition.
    """
    found = passages(document)
    named = list(zip(passage_names(found), found, strict=True))
    return Snapshot(
        name=name,
        calendar=calendar,
        facts=rounded(document.facts),
        printed=(*_printed_in_text(document, named), *_printed_in_figures(document)),
        words={(one.chapter, key): _line(one.printed) for key, one in named},
        inputs=dict(sorted(inputs.items())),
        parameters=parameter_texts(parameters),
        figures={one: figure.drawing.svg for one, figure in document.figures.items()},
    )


def rounded(facts: FactTable) -> FactTable:
    """The facts with twelve significant digits."""
    return FactTable((one._replace(value=float(digits(one.value))) for one in facts), facts.vocabulary)


def parameter_texts(parameters: Iterable[Parameter]) -> dict[str, str]:
    """Each single value as text by the name of its parameter and its keys: ``shares.39088``: ``0.4（校准）``."""
    texts = {
        ".".join(map(str, (one.name, *keys))): f"{_value(value)}{_unit(one)}（{one.status.name}）"
        for one in parameters
        for keys, value in leaves(one.value)
    }
    return dict(sorted(texts.items()))


def _value(value: object) -> str:
    return _line(value) if isinstance(value, str) else digits(float(value))


def _unit(parameter: Parameter) -> str:
    return "" if parameter.unit == _NO_UNIT else parameter.unit


def _printed_in_text(document: Document, named: list[tuple[str, Passage]]) -> Iterator[PrintedNumber]:
    uses = _uses_by_chapter(document)
    for name, passage in named:
        found = [
            _printed_number(passage, name, number.text, address, uses.get((passage.chapter, address), []))
            for number in passage.numbers
            for address in number.addresses
        ]
        yield from _once(found)


def _printed_number(
    passage: Passage, name: str, printed: str, address: Address, uses: list[Use]
) -> PrintedNumber:
    """A number of a passage, with the words around it that say its direction: ``增长14.53%``."""
    own = {line.place for line in passage.lines}
    fitting = [use for use in uses if printed in use.printed and use.printed in passage.printed]
    best = max(fitting, key=lambda use: (len(use.printed), use.place in own), default=None)
    text = best.printed if best else printed
    place = best.place if best and best.place in own else passage.place
    return PrintedNumber(address, passage.chapter, name, place, _line(text))


def _uses_by_chapter(document: Document) -> dict[tuple[str, Address], list[Use]]:
    found: dict[tuple[str, Address], list[Use]] = {}
    for use in document.uses:
        if use.printed:
            file = PurePosixPath(use.place.partition(":")[0]).name
            found.setdefault((file, use.address), []).append(use)
    return found


def _printed_in_figures(document: Document) -> Iterator[PrintedNumber]:
    for name in document.figures:
        yield from _once(
            PrintedNumber(use.address, name, "", "", _line(use.printed))
            for use in document.uses
            if use.place == name and any(sign.isdigit() for sign in use.printed)
        )


def _once(numbers: Iterable[PrintedNumber]) -> list[PrintedNumber]:
    """By address; of those that differ by no more than the line, the first."""
    found: dict[PrintedNumber, PrintedNumber] = {}
    for one in numbers:
        found.setdefault(one._replace(line=""), one)
    return sorted(found.values(), key=lambda one: one.address)


def _line(text: str) -> str:
    return " ".join(text.split())
