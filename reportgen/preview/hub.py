"""Between the session, which makes pages, and the browsers that show them."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from reportgen.preview.session import Session, Update, View
from reportgen.preview.watcher import saved

_PAINTING = 0.2  # seconds left to the browsers before work on the rest of the page takes the processor


class Hub:
    """Runs the session as files change, and hands every step to all browsers.

    Args:
        session: its first page has been made.
        first: what making it gave.
    """

    def __init__(self, session: Session, first: Update) -> None:
        self.session = session
        self.version = 1
        self._state = self._told(first)
        self._queues: set[asyncio.Queue[dict[str, Any]]] = set()
        self._view = View()
        self._wake = asyncio.Event()

    def page(self) -> str | None:
        """The page as it is, or None while there is no good one."""
        return self.session.paper.html() if self.session.paper else None

    def join(self, version: int) -> asyncio.Queue[dict[str, Any]]:
        """What a browser that shows some version of the page is to be told, now and later."""
        queue: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        queue.put_nowait(self._state if version == self.version else {"changes": {"reload": True}})
        self._queues.add(queue)
        return queue

    def leave(self, queue: asyncio.Queue[dict[str, Any]]) -> None:
        """A browser has gone."""
        self._queues.discard(queue)

    def look(self, anchors: Iterable[str]) -> None:
        """Remember what a reader has before the eyes: ids of chapters and figures."""
        paper, ids = self.session.paper, set(anchors)
        if paper is not None:
            chapters = frozenset(one.name for one in paper.chapters if one.anchor in ids)
            figures = frozenset(name for anchor, name in paper.figures.items() if anchor in ids)
            self._view = View(chapters, figures)

    def note(self, paths: set[Path]) -> None:
        """Files were saved."""
        self.session.note(paths)
        self._wake.set()

    async def run(self) -> None:
        """Work for as long as the preview is open."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._watch())
            self.session.ready = self._waker()
            await asyncio.to_thread(self.session.warm_up)
            while True:
                await self._work()
                await self._wake.wait()
                self._wake.clear()

    def _waker(self) -> Callable[[], None]:
        """Wakes the work from another thread; does nothing once the preview has ended."""
        loop = asyncio.get_running_loop()

        def wake() -> None:
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(self._wake.set)

        return wake

    async def _watch(self) -> None:
        async for paths in saved(self.session.project):
            self.note(paths)

    async def _work(self) -> None:
        while (update := await asyncio.to_thread(self.session.step, self._view)) is not None:
            self._hand_out(update)
            if update.more:
                await asyncio.sleep(_PAINTING)
        if (read := await asyncio.to_thread(self.session.proofread)) is not None:
            self._hand_out(read)
        self.session.ask_full()

    def _hand_out(self, update: Update) -> None:
        if update.changes:
            self.version += 1
        self._state = self._told(update)
        for queue in self._queues:
            queue.put_nowait(self._state | {"changes": update.changes})

    def _told(self, update: Update) -> dict[str, Any]:
        found = [dataclasses.asdict(fault) for fault in update.faults]
        state = {"version": self.version, "faults": found, "more": update.more, "held": update.held}
        return state | {"changes": {}}
