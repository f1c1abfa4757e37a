"""The lint of one edition: the text of its chapters, and the written paper where there is one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from reportgen import stages
from reportgen.errors import ChapterError, ContentError, raise_all
from reportgen.project.folders import Project
from reportgen.text.lint.allowance import unused_allowance
from reportgen.text.lint.chapter import lint_chapter
from reportgen.text.lint.finding import Finding, Severity
from reportgen.text.lint.nearest_fact import Edition, Known
from reportgen.text.manuscript import Manuscript
from reportgen.text.source import Source

if TYPE_CHECKING:
    from reportgen.document.document import Document
    from reportgen.review.check_lines import CheckLine
    from reportgen.stages import Prepared


@dataclass(frozen=True)
class Checked:
    """All that was checked of an edition.

    Attributes:
        lines: tables, parameters, identities, whether figures and chapters can be made, and reminders.
        findings: of the lint.
    """

    lines: list[CheckLine]
    findings: list[Finding]

    @property
    def failures(self) -> list[CheckLine]:
        """The checks that do not hold."""
        return [line for line in self.lines if not line.passed]

    @property
    def errors(self) -> list[Finding]:
        """The findings that must be mended."""
        return [one for one in self.findings if one.rule.severity is Severity.错误]

    @property
    def reminders(self) -> int:
        """How many things are left to the editor's judgement."""
        lines = [line for line in self.lines if line.reminder]
        return len(lines) + len(self.findings) - len(self.errors)

    @property
    def passed(self) -> bool:
        """Whether nothing is wrong; reminders do not count."""
        return not self.failures and not self.errors


def lint(project: Project, year: int, prepared: Prepared | None, document: Document | None) -> list[Finding]:
    """All findings of an edition, by file and line.

    Args:
        project, year: the edition.
        prepared: its facts; None where they could not be computed.
        document: the written paper; None where it could not be written.
    """
    known = _known(project, year, prepared) if prepared else None
    sources = _sources(project, year) if document is None else [one.source for one in document.chapters]
    chapters = [lint_chapter(source, known) for source in sources]
    findings = [one for chapter in chapters for one in chapter.findings]
    if document is not None:
        from reportgen.document.lint.paper import lint_paper

        allowed = {one.words for chapter in chapters for one in (*chapter.used, *chapter.unused)}
        paper = lint_paper(document, allowed)
        seen = {(one.rule, one.file, one.line) for one in findings}
        findings += [one for one in paper.findings if (one.rule, one.file, one.line) not in seen]
        left = [one for chapter in chapters for one in chapter.unused if one.words not in paper.used]
        findings += map(unused_allowance, left)
    return sorted(findings, key=lambda one: one.order)


def refuse(findings: Iterable[Finding]) -> None:
    """Stop at what must be mended before a paper is made.

    Raises:
        ChapterError, ManyErrors: there are findings that are errors.
    """
    raise_all(
        ChapterError(f"{one.rule.name}“{one.words}”：{one.problem}", place=one.place, remedy=one.proposal)
        for one in findings
        if one.rule.severity is Severity.错误
    )


def refuse_failed(checked: Checked, refused: str, remedy: str) -> None:
    """Stop before something that only an edition without faults may go through.

    Args:
        refused: what was not done: ``没有签核``.

    Raises:
        ContentError: a check failed; its place and words are those of the first.
    """
    failed = [(line.place, line.text) for line in checked.failures]
    failed += [(one.place, one.problem) for one in checked.errors]
    if failed:
        place, text = failed[0]
        raise ContentError(f"检查有 {len(failed)} 项不通过，{refused}：{text}", place=place, remedy=remedy)


def _known(project: Project, year: int, prepared: Prepared) -> Known:
    earlier = [one for one in project.editions() if one < year]

    @cache
    def before() -> Edition | None:
        try:
            last = stages.prepare(project, earlier[-1]) if earlier else None
        except ContentError:
            return None
        return Edition(earlier[-1], last.facts, last.calendar) if last else None

    return Known(Edition(year, prepared.facts, prepared.calendar), before)


def _sources(project: Project, year: int) -> list[Source]:
    """The chapters that can be read; writing the paper reports the others."""
    manuscript = Manuscript(project.chapters, project.own_chapters(year))
    found = []
    for name in project.edition(year).chapters:
        try:
            found.append(manuscript.source(name))
        except ContentError:
            continue
    return found
