"""The figures of the edition as they were drawn last, and which of them are drawn now."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from reportgen import stages
from reportgen.charts.variant import NARROW, WIDE
from reportgen.document.drawings import Drawings
from reportgen.document.figure_list import figure_numbers
from reportgen.document.keeper import Keeper
from reportgen.document.kept_drawings import Drawn, KeptDrawings
from reportgen.facts.reader import Reader
from reportgen.preview.easel import Easel, Pending
from reportgen.project.folders import Project

_AT_ONCE = 4  # of those drawn in the background, before they are shown


class Figures:
    """Draws what has changed: what a reader sees at once, the others in the background.

    Args:
        project: with the figure files.
        easel: where they are drawn.
        keeper: where drawings are kept.
        ready: called from another thread whenever something has been drawn in the background.
    """

    def __init__(self, project: Project, easel: Easel, keeper: Keeper, ready: Callable[[], None]) -> None:
        self._project, self._easel, self._keeper, self._ready = project, easel, keeper, ready
        self._background: dict[str, Pending] = {}
        self._later: set[str] = set()
        self._files: dict[str, bytes] = {}  # each as it was when its figure was begun
        self._drawn: dict[str, Drawn] = {}
        self._prepared: stages.Prepared | None = None
        self._kept: KeptDrawings | None = None

    def adopt(self, prepared: stages.Prepared) -> None:
        """Draw with these facts from now on; what has not been begun with others is dropped."""
        for pending in self._background.values():
            for future in pending.values():
                future.cancel()
        self._background, self._later = {}, set()
        self._prepared = prepared
        self._kept = stages.kept_drawings(self._project, prepared, self._keeper)

    def numbers(self) -> dict[str, int]:
        """The number of each figure by its name.

        Raises:
            EditionError: a wrong list.
        """
        edition = self._prepared.edition
        return figure_numbers(edition.figures, f"{edition.edition}.yaml")

    @property
    def arrived(self) -> bool:
        """Whether enough has been drawn in the background to be shown."""
        done = [_done(pending) for pending in self._background.values()]
        return bool(done) and (all(done) or sum(done) >= _AT_ONCE)

    def draw(
        self, reader: Reader, now: Collection[str] | None, meanwhile: Callable[[], None]
    ) -> tuple[Drawings, bool]:
        """All figures, those drawn in the background as they were before; and whether there are such.

        Args:
            reader: the uses of facts are added to its own.
            now: names of those that cannot wait, while the others are put off; None to draw all, those that were
                put off in the background.
            meanwhile: what can be done while they are drawn.

        Raises:
            EditionError: a wrong list; FigureError, AddressError, ManyErrors: figures that cannot be drawn.
        """
        names = list(self.numbers())
        put_off = [name for name in names if now is not None and name in self._drawn and name not in now]
        found = {name: self._kept.find(name) for name in names if name not in put_off}
        missing = [name for name, drawn in found.items() if drawn is None]
        self._drop_changed()
        finished = [name for name, pending in self._background.items() if _done(pending)]
        pending = {key: one for name in finished for key, one in self._background.pop(name).items()}
        missing = [name for name in missing if name not in finished]
        later = put_off or [name for name in missing if name in self._later]
        urgent = [name for name in missing if name not in later]
        started = self._start(urgent)
        if started:
            meanwhile()
        if now is None:
            self._background |= {name: self._begun(name) for name in later if name not in self._background}
        self._later = set(later)
        made = self._easel.finish(pending | started)
        for name, drawn in made.items():
            if self._files.get(name) == self._file(name):  # else it was saved again while it was drawn
                self._kept.keep(name, drawn)
        self._drawn = {
            name: self._drawn[name] if name in later else made.get(name) or found[name] for name in names
        }
        return self._drawings(reader), bool(later)

    def _begun(self, name: str) -> Pending:
        pending = self._start([name])
        for future in pending.values():
            future.add_done_callback(lambda _: self._ready())
        return pending

    def _drop_changed(self) -> None:
        """Forget what was begun in the background with a file that has been saved since."""
        for name in [name for name in self._background if self._files.get(name) != self._file(name)]:
            del self._background[name]
            self._later.discard(name)

    def _file(self, name: str) -> bytes:
        path = self._project.figures / f"{name}.py"
        return path.read_bytes() if path.is_file() else b""

    def _start(self, names: Sequence[str]) -> Pending:
        self._files |= {name: self._file(name) for name in names}
        return self._easel.start(names, self._prepared.facts, self._prepared.calendar)

    def _drawings(self, reader: Reader) -> Drawings:
        reader.uses.extend(use for drawn in self._drawn.values() for use in drawn.uses)
        wide, narrow = (
            {name: one.variants[variant.name] for name, one in self._drawn.items()}
            for variant in (WIDE, NARROW)
        )
        return Drawings(wide, narrow)


def _done(pending: Pending) -> bool:
    return all(future.done() for future in pending.values())
