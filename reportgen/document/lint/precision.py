"""The same number in the same unit is printed with one number of decimals in the whole paper."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from reportgen.document.document import Document
from reportgen.document.lint.prose import numbers, printed
from reportgen.facts.address import Address
from reportgen.text.formats import rounded
from reportgen.text.lint.finding import PRECISION, Finding

_NUMBER = re.compile(r"-?\d+(?:\.(\d+))?")
_STEPS = re.compile("整档|区间")
_MOST = 6


@dataclass(frozen=True)
class _Print:
    """A number as it is printed: the text, where people find it, and its file, line and column."""

    text: str
    where: str
    place: tuple[str, int, int]


def precisions(document: Document) -> Iterator[tuple[str, Finding]]:
    """For each number printed in two ways its name, 指标.范围, and the finding, which names both places."""
    found: dict[tuple[Address, int], dict[int, list[_Print]]] = defaultdict(lambda: defaultdict(list))
    for address, one, steps in (*_in_text(document), *_in_figures(document)):
        seen = _seen(one.text, document.facts.get(address).value)
        if seen and not (steps and seen[1] == 0):
            found[address, seen[0]][seen[1]].append(one)
    for (address, _), ways in found.items():
        if len(ways) > 1:
            yield _finding(document.facts.vocabulary.chinese(address), [*ways.values()])


def _in_text(document: Document) -> Iterator[tuple[Address, _Print, bool]]:
    """The numbers in the text, and whether whole steps are printed in their paragraph."""
    for part in printed(document):
        for number in numbers(part.content):
            if len(number.addresses) == 1:
                place = part.place(number.text)
                yield (
                    number.addresses[0],
                    _Print(number.text, f"{place[0]}:{place[1]}", place),
                    part.has(_STEPS),
                )


def _in_figures(document: Document) -> Iterator[tuple[Address, _Print, bool]]:
    for use in document.uses:
        figure = document.figures.get(use.place)
        if figure and use.printed:
            place = (f"figures/{use.place}.py", 1, 1)
            yield use.address, _Print(use.printed, f"图{figure.number}", place), False


def _seen(text: str, value: float) -> tuple[int, int] | None:
    """The power of ten of the unit and the decimals of a printed number; None for what is no rounding of it.

    A distance in 个百分点 is another number than the one it was read from.
    """
    match = _NUMBER.search(text)
    if match is None or not math.isfinite(value):
        return None
    decimals = len(match[1] or "")
    shown = abs(Decimal(match[0]))
    for power in (0, -4):
        if decimals <= _MOST and shown and abs(rounded(value, decimals, power)) == shown:
            return power, decimals
    return None


def _finding(name: str, ways: list[list[_Print]]) -> tuple[str, Finding]:
    rare, common = sorted(ways, key=lambda prints: (prints[0].where.startswith("图"), len(prints)))[:2]
    one, other = rare[0], common[0]
    problem = f"{name} 在这里印作 {one.text}，在 {other.where} 印作 {other.text}"
    remedy = "同一单位全书用同样的小数位：改过滤器括号里的位数，或在图文件里改"
    return name.partition("[")[0], Finding(PRECISION, *one.place, one.text, problem, remedy)
