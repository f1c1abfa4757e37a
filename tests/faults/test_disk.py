"""A disk that is full, read only or in the way: a message with place and remedy, and the last report as it was."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reportgen.project.folders import Project
from tests.faults.builds import YEAR, files, finish, say, start
from tests.small_paper import write_small_paper

pytestmark = pytest.mark.slow

MOST = 20_000  # bytes of one file, fewer than any report has
LIMITED = f"""import resource
resource.setrlimit(resource.RLIMIT_FSIZE, ({MOST}, {MOST}))
from reportgen.cli.app import run
run()
"""
FULL = 'mount -t tmpfs -o size=64k none "$0" && cp -a "$1"/. "$0" && shift && exec "$@"'
READ_ONLY = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && shift && exec "$@"'
OWN_MOUNTS = ("unshare", "--user", "--map-root-user", "--mount", "sh", "-c")


def mounts() -> bool:
    """Whether this system lets the tests mount file systems that nobody else sees."""
    if shutil.which("unshare") is None:
        return False
    tried = [*OWN_MOUNTS, "mount -t tmpfs none /tmp"]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


needs_mounts = pytest.mark.skipif(not mounts(), reason="本机不许测试挂载磁盘")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A small paper with a last report, which is only words here."""
    project = write_small_paper(tmp_path / "small")
    project.build(YEAR).mkdir(parents=True)
    for name in ("report.pdf", "report.html", "report.xlsx", "facts.csv"):
        (project.build(YEAR) / name).write_text("上一次的报告", encoding="utf-8")
    return project


def assert_refused(project: Project, said: str, reason: str, remedy: str) -> None:
    """One message with reason and remedy; the last report is as it was, and nothing beside it."""
    assert reason in said and remedy in said
    assert "Traceback" not in said
    assert set(files(project).values()) == {"上一次的报告".encode()}
    assert len(list(project.build(YEAR).iterdir())) == len(files(project))


def place(project: Project) -> str:
    """What the message says before the reason when a file of the report cannot be written."""
    return f"错误：{project.build(YEAR)}/report."


@needs_mounts
def test_a_full_disk(project: Project) -> None:
    folder = project.root / "build"
    kept = shutil.copytree(folder, project.root / "kept")
    code, said = finish(start(project, before=[*OWN_MOUNTS, FULL, str(folder), str(kept)]))
    assert code == 1
    assert_refused(project, said, "无法写入（磁盘已满），旧文件未改动", "腾出磁盘空间")
    assert said.startswith(place(project))


@needs_mounts
def test_a_read_only_folder(project: Project) -> None:
    folder = str(project.root / "build")
    code, said = finish(start(project, before=[*OWN_MOUNTS, READ_ONLY, folder, folder]))
    assert code == 1
    assert_refused(project, said, "无法写入（所在磁盘只读），旧文件未改动", "权限")
    assert said.startswith(place(project))


def test_a_limit_on_the_size_of_files(project: Project) -> None:
    code, said = finish(start(project, (sys.executable, "-c", LIMITED)))
    assert code == 1
    assert_refused(project, said, "文件超过允许的大小", "ulimit")


def test_a_file_in_the_place_of_the_build_folder(tmp_path: Path) -> None:
    project = write_small_paper(tmp_path / "small")
    (project.root / "build").write_text("占位", encoding="utf-8")
    code, said = finish(start(project))
    assert code == 1
    assert "却是文件" in said and str(project.build(YEAR)) in said and "移走" in said
    assert "Traceback" not in said
    assert (project.root / "build").read_text(encoding="utf-8") == "占位"


@needs_mounts
def test_nothing_changed_needs_no_writing(tmp_path: Path) -> None:
    project = write_small_paper(tmp_path / "small")
    say(project, "规模扩大")
    assert finish(start(project))[0] == 0
    folder = str(project.root / "build")
    code, said = finish(start(project, before=[*OWN_MOUNTS, READ_ONLY, folder, folder]))
    assert code == 0 and "没有变动" in said
