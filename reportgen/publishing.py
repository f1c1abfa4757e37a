"""Publishing an edition: what it says now is frozen, for the comparison with what it will say."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reportgen import pipeline
from reportgen.errors import ContentError, UsageError
from reportgen.linting import refuse_failed
from reportgen.project.files import replace_files
from reportgen.project.folders import Project
from reportgen.review.frozen_files import frozen_files
from reportgen.review.read_frozen import read_frozen
from reportgen.review.since_publication import moved, steady
from reportgen.review.snapshot import Snapshot
from reportgen.snapshots import edition_snapshot

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Published:
    """What was frozen, the files, and what differs from the publication it replaces, ``""`` for the first."""

    snapshot: Snapshot
    files: list[Path]
    differs: str


def publish(project: Project, year: int, again: bool, progress: Progress) -> Published:
    """Freeze an edition; numbers that are the same as in the publication before keep their last digits.

    Args:
        again: replace what was published before.

    Raises:
        UsageError: the edition was published before and `again` is not set; nothing was written.
        ContentError: the check fails, or the publication to compare with is broken; nothing was written.
    """
    folder = project.frozen(year)
    if folder.is_dir() and not again:
        raise _published_already(project, year)
    refuse_failed(
        pipeline.check(project, year, progress), "没有公布", "先运行 reportgen check，全部通过后再公布"
    )
    snapshot, differs = edition_snapshot(project, year), ""
    before = _before(folder, snapshot)
    if before:
        differs = moved(before, snapshot).words or "没有变动"
        snapshot = dataclasses.replace(snapshot, facts=steady(snapshot.facts, before.facts))
    files = {folder / name: content for name, content in frozen_files(snapshot).items()}
    replace_files(files)
    return Published(snapshot, list(files), differs)


def _published_already(project: Project, year: int) -> UsageError:
    now = edition_snapshot(project, year)
    before = read_frozen(project.frozen(year), now.name, now.facts.vocabulary)
    words = moved(before, now).words or "数和文字都没有变动"
    return UsageError(
        f"{year} 年版已经公布，没有覆盖；现在与发布稿相比，{words}",
        place=str(project.frozen(year)),
        remedy=f"用 reportgen diff {year}@发布 {year} 查看变动；确要重新公布，加上 --again",
    )


def _before(folder: Path, now: Snapshot) -> Snapshot | None:
    """The publication to be replaced; None when there is none, or it can no longer be read."""
    try:
        return read_frozen(folder, now.name, now.facts.vocabulary) if folder.is_dir() else None
    except ContentError:
        return None
