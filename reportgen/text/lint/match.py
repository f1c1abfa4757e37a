"""One stretch of a paragraph that breaks a rule, before it has its place."""

from __future__ import annotations

from typing import NamedTuple

from reportgen.text.lint.finding import Finding, Rule
from reportgen.text.lint.passage import BREAK, PRINTED, Passage


class Match(NamedTuple):
    """The stretch from `start` to before `end`, what is wrong with it and what to do."""

    rule: Rule
    start: int
    end: int
    problem: str
    proposal: str

    def finding(self, passage: Passage) -> Finding:
        """With the place in the file."""
        words = passage.text[self.start : self.end].replace(PRINTED, "{{…}}").replace(BREAK, "")
        return Finding(self.rule, *passage.place(self.start), words, self.problem, self.proposal)
