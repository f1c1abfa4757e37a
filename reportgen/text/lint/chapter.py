"""All rules on the text of one chapter, and what its editors allow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.text.lint.allowance import Allowance, allowances, bad_allowance
from reportgen.text.lint.finding import TYPED_NUMBER, Finding
from reportgen.text.lint.match import Match
from reportgen.text.lint.nearest_fact import Known
from reportgen.text.lint.numbers import advised, hand_typed
from reportgen.text.lint.passage import Passage, passages
from reportgen.text.lint.punctuation import punctuation
from reportgen.text.lint.spacing import repeated, spacing
from reportgen.text.lint.units import wrong_units
from reportgen.text.source import Source


@dataclass(frozen=True)
class ChapterLint:
    """What the lint found in one chapter.

    Attributes:
        findings: those not allowed.
        used: the allowances that covered something.
        unused: those that did not, which may yet name a quantity of the whole paper.
    """

    findings: tuple[Finding, ...]
    used: tuple[Allowance, ...]
    unused: tuple[Allowance, ...]


def lint_chapter(source: Source, known: Known | None) -> ChapterLint:
    """Everything that the source of a chapter shows, before any template runs.

    Args:
        source: the chapter.
        known: the facts to propose for typed numbers; None where they could not be computed.
    """
    parts = passages(source)
    allowed = allowances(parts)
    findings = [bad_allowance(one) for one in allowed if not one.reason or not one.words]
    allowed = [one for one in allowed if one.reason and one.words]
    used: set[Allowance] = set()
    for number, passage in enumerate(parts):
        for match in _matches(passage):
            covering = [one for one in allowed if one.covers(number, passage, match.start, match.end)]
            used.update(covering)
            if not covering:
                typed = known is not None and match.rule is TYPED_NUMBER
                findings.append((advised(match, passage, known) if typed else match).finding(passage))
    kept = tuple(one for one in allowed if one in used)
    return ChapterLint(_sorted(findings), kept, tuple(one for one in allowed if one not in used))


def _matches(passage: Passage) -> Iterator[Match]:
    yield from hand_typed(passage)
    if not passage.literal:
        yield from wrong_units(passage)
        yield from punctuation(passage.text)
        yield from spacing(passage.text)
        yield from repeated(passage.text)


def _sorted(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda one: one.order))
