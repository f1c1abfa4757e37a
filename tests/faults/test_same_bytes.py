"""Two cold builds of one content give the same bytes, wherever, whenever and however they are made."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.faults.builds import ROOT, YEAR
from tests.small_paper import write_small_paper

pytestmark = pytest.mark.slow

COMMANDS = ("build", "docx", "figures")
LATER = """import datetime, sys
import time_machine
days, folder, year, *commands = sys.argv[1:]
day = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=int(days))
with time_machine.travel(day):
    from reportgen.cli.app import app
    codes = [app(["--project", folder, name, "--edition", year], standalone_mode=False) for name in commands]
sys.exit(max(codes))
"""
HERE = {"TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
THERE = {"TZ": "America/Los_Angeles", "LC_ALL": "POSIX", "PYTHONHASHSEED": "2"}


def made(folder: Path, days: int, surroundings: dict[str, str]) -> dict[str, bytes]:
    """Every file of cold builds so many days from now, by its place below the build folder of the edition."""
    project = write_small_paper(folder)
    command = [sys.executable, "-c", LATER, str(days), str(folder), str(YEAR), *COMMANDS]
    around = os.environ | {"PYTHONPATH": str(ROOT)} | surroundings
    done = subprocess.run(command, env=around, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    files = (path for path in project.build(YEAR).rglob("*") if path.is_file())
    return {path.relative_to(project.build(YEAR)).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    folder = tmp_path_factory.mktemp("same")
    return made(folder / "here", 0, HERE), made(folder / "a longer way/那边", 400, THERE)


def test_every_kind_of_file_was_made(both: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    endings = {Path(name).suffix for name in both[0]}
    assert endings == {".pdf", ".html", ".xlsx", ".csv", ".docx", ".svg"}
    assert set(both[0]) == set(both[1])


def test_the_bytes_are_the_same(both: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    here, there = both
    assert [name for name in here if here[name] != there[name]] == []


def test_no_file_names_the_folder(both: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    names = ("那边".encode(), quote("那边").encode())
    assert [file for file, content in both[1].items() if any(name in content for name in names)] == []
