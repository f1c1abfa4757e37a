"""Two editions compared: what changed between them, as a page, as Markdown and as a table."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from reportgen.errors import ContentError, EditionError, UsageError
from reportgen.project.files import replace_files
from reportgen.project.folders import Project
from reportgen.review.cause_section import CauseSection
from reportgen.review.changes import Comparison, compare
from reportgen.review.snapshot import Snapshot

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Compared:
    """What a comparison found, and the files it was written to: the page, Markdown, the table."""

    comparison: Comparison
    page: Path
    markdown: Path
    table: Path

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files."""
        return self.page, self.markdown, self.table


class Causes(NamedTuple):
    """The causes of the change of each headline; ``without`` says why there are none."""

    sections: tuple[CauseSection, ...] = ()
    without: str = ""


NO_CAUSES = Causes()


def diff(project: Project, before: str, after: str, progress: Progress) -> Compared:
    """Compare two sides, ``2021`` and ``2022`` or ``2022@发布``, and write what changed.

    The files go to the folder of the later side's edition.

    Raises:
        UsageError: a side cannot be read as one, or both are the same.
        ContentError: a side cannot be made.
    """
    from reportgen.sides import side

    if before.strip() == after.strip():
        remedy = f"写两个不同的，如 reportgen diff {before}@发布 {before}"
        raise UsageError(f"两边都是“{before}”", remedy=remedy)
    progress(1, 5, f"取 {before}")
    old = _with_figure_numbers(project, before, side(project, before))
    progress(2, 5, f"取 {after}")
    new = _with_figure_numbers(project, after, side(project, after))
    progress(3, 5, "比较")
    comparison = compare(old, new)
    progress(4, 5, "分解变动的原因")
    causes = _causes(project, before.strip(), after.strip())
    progress(5, 5, "写出")
    return write(project, comparison, project.build(_year(after)), causes)


def write(project: Project, comparison: Comparison, folder: Path, causes: Causes = NO_CAUSES) -> Compared:
    """Write the three files of a comparison into a folder, with the causes of changes where they are known."""
    from reportgen.render.review_page import review_page
    from reportgen.review.changes_csv import changes_csv
    from reportgen.review.changes_markdown import changes_markdown
    from reportgen.review.changes_page import page_values

    compared = Compared(comparison, *(folder / f"changes.{end}" for end in ("html", "md", "csv")))
    page = review_page(
        project.templates, "changes", **page_values(comparison, causes.sections, causes.without)
    )
    texts = page, changes_markdown(comparison), changes_csv(comparison)
    replace_files({path: text.encode() for path, text in zip(compared.paths, texts, strict=True)})
    return compared


def _causes(project: Project, before: str, after: str) -> Causes:
    """The causes, found by computing again, which takes the inputs of both sides: editions as they are now."""
    from reportgen.causing import cause_sections

    if not (before.isdecimal() and after.isdecimal()):
        return Causes((), "只有现在的两版才能分解原因：发布稿和旧版本存的是结果，不是输入。")
    try:
        return Causes(cause_sections(project, before, after), "")
    except ContentError as error:
        return Causes((), f"不能分解原因：{error.problem}。")


def _year(side: str) -> int:
    """2022 for ``2022@发布``, a side that could be read."""
    return int(side.strip().partition("@")[0])


def _with_figure_numbers(project: Project, side: str, snapshot: Snapshot) -> Snapshot:
    """The numbers of figures say ``图2`` for their place, as the edition has them now; a gone figure its name."""
    from reportgen.document.figure_list import figure_numbers

    year = _year(side)
    try:
        numbers = figure_numbers(project.edition(year).figures, f"{year}.yaml")
    except EditionError:
        return snapshot  # a revision may have an edition that the project no longer has
    printed = (
        one._replace(line=f"图{numbers[one.where]}") if one.where in numbers else one
        for one in snapshot.printed
    )
    return dataclasses.replace(snapshot, printed=tuple(printed))
