"""What the preview shows and why: facts, drawings and chapters in memory, and what is still to be made again."""

from __future__ import annotations

import contextlib
import dataclasses
import gc
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reportgen import stages
from reportgen.document.document import Document
from reportgen.document.kept_chapters import KeptChapters
from reportgen.errors import ReportError
from reportgen.facts.reader import Reader
from reportgen.linting import lint, refuse
from reportgen.preview.changes import changes
from reportgen.preview.chapters import PatientChapters, Written
from reportgen.preview.easel import Easel
from reportgen.preview.faults import Fault, faults
from reportgen.preview.figures import Figures
from reportgen.preview.markup import Made, MadeChapter, Picture
from reportgen.preview.memory import Memory
from reportgen.preview.paper import Paper, make_paper
from reportgen.preview.preparing import Preparer
from reportgen.project.folders import Project
from reportgen.text.manuscript import Manuscript


@dataclass(frozen=True)
class View:
    """What a reader has before the eyes: names of chapters and of figures."""

    chapters: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Update:
    """One step to a new state of the page.

    Attributes:
        changes: from the state before, as `changes` gives them.
        faults: everything wrong.
        more: whether parts of the page are still as they were before.
        held: whether the page is the last good one, because with these faults none can be made.
    """

    changes: dict[str, Any]
    faults: list[Fault]
    more: bool
    held: bool = False


@dataclass
class Session:
    """One edition under preview.

    Call `note` with the files that changed, then `step` until it returns None, and again when `ready` is called,
    which happens in another thread, until the session is `idle`.
    """

    project: Project
    year: int
    easel: Easel
    ready: Callable[[], None] = lambda: None
    paper: Paper | None = None
    prepared: stages.Prepared | None = None
    _good: Paper | None = None
    _unread: Document | None = None
    _written: Written = field(default_factory=dict)
    _pictures: dict[str, Picture] = field(default_factory=dict)
    _pieces: dict[str, MadeChapter] = field(default_factory=dict)
    _changed: deque[Path] = field(default_factory=deque)
    _full: Future[None] | None = None
    _asked: str = ""
    _names: bytes = b""
    _numbers_wait: bool = False
    _waits: bool = True
    _late: bool = False

    def __post_init__(self) -> None:
        self._preparer = Preparer(self.project, self.year)
        self._memory = Memory(self.project.cache)
        self._figures = Figures(self.project, self.easel, self._memory, lambda: self.ready())

    def open(self) -> Update:
        """The first state of the page.

        Raises:
            ContentError: the numbers cannot be prepared, so that there is nothing to show.
        """
        self._adopt(self._preparer.prepared())
        return self.step(View())

    def warm_up(self) -> None:
        """Make the first change of a number as fast as the others; an error waits until something is saved."""
        self.easel.warm_up()
        with contextlib.suppress(ReportError):
            self._preparer.warm_up(self.prepared)
        gc.collect()
        gc.freeze()  # what stays for good need not be looked through again and again, a sixth of a second each time

    def note(self, paths: Iterable[Path]) -> None:
        """Remember what changed on the disk; may be called while another thread is in `step`."""
        self._changed.extend(paths)

    def step(self, view: View) -> Update | None:
        """Do what is most urgent for a reader; None when nothing is left to do."""
        if self._full is not None and self._full.done():
            self._take_full()
        self._look_at_changed()
        self._waits = self._waits or (self._late and self._figures.arrived)
        if not self._waits:
            return None
        self._waits = False
        try:
            return self._advanced(view)
        except ReportError as error:
            return self._failed(error)
        except Exception as error:  # the preview goes on: the next saved file may be better
            problem, remedy = f"程序出错（{type(error).__name__}）", "请把这一条和改动报告给维护者"
            return self._failed(ReportError(problem, remedy=remedy))

    def proofread(self) -> Update | None:
        """What the lint holds against the page as it is; None when nothing, or when that has been told."""
        document, self._unread = self._unread, None
        if document is None:
            return None
        try:
            refuse(lint(self.project, self.year, self.prepared, document))
        except ReportError as error:
            return Update({}, faults(error, self.project.root, self._good), more=False)
        return None

    @property
    def idle(self) -> bool:
        """Whether nothing goes on in the background."""
        return not self._late and self._full is None

    def ask_full(self) -> None:
        """Begin to prepare in full, if the last preparation was not and nothing more urgent goes on."""
        key = self._preparer.wanted
        if self.idle and self.prepared.key != key != self._asked:
            self._asked = key
            self._full = self.easel.prepare(self.year)
            self._full.add_done_callback(lambda _: self.ready())

    def _look_at_changed(self) -> None:
        numbers = (*self.project.inputs, self.project.maps, self.project.templates / "fonts")
        edition = self.project.content / "editions" / f"{self.year}.yaml"
        while self._changed:
            path = self._changed.popleft()
            if path == edition or any(path.is_relative_to(one) for one in numbers):
                self._numbers_wait = True
            self._waits = True

    def _advanced(self, view: View) -> Update:
        """The next state of the page; after a change of numbers first what is in view, then the rest."""
        first = None
        if self._numbers_wait:
            self._adopt(self._preparer.again(self.prepared))
            self._numbers_wait = False
            first = view if self._good and view.chapters else None
        reader = Reader(self.prepared.facts, self.prepared.calendar)
        now = first.chapters if first else None
        drawings, self._late = self._figures.draw(
            reader, first.figures if first else None, lambda: self._write_ahead(now or ())
        )
        kept = PatientChapters(self._memory, self.prepared.key, self._written, now)
        document = stages.write(self.project, self.prepared, reader, drawings, kept)
        paper = self._page(document)
        more = self._late or bool(kept.waiting)
        self._waits = more and first is not None
        if not more:
            self._good, self._unread = paper, document
        return Update(self._shown(paper), [], more)

    def _failed(self, error: ReportError) -> Update:
        """Back to the last good page, with what is wrong."""
        self._late, self._unread = False, None
        told = faults(error, self.project.root, self._good)
        return Update(self._shown(self._good), told, more=False, held=True)

    def _write_ahead(self, names: Iterable[str]) -> None:
        """Write chapters while figures are drawn; what is wrong with them is raised when the paper is written."""
        manuscript = Manuscript(self.project.chapters, self.project.own_chapters(self.year))
        kept, prepared = KeptChapters(self._memory, self.prepared.key), self.prepared
        for name in names:
            with contextlib.suppress(ReportError):
                reader = Reader(prepared.facts, prepared.calendar)
                kept.write(manuscript.source(name), reader, self._figures.numbers(), prepared.beside)

    def _page(self, document: Document) -> Paper:
        chapters = self._good.chapters if self._good else ()
        known = frozenset(piece.key for chapter in chapters for piece in chapter.pieces)
        return make_paper(document, self.project.templates, Made(self._pictures, self._pieces), known)

    def _shown(self, paper: Paper | None) -> dict[str, Any]:
        told = changes(self.paper, paper) if paper else {}
        self.paper = paper
        return told

    def _adopt(self, prepared: stages.Prepared) -> None:
        self.prepared = prepared
        self._figures.adopt(prepared)
        names = self.project.names.read_bytes()
        if names != self._names:
            self._pieces.clear()
            self._names = names

    def _take_full(self) -> None:
        """Take over the full preparation, unless the numbers have changed again meanwhile."""
        self._full = None
        found = self._preparer.in_full()
        if found is None:
            return
        if list(found.facts) == list(self.prepared.facts):
            self.prepared = dataclasses.replace(self.prepared, appendix=found.appendix)
        else:
            self._adopt(found)
        self._waits = True
