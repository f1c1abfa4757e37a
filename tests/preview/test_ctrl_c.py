"""The preview ends quietly on Ctrl-C, which a terminal sends to all its processes, however soon it comes."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.preview.conftest import write_two_chapters

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_two_chapters(tmp_path_factory.mktemp("ended") / "small").root


def test_ctrl_c_right_after_the_address_is_told_ends_it_quietly(folder):
    command = [sys.executable, "-m", "reportgen.cli", "--project", str(folder), "serve", "--port", "8450"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as server:
        while "http://" not in (line := server.stdout.readline()):
            assert line, server.stderr.read()
        os.killpg(server.pid, signal.SIGINT)
        _, errors = server.communicate(timeout=120)
    assert (server.returncode, errors) == (0, "")


def test_ctrl_c_while_the_program_is_loaded_ends_it_without_a_word(tmp_path):
    """A module that every command loads interrupts the process it is loaded by."""
    (tmp_path / "typer.py").write_text(
        "import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n", encoding="utf-8"
    )
    path = f"{tmp_path}{os.pathsep}{ROOT}"
    ended = subprocess.run(
        [sys.executable, "-m", "reportgen.cli", "--help"],
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": path}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (ended.returncode, ended.stderr) == (-signal.SIGINT, "")
