"""Two builds at once, broken cache entries and wrong clocks: the report is right all the same."""

from __future__ import annotations

import itertools
import os
import time
from pathlib import Path

import pytest

from reportgen import pipeline
from reportgen.errors import UsageError
from reportgen.project.folders import Project
from reportgen.project.turn import only_one
from tests.faults.builds import YEAR, files, finish, say, start
from tests.small_paper import write_small_paper

pytestmark = pytest.mark.slow

LONG_AGO, FAR_AHEAD = 0, 4e9
PATIENCE = 120.0  # seconds


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return write_small_paper(tmp_path / "small")


def build(project: Project) -> pipeline.BuildResult:
    return pipeline.build(project, YEAR, lambda *step: None)


def test_the_second_of_two_is_told_and_the_first_is_right(project: Project) -> None:
    first = start(project)
    wait_until_taken(project)
    code, said = finish(start(project))
    assert code == 2
    assert f"另一个程序正在生成 {YEAR} 年版" in said and "等它结束后重试" in said
    assert finish(first)[0] == 0
    code, said = finish(start(project))
    assert code == 0 and "没有变动" in said


def wait_until_taken(project: Project) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with only_one(project.build(YEAR), ""):
                pass
        except UsageError:
            return
        time.sleep(0.2)
    raise AssertionError("the first build never began")


def half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def altered(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1] + b"x")


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def test_every_cache_entry_broken(project: Project) -> None:
    build(project)
    good = files(project)
    entries = sorted((project.root / "build/cache").iterdir())
    spoils = (half, altered, a_folder)
    assert len(entries) >= len(spoils)
    for entry, spoil in zip(entries, itertools.cycle(spoils), strict=False):
        spoil(entry)
    assert build(project).made
    assert files(project) == good


def test_an_old_date_hides_no_change(project: Project) -> None:
    build(project)
    chapter = project.chapters / "10-overall.md"
    before = chapter.stat()
    say(project, "规模缩小")
    assert chapter.stat().st_size == before.st_size
    os.utime(chapter, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert build(project).made
    assert "规模缩小" in files(project)["report.html"].decode()


def test_dates_of_files_change_nothing(project: Project) -> None:
    build(project)
    for date in (LONG_AGO, FAR_AHEAD):
        for path in project.root.rglob("*"):
            os.utime(path, (date, date))
        assert not build(project).made
