"""A build that is killed leaves the last report whole, no process, and nothing that misleads the next build."""

from __future__ import annotations

import io
import os
import random
import signal
import sys
import time
import zipfile

import pytest

from reportgen.project.folders import Project
from tests.faults.builds import BESIDE, FILES, YEAR, files, finish, say, start
from tests.small_paper import write_small_paper

pytestmark = pytest.mark.slow

MOMENTS = "甲乙丙丁戊己庚辛壬癸"
ENDS = {"report.pdf": b"%%EOF", "report.html": b"</html>", "facts.csv": b"]"}
PATIENCE = 10.0  # seconds
KILLED_AT = """import os, signal, sys
from pathlib import Path
from reportgen.cli.app import run
replace, name = os.replace, sys.argv.pop(1)

def at(source, target):
    if Path(target).name == name:
        os.kill(os.getpid(), signal.SIGKILL)
    replace(source, target)

os.replace = at
run()
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return write_small_paper(tmp_path_factory.mktemp("kill") / "small")


@pytest.fixture(scope="module")
def seconds(project: Project) -> float:
    """How long a cold build takes."""
    started = time.monotonic()
    code, said = finish(start(project))
    assert code == 0, said
    return time.monotonic() - started


def ended(group: int) -> bool:
    """Whether all processes that a build started have ended."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def whole(name: str, content: bytes) -> bool:
    """Whether a file of the report has its end."""
    if name == "report.xlsx":
        return zipfile.ZipFile(io.BytesIO(content)).testzip() is None
    return content.rstrip().endswith(ENDS[name])


def test_at_random_moments(project: Project, seconds: float) -> None:
    chance = random.Random(YEAR)
    for moment in MOMENTS:
        say(project, f"规模在{moment}时扩大")
        build = start(project)
        time.sleep(chance.uniform(0, seconds))
        build.kill()
        finish(build)
        assert ended(build.pid), "a process has outlived the build"
        assert [name for name, content in files(project).items() if not whole(name, content)] == []
    assert finish(start(project))[0] == 0
    assert_sound(project, words := f"规模在{MOMENTS[-1]}时扩大")
    fresh = write_small_paper(project.root.with_name("fresh"))
    say(fresh, words)
    assert finish(start(fresh))[0] == 0
    assert files(fresh) == files(project)


@pytest.mark.parametrize(("name", "words"), [("report.pdf", "起初被杀"), ("report.xlsx", "中途被杀")])
def test_when_a_file_is_put_in_its_place(project: Project, seconds: float, name: str, words: str) -> None:
    last = files(project)
    say(project, words)
    build = start(project, (sys.executable, "-c", KILLED_AT, name))
    finish(build)
    assert build.returncode == -signal.SIGKILL
    untouched = FILES[FILES.index(name) :]
    assert {one: files(project)[one] for one in untouched} == {one: last[one] for one in untouched}
    assert len(list(project.build(YEAR).iterdir())) > len(FILES)
    code, said = finish(start(project))
    assert code == 0 and "已生成" in said
    assert_sound(project, words)


def assert_sound(project: Project, words: str) -> None:
    """The report says what it should, and nothing is left beside it."""
    assert sorted(path.name for path in project.build(YEAR).iterdir()) == sorted((*FILES, *BESIDE))
    assert words in files(project)["report.html"].decode()
