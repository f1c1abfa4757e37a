"""One process at a time makes an edition, so that its files always belong together."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reportgen.errors import UsageError
from reportgen.project.files import not_written

_TAKEN = (errno.EWOULDBLOCK, errno.EACCES)


@contextmanager
def only_one(folder: Path, doing: str) -> Iterator[None]:
    """Hold a folder, made when missing, to oneself; the system frees it when the process ends, however it does.

    Args:
        folder: what the processes write to.
        doing: what is done there, for the message: ``生成 2022 年版``.

    Raises:
        UsageError: another process holds it.
        RenderError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as problem:
        raise not_written(problem, folder) from problem
    try:
        _take(handle, folder, doing)
        yield
    finally:
        os.close(handle)


def _take(handle: int, folder: Path, doing: str) -> None:
    """Lock; on a file system without locks each file is still whole, and builds of one content are the same."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as problem:
        if problem.errno in _TAKEN:
            raise UsageError(
                f"另一个程序正在{doing}", place=str(folder), remedy="等它结束后重试；它的结果不受影响"
            ) from None
