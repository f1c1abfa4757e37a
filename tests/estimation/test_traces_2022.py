"""Every headline of the 2022 edition has a trace whose arithmetic gives the number back."""

from __future__ import annotations

import pytest

from reportgen.estimation.estimate import estimate, method, peers_of
from reportgen.facts.address import Vocabulary
from reportgen.facts.fact import Fact
from reportgen.facts.formula import computed
from reportgen.facts.ingredient import Ingredient
from reportgen.facts.trace import Tracer
from reportgen.facts.trace_step import Step, number
from reportgen.project.folders import Project
from reportgen.review.published import read_published, visible_values

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def traced(real: dict[str, Ingredient], repository: Project) -> list[tuple[Fact, Step]]:
    """The numbers that the published paper prints, each with its trace."""
    vocabulary = Vocabulary.read(repository.names)
    made = estimate(real, vocabulary)
    tracer = Tracer(
        method(), real, made.results, vocabulary, made.facts, made.firmness, peers_of(vocabulary)
    )
    published = visible_values(read_published(repository.published / "2022.csv"))
    facts = [made.facts.get(address) for address in sorted(published) if address in made.facts]
    return [(fact, tracer.trace(fact)) for fact in facts]


def test_there_are_as_many_as_the_paper_prints(traced: list[tuple[Fact, Step]]) -> None:
    assert len(traced) > 150


def test_value_and_status_are_those_of_the_facts(traced: list[tuple[Fact, Step]]) -> None:
    assert [fact.label for fact, step in traced if (step.value, step.status) != (fact.value, fact.status)] == []


def test_every_line_of_arithmetic_gives_its_number_back(traced: list[tuple[Fact, Step]]) -> None:
    steps = [one for _, step in traced for one in step.walk() if isinstance(one, Step) and one.formula]
    assert len(steps) > 5000
    wrong = [one for one in steps if number(computed(one.formula.numbers)) != number(one.value)]
    assert wrong == []


def test_every_number_ends_in_files_or_says_why_not(traced: list[tuple[Fact, Step]]) -> None:
    for fact, step in traced:
        ends = [one for one in step.walk() if getattr(one, "place", "") or getattr(one, "sources", "")]
        assert ends or step.compared, fact.label
