"""Keeps what takes long to make, under a key made from everything that can change it."""

from __future__ import annotations

import contextlib
import hashlib
import pickle
import sys
import sysconfig
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from reportgen.errors import RenderError
from reportgen.project.files import replace_files

_Made = TypeVar("_Made")
_DIGEST = 32  # bytes of SHA-256
_KEY_LENGTH = 32


class Cache:
    """Values in the files of one folder; a file that is missing, torn or altered counts as absent.

    Args:
        folder: made when the first value is kept; it can be deleted at any time.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, kind: str, key: str) -> Any | None:
        """The kept value of a kind and key, or None."""
        try:
            return _opened(self._path(kind, key).read_bytes())
        except (OSError, ValueError):
            return None

    def keep(self, kind: str, key: str, value: object) -> None:
        """Keep a value; where the folder cannot be written, it is made again next time and nothing is lost."""
        content = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
        try:
            replace_files({self._path(kind, key): hashlib.sha256(content).digest() + content}, durable=False)
        except RenderError:
            return

    def get(self, kind: str, key: str, make: Callable[[], _Made]) -> _Made:
        """The kept value of a kind and key, or what `make` returns, which is then kept."""
        found = self.find(kind, key)
        if found is None:
            found = make()
            self.keep(kind, key, found)
        return found

    def keep_newest(self, kind: str, most: int) -> None:
        """Remove all but so many values of a kind, the oldest first, and what killed runs have left.

        A wrong clock costs time, nothing else. Another process may remove the same, or still be writing, in
        which case what it writes is not kept.
        """
        paths = sorted(self._folder.glob(f"{kind}-*.pickle"), key=_written_at)
        for path in [*paths[: max(0, len(paths) - most)], *self._folder.glob(f".{kind}-*")]:
            with contextlib.suppress(OSError):
                path.unlink()

    def _path(self, kind: str, key: str) -> Path:
        return self._folder / f"{kind}-{key}.pickle"


def key_of(files: Iterable[Path], *settings: object, below: Iterable[Path] = ()) -> str:
    """The key of what this program makes from files and settings with the libraries it runs on.

    Args:
        files: their names and contents count; a folder stands for all files in it.
        settings: anything whose `repr` says all of it.
        below: folders whose own place does not count, so that the key is the same when they are moved.
    """
    digest = hashlib.sha256(f"{sys.version}\n{_libraries()}\n{settings!r}\n".encode())
    for path in sorted(set(_each_file(files))):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{_named(path, below)}\n{content}\n".encode())
    return digest.hexdigest()[:_KEY_LENGTH]


def _named(path: Path, below: Iterable[Path]) -> str:
    return next((path.relative_to(one).as_posix() for one in below if path.is_relative_to(one)), str(path))


def _written_at(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _opened(content: bytes) -> Any:
    """The value in a file.

    Raises:
        ValueError: the file is not as it was written.
    """
    digest, content = content[:_DIGEST], content[_DIGEST:]
    if hashlib.sha256(content).digest() != digest:
        raise ValueError("torn or altered")
    return pickle.loads(content)


def _each_file(paths: Iterable[Path]) -> Iterator[Path]:
    """The files, and those in folders; compiled code and hidden files say nothing of their own."""
    for path in paths:
        if path.is_dir():
            inside = (one for one in path.rglob("*") if one.is_file())
            yield from (one for one in inside if one.suffix != ".pyc" and not one.name.startswith("."))
        elif path.is_file():
            yield path


@cache
def _libraries() -> tuple[str, ...]:
    """Name and version of every installed package."""
    return tuple(sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info")))
