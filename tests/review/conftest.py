"""Small facts and stated figures for the tests of the reconciliation."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.facts.address import Address, Calendar, Vocabulary
from reportgen.facts.fact import Fact, FactTable
from reportgen.facts.status import Status
from reportgen.review.published import PublishedRow

CONTENT = Path(__file__).parents[2] / "content"

Facts = dict[tuple[str, str, str], tuple[float, str]]


@pytest.fixture(scope="session")
def content() -> Path:
    return CONTENT


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return Vocabulary.read(CONTENT / "names.csv")


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(2017, 2021, 2022)


@pytest.fixture(scope="session")
def table(vocabulary: Vocabulary) -> Callable[[Facts], FactTable]:
    """A FactTable from {(metric, scope, year): (value, unit)}."""

    def build(facts: Facts) -> FactTable:
        made = []
        for (metric, scope, year), (value, unit) in facts.items():
            address = Address(metric, scope, Address.read_years(year))
            made.append(Fact(address, value, unit, Status.测算, vocabulary.chinese(address)))
        return FactTable(made, vocabulary)

    return build


@pytest.fixture(scope="session")
def stated() -> Callable[..., PublishedRow]:
    """A stated figure: stated("value_added", "national", "4.10", "万亿元")."""

    def build(
        metric: str,
        scope: str,
        value: str | None,
        unit: str,
        relation: str = "=",
        year: str = "2021",
        id: str = "T1",
    ) -> PublishedRow:
        precision = len((value or "").partition(".")[2])
        number = None if value is None else Decimal(value)
        years = Address.read_years(year)
        where, place = "前言，图2", "p.csv:2"
        return PublishedRow(id, metric, scope, years, relation, number, unit, precision, where, place)

    return build
