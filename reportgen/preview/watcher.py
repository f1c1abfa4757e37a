"""Tells when files that the paper is made from have been saved."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

from watchfiles import Change, DefaultFilter, awatch

from reportgen.project.folders import Project

_STEP = 20  # ms between two looks
_WAIT = 200  # ms at most from the first of several changes at once


class ContentFilter(DefaultFilter):
    """Everything but what editors keep beside a file while it is open."""

    def __call__(self, change: Change, path: str) -> bool:
        """Whether a change matters."""
        name = Path(path).name
        return (
            not name.startswith((".", "~", "#")) and not name.endswith("~") and super().__call__(change, path)
        )


async def saved(project: Project) -> AsyncIterator[set[Path]]:
    """The files that changed, those saved at once together."""
    folders = (project.content, project.figures, project.templates)
    async for found in awatch(*folders, watch_filter=ContentFilter(), debounce=_WAIT, step=_STEP):
        yield {Path(path) for _, path in found}
