"""One process at a time holds a folder; whoever comes second is told, and a killed one holds nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reportgen.errors import RenderError, UsageError
from reportgen.project.turn import only_one

HOLD = """import sys, time
from pathlib import Path
from reportgen.project.turn import only_one
with only_one(Path(sys.argv[1]), "生成"):
    print("held", flush=True)
    time.sleep(600)
"""


def test_the_second_is_told_until_the_first_is_killed(tmp_path: Path) -> None:
    folder = tmp_path / "build/2022"
    with subprocess.Popen([sys.executable, "-c", HOLD, folder], stdout=subprocess.PIPE) as first:
        assert first.stdout.readline() == b"held\n"
        with (
            pytest.raises(UsageError, match="另一个程序正在生成 2022 年版") as told,
            only_one(folder, "生成 2022 年版"),
        ):
            pass
        assert told.value.place == str(folder) and "等它结束后重试" in told.value.remedy
        first.kill()
    with only_one(folder, "生成 2022 年版"):
        assert list(folder.iterdir()) == []


def test_a_folder_is_free_after_a_failure(tmp_path: Path) -> None:
    with pytest.raises(ValueError), only_one(tmp_path, "生成"):
        raise ValueError
    with only_one(tmp_path, "生成"):
        pass


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "build").write_bytes(b"")
    with pytest.raises(RenderError, match="却是文件") as told, only_one(tmp_path / "build/2022", "生成"):
        pass
    assert told.value.place == str(tmp_path / "build/2022")
