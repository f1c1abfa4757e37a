"""Files are replaced whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from reportgen.errors import RenderError
from reportgen.project.files import remove_leftovers, replace_files


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


@pytest.mark.parametrize(
    ("number", "reason", "remedy"),
    [
        (errno.ENOSPC, "磁盘已满", "腾出磁盘空间"),
        (errno.EROFS, "所在磁盘只读", "权限"),
        (errno.EACCES, "没有权限", "权限"),
        (errno.ENOTTY, os.strerror(errno.ENOTTY), "磁盘空间"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_what_hinders_is_said_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, reason: str, remedy: str
) -> None:
    def fail(*arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    (tmp_path / "report.pdf").write_bytes(b"old")
    monkeypatch.setattr(os, step, fail)
    with pytest.raises(RenderError) as told:
        replace_files({tmp_path / "report.pdf": b"new"})
    assert told.value.problem == f"无法写入（{reason}），旧文件未改动"
    assert told.value.place == str(tmp_path / "report.pdf")
    assert remedy in told.value.remedy
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def test_what_a_killed_run_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    names = ["report.pdf", ".report.pdf.ab12", ".report.html.cd34", ".gitignore"]
    for name in names:
        (tmp_path / name).write_bytes(b"")
    remove_leftovers([tmp_path / "report.pdf"])
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(set(names) - {".report.pdf.ab12"})
