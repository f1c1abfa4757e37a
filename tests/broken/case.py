"""Broken projects: one change of the small paper each, and what the program must say of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from ruamel.yaml import YAML

from tests.broken.workbooks import break_workbook

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    """One broken project.

    Attributes:
        name: what is broken.
        file: the file that is changed or made, from the project's folder.
        change: one of the ways of `CHANGES` with what it needs.
        says: what goes to stderr, without the project's folder.
        command: what is run, ``check`` or ``build`` and others.
        code: the exit code.
        beside: other files that the project needs for it, with their text.
    """

    name: str
    file: str
    change: dict[str, object]
    says: str
    command: str = "check"
    code: int = 1
    beside: dict[str, str] = field(default_factory=dict)

    @contextmanager
    def applied(self, root: Path) -> Iterator[None]:
        """The project with the change; afterwards it is as before."""
        with ExitStack() as stack:
            for name in (self.file, *self.beside):
                stack.enter_context(_kept(root / name))
            for name, text in self.beside.items():
                (root / name).write_text(text, encoding="utf-8")
            ((kind, detail),) = self.change.items()
            CHANGES[kind](root / self.file, detail)
            yield


def cases() -> list[Case]:
    """All cases, in the order of the files beside this one."""
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        for item in YAML(typ="safe").load(path.read_text(encoding="utf-8")):
            change = {kind: item.pop(kind) for kind in CHANGES if kind in item}
            found.append(Case(change=change, **item))
    return found


@contextmanager
def _kept(path: Path) -> Iterator[None]:
    """Whatever is done to a file is undone."""
    before = path.read_bytes() if path.is_file() else None
    made = [folder for folder in path.parents if not folder.exists()]
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield
    finally:
        if path.is_symlink() or path.is_file():
            path.unlink()
        elif path.is_dir():
            shutil.rmtree(path)
        if before is not None:
            path.write_bytes(before)
        for folder in made:
            folder.rmdir()


def _replace(path: Path, pair: list[str]) -> None:
    text = path.read_text(encoding="utf-8")
    assert pair[0] in text, f"{pair[0]!r} is not in {path}"
    path.write_text(text.replace(pair[0], pair[1], 1), encoding="utf-8")


def _repeat(path: Path, detail: dict[str, object]) -> None:
    """Text made of a part many times, too long to be written out in a case."""
    times = str(detail["part"]) * int(detail["times"])
    new = f"{detail.get('before', '')}{times}{detail.get('after', '')}"
    if "old" in detail:
        _replace(path, [str(detail["old"]), new])
    else:
        path.write_text(new, encoding="utf-8")


def _encode(path: Path, encoding: str) -> None:
    path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))


def _folder(path: Path, _: object) -> None:
    path.unlink(missing_ok=True)
    path.mkdir()


def _without_column(path: Path, name: str) -> None:
    header, *rows = [line.split(",") for line in path.read_text(encoding="utf-8").splitlines()]
    place = header.index(name)
    lines = (",".join(row[:place] + row[place + 1 :]) for row in [header, *rows])
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


CHANGES: dict[str, Callable[[Path, object], None]] = {
    "replace": _replace,
    "text": lambda path, text: path.write_text(str(text), encoding="utf-8"),
    "append": lambda path, text: path.write_text(
        path.read_text(encoding="utf-8") + str(text), encoding="utf-8"
    ),
    "bytes": lambda path, digits: path.write_bytes(bytes.fromhex(str(digits))),
    "repeat": _repeat,
    "encode": _encode,
    "remove": lambda path, _: path.unlink(),
    "folder": _folder,
    "column": _without_column,
    "workbook": break_workbook,
}
