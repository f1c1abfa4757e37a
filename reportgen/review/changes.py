"""Two snapshots compared: every number, list, passage, figure, input and parameter that is not the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from reportgen.review.change import Change, View
from reportgen.review.changes_facts import FactChanges
from reportgen.review.changes_lists import ListChange, list_changes
from reportgen.review.changes_pairs import pairs
from reportgen.review.changes_passages import PassageChange, passage_changes
from reportgen.review.snapshot import Snapshot


class Entry(NamedTuple):
    """An input or parameter that differs; ``""`` on the side that lacks it."""

    name: str
    before: str
    after: str


class FigureChange(NamedTuple):
    """A figure that looks otherwise: its name and both SVG texts; ``""`` on a side that lacks it."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Comparison:
    """All that differs between two editions.

    Attributes:
        before, after: the two sides.
        revisions: the same fact and year on both sides.
        later: reference and forecast year with those of the other edition; empty within one edition.
        rolled: how many facts only one side has because it speaks of other years.
        lists, passages, inputs, parameters: those that differ.
        figures: those that differ; a side without pictures has ``""``.
    """

    before: Snapshot
    after: Snapshot
    revisions: tuple[Change, ...]
    later: tuple[Change, ...]
    rolled: int
    lists: tuple[ListChange, ...]
    passages: tuple[PassageChange, ...]
    figures: tuple[FigureChange, ...]
    inputs: tuple[Entry, ...]
    parameters: tuple[Entry, ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        """The numbers of both views."""
        return (*self.revisions, *self.later)

    @property
    def by_view(self) -> dict[View, tuple[Change, ...]]:
        """The numbers of each view; one year on only where the reference years differ."""
        found = {View.修订: self.revisions}
        return found if self.of_one_year else found | {View.顺延: self.later}

    @property
    def of_one_year(self) -> bool:
        """Whether both sides have the same reference year, so that nothing is one year on."""
        return self.before.calendar.reference_year == self.after.calendar.reference_year


def compare(before: Snapshot, after: Snapshot) -> Comparison:
    """Everything that differs, from the earlier side to the later one."""
    paired, facts = pairs(before, after), FactChanges(before, after)
    revisions, later = facts.changes(View.修订, paired.same), facts.changes(View.顺延, paired.later)
    return Comparison(
        before=before,
        after=after,
        revisions=revisions,
        later=later,
        rolled=paired.rolled,
        lists=list_changes(before, after),
        passages=passage_changes(before, after),
        figures=_figures(before.figures, after.figures, (*revisions, *later)),
        inputs=_entries(before.inputs, after.inputs),
        parameters=_entries(before.parameters, after.parameters),
    )


def _figures(
    before: Mapping[str, str], after: Mapping[str, str], changes: tuple[Change, ...]
) -> tuple[FigureChange, ...]:
    """Figures that look otherwise; where a side kept no pictures, those that print a number otherwise."""
    if before and after:
        return tuple(FigureChange(*one) for one in _entries(before, after))
    touched = {one.where for change in changes for one in change.printings if one.changed}
    names = dict.fromkeys((*after, *before))
    return tuple(
        FigureChange(one, before.get(one, ""), after.get(one, "")) for one in names if one in touched
    )


def _entries(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Entry, ...]:
    """What differs, in the order of the later side, then what only the earlier one has."""
    names = dict.fromkeys((*after, *before))
    entries = (Entry(name, before.get(name, ""), after.get(name, "")) for name in names)
    return tuple(one for one in entries if one.before != one.after)
