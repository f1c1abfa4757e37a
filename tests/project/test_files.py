"""Files are replaced whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.errors import RenderError
from reportgen.project.files import replace_files


def test_all_files_are_written(tmp_path: Path) -> None:
    replace_files({tmp_path / "a/one.txt": b"1", tmp_path / "two.txt": b"2"})
    assert (tmp_path / "a/one.txt").read_bytes() == b"1"
    assert (tmp_path / "two.txt").read_bytes() == b"2"


def test_a_failure_keeps_the_old_files_and_leaves_no_rest(tmp_path: Path) -> None:
    old = tmp_path / "report.pdf"
    old.write_bytes(b"old")
    (tmp_path / "blocked").write_bytes(b"a file where a folder should be")
    with pytest.raises(RenderError, match="无法写入"):
        replace_files({old: b"new", tmp_path / "blocked/report.html": b"new"})
    assert old.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["blocked", "report.pdf"]
