"""Files are written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from reportgen.errors import RenderError


def replace_files(contents: Mapping[Path, bytes]) -> None:
    """Write all contents beside their places first, then put each in place atomically.

    Raises:
        RenderError: the folder cannot be written to or the disk is full; the old files are untouched.
    """
    waiting: dict[Path, str] = {}
    try:
        for path, content in contents.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, waiting[path] = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            os.chmod(waiting[path], 0o644)
        for path in contents:
            os.replace(waiting.pop(path), path)
    except OSError as problem:
        raise RenderError(
            f"无法写入：{problem.strerror}",
            place=str(problem.filename or ""),
            remedy="检查磁盘空间和文件夹权限，旧文件未改动",
        ) from problem
    finally:
        for name in waiting.values():
            Path(name).unlink(missing_ok=True)
