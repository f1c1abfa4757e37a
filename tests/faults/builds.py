"""Builds of the small paper as people start them: in a process of their own, which can be hindered or killed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from reportgen.project.folders import Project

ROOT = Path(__file__).parents[2]
YEAR = 2022
FILES = ("report.pdf", "report.html", "report.xlsx", "facts.csv")
BESIDE = ("places.csv", "trace.html")
_PROGRAM = (sys.executable, "-m", "reportgen.cli")


def start(
    project: Project, program: Sequence[str] = _PROGRAM, before: Sequence[str] = (), **surroundings: str
) -> subprocess.Popen[str]:
    """A build that has just been started.

    Args:
        project: what is built.
        program: what is run with the arguments of a build.
        before: a command that runs the program given as its last arguments.
        surroundings: variables of the environment.
    """
    command = [*before, *program, "--project", str(project.root), "build", "--edition", str(YEAR)]
    around = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"} | surroundings
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    return subprocess.Popen(command, env=around, encoding="utf-8", start_new_session=True, **pipes)


def finish(build: subprocess.Popen[str]) -> tuple[int, str]:
    """Its exit code and all it said."""
    said, _ = build.communicate()
    return build.returncode, said


def files(project: Project) -> dict[str, bytes]:
    """The contents of the report, by the name of the file."""
    return {name: (project.build(YEAR) / name).read_bytes() for name in FILES}


def say(project: Project, words: str) -> None:
    """Change the words with which the chapter begins."""
    path = project.chapters / "10-overall.md"
    text = path.read_text(encoding="utf-8")
    begin, end = text.index("**"), text.rindex("**")
    path.write_text(f"{text[:begin]}**{words}。{text[end:]}", encoding="utf-8")
