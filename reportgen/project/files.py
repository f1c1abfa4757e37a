"""Files are written whole or not at all, and what hinders it is said in Chinese."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from reportgen.errors import RenderError

_SPACE = "腾出磁盘空间后重试"
_PERMISSION = "检查文件夹的所有者和权限，或换到可写的磁盘"
_PATH = "移走占住这个位置的文件，或改用别的文件夹"
_HINDRANCES = {
    errno.EACCES: ("没有权限", _PERMISSION),
    errno.EPERM: ("没有权限", _PERMISSION),
    errno.EROFS: ("所在磁盘只读", _PERMISSION),
    errno.ENOSPC: ("磁盘已满", _SPACE),
    errno.EDQUOT: ("超出磁盘配额", _SPACE),
    errno.EFBIG: ("文件超过允许的大小", "用 ulimit -f 查看并放宽限制"),
    errno.EIO: ("磁盘读写出错", "检查磁盘，或把项目移到别的磁盘"),
    errno.EISDIR: ("这里应为文件，却是文件夹", _PATH),
    errno.ENOTDIR: ("上级应为文件夹，却是文件", _PATH),
    errno.EEXIST: ("这里应为文件夹，却是文件", _PATH),
    errno.ENOENT: ("没有这个文件", "检查文件名和所在文件夹"),
    errno.EMFILE: ("打开的文件太多", "用 ulimit -n 查看并放宽限制"),
    errno.ENAMETOOLONG: ("文件名太长", "把项目移到路径较短的文件夹"),
}


def replace_files(contents: Mapping[Path, bytes], durable: bool = True) -> None:
    """Write all contents beside their places first, then put each in place atomically.

    Args:
        contents: what is to stand in each place; folders are made when missing.
        durable: what is written reaches the disk before it takes the place of the old file, so that not even
            a loss of power leaves half a file.

    Raises:
        RenderError: the folder cannot be written to or the disk is full; the old files are untouched.
    """
    waiting: dict[Path, str] = {}
    path = Path()
    try:
        for path, content in contents.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, waiting[path] = tempfile.mkstemp(dir=path.parent, prefix=_waiting_prefix(path))
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                if durable:
                    file.flush()
                    os.fsync(file.fileno())
            os.chmod(waiting[path], 0o644)
        for path in contents:
            os.replace(waiting[path], path)
            del waiting[path]
    except OSError as problem:
        raise not_written(problem, path) from problem
    finally:
        for name in waiting.values():
            with contextlib.suppress(OSError):
                os.unlink(name)


def remove_leftovers(paths: Iterable[Path]) -> None:
    """Remove what a run that was killed has left beside these places; nobody may be writing them meanwhile."""
    for path in paths:
        for left in path.parent.glob(f"{_waiting_prefix(path)}*"):
            with contextlib.suppress(OSError):
                left.unlink()


def not_written(problem: OSError, place: Path) -> RenderError:
    """The Chinese form of what hindered writing at a place."""
    reason, remedy = hindrance(problem)
    return RenderError(f"无法写入（{reason}），旧文件未改动", place=str(place), remedy=remedy)


def hindrance(problem: OSError) -> tuple[str, str]:
    """What an error of the system means, and what to do about it."""
    known = _HINDRANCES.get(problem.errno or 0)
    return known or (str(problem.strerror or problem), "检查磁盘空间和文件夹权限")


def _waiting_prefix(path: Path) -> str:
    return f".{path.name}."
