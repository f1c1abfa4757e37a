"""What `make test` and `make test-full` say where a tool is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MADE_UP = """import pytest
@pytest.mark.libreoffice
@pytest.mark.parametrize("number", range(3))
def test_marked(number): pass
def test_plain(): pass
"""


@pytest.fixture
def run(tmp_path):
    """pytest with this project's settings on four made-up tests, where no program is found."""
    (tmp_path / "conftest.py").write_text("from tests.conftest import *\n", encoding="utf-8")
    (tmp_path / "test_made_up.py").write_text(MADE_UP, encoding="utf-8")
    environment = {**os.environ, "PATH": str(tmp_path), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}

    def run_with(*options: str) -> tuple[int, str]:
        command = [sys.executable, "-m", "pytest", "-c", ROOT / "pyproject.toml", "-p", "no:cacheprovider"]
        made = subprocess.run(
            [*command, tmp_path, *options], capture_output=True, text=True, env=environment, cwd=tmp_path
        )
        return made.returncode, made.stdout + made.stderr

    return run_with


def test_marked_tests_are_left_out_and_counted_in_one_line(run):
    code, text = run()
    assert code == 0 and "1 passed, 3 skipped" in text
    assert text.count("LibreOffice 测试 3 项未运行：没有 LibreOffice（make test-full 会安装）") == 1


def test_what_was_not_asked_for_is_not_counted(run):
    code, text = run("-m", "not libreoffice")
    assert code == 0 and "1 passed, 3 deselected" in text
    assert "未运行" not in text


def test_the_full_run_demands_the_tool(run):
    code, text = run("--full")
    assert code == pytest.ExitCode.USAGE_ERROR
    assert [line for line in text.splitlines() if "LibreOffice" in line] == [
        "ERROR: 缺少 LibreOffice；make test-full 会安装"
    ]
