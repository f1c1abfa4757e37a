"""The sides of a comparison, as people write them:

    2022            the edition as it is now
    2022@发布        as it was published, from the files that ``reportgen publish`` wrote
    2022@v1.0       as of a tag, branch or commit: its content, made with the program of that revision
    2022@v1.0+      the content of that revision, made with the present program

The third counts changed formulas as changes, the fourth shows what content alone has changed; it is also the
way to revisions whose program cannot take a snapshot. What a revision says is kept until the program changes.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from reportgen.errors import ContentError, EditionError, ReportError, UsageError
from reportgen.facts.address import Vocabulary
from reportgen.project.cache import key_of
from reportgen.project.folders import Project
from reportgen.project.revisions import Revisions
from reportgen.review.read_frozen import read_frozen
from reportgen.review.snapshot import Snapshot
from reportgen.snapshots import edition_snapshot
from reportgen.stages import PROGRAM

PUBLISHED = "发布"
PRESENT = "+"
_SIDE = re.compile(r"(?P<year>\d{4})(?:@(?P<rest>\S+))?")
_FORMS = f"写 2022（现在）、2022@{PUBLISHED}（发布稿）或 2022@版本（版本库中的标签、分支或提交）"
_KIND, _MOST_KEPT = "revision", 6


def side(project: Project, text: str) -> Snapshot:
    """The snapshot that a text names.

    Raises:
        UsageError: no such form, no such revision, no git, or a revision whose program is too old.
        EditionError: no such edition, or it has not been published.
        ContentError: the edition cannot be made, or its publication is broken.
    """
    found = _SIDE.fullmatch(text.strip())
    if found is None:
        raise UsageError(f"“{text}”不是可以比较的一版", remedy=_FORMS)
    year, rest = int(found["year"]), found["rest"]
    if rest is None:
        return edition_snapshot(project, year)
    return _published(project, year) if rest == PUBLISHED else _of_revision(project, year, rest)


def _published(project: Project, year: int) -> Snapshot:
    folder = project.frozen(year)
    if not folder.is_dir():
        project.edition(year)
        known = [str(one) for one in project.editions() if project.frozen(one).is_dir()]
        others = f"；已公布的版本：{'、'.join(known)}" if known else ""
        remedy = f"用 reportgen publish --edition {year} 公布{others}"
        raise EditionError(f"{year} 年版还没有公布", place=str(folder), remedy=remedy)
    return read_frozen(folder, f"{year} 年版（发布稿）", Vocabulary.read(project.names))


def _of_revision(project: Project, year: int, written: str) -> Snapshot:
    revision, present = written.removesuffix(PRESENT), written.endswith(PRESENT)
    revisions = Revisions.of(project.root)
    commit = revisions.commit(revision)
    name = f"{year} 年版（{revision}{'，现行程序' if present else ''}）"

    def make() -> Snapshot:
        with revisions.exported(commit) as folder:
            _check_edition(folder, year, revision)
            taken = _with_present_program if present else _with_own_program
            try:
                return taken(folder, year, name)
            except ReportError as error:
                raise _explained(error, folder, f"{year}@{revision}", present) from error

    key = key_of([PROGRAM], commit, year, name)
    snapshot = project.cache.get(_KIND, key, make)
    project.cache.keep_newest(_KIND, _MOST_KEPT)
    return snapshot


def _check_edition(folder: Path, year: int, revision: str) -> None:
    editions = folder / "content" / "editions"
    if not (editions / f"{year}.yaml").is_file():
        known = "、".join(sorted(path.stem for path in editions.glob("*.yaml")))
        raise EditionError(f"版本 {revision} 中没有 {year} 年版", remedy=f"该版本有：{known or '无'}")


def _with_present_program(folder: Path, year: int, name: str) -> Snapshot:
    return edition_snapshot(Project.open(folder), year, name)


def _with_own_program(folder: Path, year: int, name: str) -> Snapshot:
    """Run the program of an exported revision, with the libraries installed now, and read what it writes.

    Raises:
        ContentError: it cannot take snapshots, or fails.
    """
    if not (folder / PROGRAM.name / "snapshots.py").is_file():
        raise ContentError("该版本的程序太旧，还不能给出快照")
    with tempfile.TemporaryDirectory(prefix="reportgen-") as target:
        command = [
            sys.executable,
            "-m",
            f"{PROGRAM.name}.cli",
            "snapshot",
            "--edition",
            str(year),
            "--to",
            target,
        ]
        surroundings = os.environ | {"PYTHONPATH": str(folder), "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, check=False)
        if done.returncode:
            raise ContentError(done.stderr.decode(errors="replace").strip().removeprefix("错误："))
        return read_frozen(Path(target), name, Vocabulary.read(folder / "content" / "names.csv"))


def _explained(error: ReportError, folder: Path, side: str, present: bool) -> ContentError:
    """What went wrong in a revision, without the folder that is gone, and how to go on."""
    said = str(error).replace(f"{folder.resolve()}/", "").replace(f"{folder}/", "")
    if present:
        return ContentError(said, place=side)
    return ContentError(said, place=side, remedy=f"改写 {side}{PRESENT}：用现行程序算该版本的内容")
