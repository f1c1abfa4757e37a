"""Small sides of a comparison for tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportgen.facts.address import Address, Calendar, Vocabulary
from reportgen.facts.fact import Fact, FactTable
from reportgen.facts.status import Status
from reportgen.review.snapshot import PrintedNumber, Snapshot
from tests.review.conftest import CONTENT

VOCABULARY = Vocabulary.read(CONTENT / "names.csv")
OLD, NEW = Calendar(2017, 2020, 2021), Calendar(2017, 2021, 2022)


def at(text: str) -> Address:
    """The address of ``增加值.全国[2021]``."""
    return VOCABULARY.parse(text, NEW)


def fact(text: str, value: float, unit: str = "亿元", status: Status = Status.测算) -> Fact:
    """A fact by its Chinese address."""
    return Fact(at(text), value, unit, status, text)


def printed(text: str, where: str, line: str, words: str, passage: str = "段") -> PrintedNumber:
    """A printed number; in a figure `line` is ``图2`` and `passage` empty."""
    return PrintedNumber(at(text), where, passage, line, words)


def side(
    facts: Iterable[Fact] = (),
    numbers: Iterable[PrintedNumber] = (),
    calendar: Calendar = NEW,
    name: str = "2022 年版",
    words: Mapping[tuple[str, str], str] | None = None,
    inputs: Mapping[str, str] | None = None,
    parameters: Mapping[str, str] | None = None,
    figures: Mapping[str, str] | None = None,
) -> Snapshot:
    """A snapshot of what is given."""
    return Snapshot(
        name, calendar, FactTable(facts, VOCABULARY), tuple(numbers),
        words or {}, inputs or {}, parameters or {}, figures or {},
    )  # fmt: skip
