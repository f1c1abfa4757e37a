"""An edition frozen: what was computed, from what, and what was printed where.

A snapshot is taken from a finished paper, or read from the files that publishing wrote; two of them are what a
comparison of editions is made from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from reportgen.facts.address import Address, Calendar
from reportgen.facts.fact import FactTable


class PrintedNumber(NamedTuple):
    """One number as it was printed.

    Attributes:
        address: the fact.
        where: the chapter file, or the name of the figure.
        passage: what names its passage over editions: its name or its first words; ``""`` in a figure.
        line: file and line, for people; no part of what is compared.
        text: the characters printed.
    """

    address: Address
    where: str
    passage: str
    line: str
    text: str


@dataclass(frozen=True)
class Snapshot:
    """One side of a comparison.

    Attributes:
        name: as people say it: ``2022 年版``, ``2022 年版（发布稿）``.
        calendar: the years of the edition.
        facts: all facts, twelve significant digits.
        printed: every printed number, in the order of the paper.
        words: the printed words of each passage, by chapter file and name of the passage.
        inputs: fingerprint of each file that can change a number, by its path in the project.
        parameters: the value of each parameter of the edition as text, by name.
        figures: the SVG of each figure, by name; empty when read from the files of a publication.
    """

    name: str
    calendar: Calendar
    facts: FactTable
    printed: tuple[PrintedNumber, ...]
    words: Mapping[tuple[str, str], str]
    inputs: Mapping[str, str]
    parameters: Mapping[str, str]
    figures: Mapping[str, str]
