"""Whether the finished build of an edition still stands: nothing that made it has changed, nor have its files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reportgen.project.cache import key_of
from reportgen.project.folders import Project

_KIND = "built"
_MOST_KEPT = 8


@dataclass(frozen=True)
class BuildRecord:
    """What is remembered of a finished build.

    Attributes:
        project: in whose cache it is remembered.
        key: differs when anything that can change a file of the build does.
    """

    project: Project
    key: str

    @classmethod
    def now(cls, project: Project, year: int, program: Path, *systems: object) -> BuildRecord:
        """The record for everything as it is now.

        Args:
            project, year: the edition.
            program: the folder of this program.
            systems: versions of what is installed outside Python.
        """
        made_from = [program, project.content, project.figures, project.templates]
        return cls(project, key_of(made_from, year, *systems))

    def reminders(self, paths: Iterable[Path]) -> list[str] | None:
        """What people were reminded of by the build that left these files; None when there is none such."""
        found = self.project.cache.find(_KIND, self.key)
        if found is None:
            return None
        fingerprints, reminders = found
        return list(reminders) if fingerprints == _fingerprints(paths) else None

    def keep(self, paths: Iterable[Path], reminders: Iterable[str]) -> None:
        """Remember the files of a build that has just finished."""
        self.project.cache.keep(_KIND, self.key, (_fingerprints(paths), tuple(reminders)))
        self.project.cache.keep_newest(_KIND, _MOST_KEPT)


def _fingerprints(paths: Iterable[Path]) -> dict[str, str] | None:
    """SHA-256 of each file by its name; None when one cannot be read."""
    try:
        return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}
    except OSError:
        return None
