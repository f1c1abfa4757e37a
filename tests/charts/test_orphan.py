"""A process that works for another one ends when that one is killed."""

from __future__ import annotations

import os
import subprocess
import sys

PROGRAM = """import multiprocessing, time
from reportgen.charts.orphan import end_with_parent

def work():
    {ready}
    print("at work", flush=True)
    time.sleep(600)

context = multiprocessing.get_context("fork")
process = context.Process(target=work)
process.start()
process.join()
"""
PATIENCE = 30.0  # seconds


def left_by_a_killed_one(ready: str) -> bool:
    """Whether the output is still held open by a process whose parent has been killed."""
    command = [sys.executable, "-c", PROGRAM.format(ready=ready)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True) as parent:
        assert parent.stdout.readline() == b"at work\n"
        parent.kill()
        try:
            parent.communicate(timeout=PATIENCE if ready == "end_with_parent()" else 1.0)
        except subprocess.TimeoutExpired:
            os.killpg(parent.pid, 9)
            return True
    return False


def test_it_ends_with_its_parent() -> None:
    assert not left_by_a_killed_one("end_with_parent()")


def test_without_that_it_would_stay() -> None:
    assert left_by_a_killed_one("pass")
