"""Where the text of an edition's chapters comes from: the folder of all editions, and the edition's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen.errors import ChapterError, nearest
from reportgen.text.kind import split_kind
from reportgen.text.named import without_names
from reportgen.text.override import is_whole_chapter, overridden
from reportgen.text.source import Source, read_source

_SUFFIX = ".md"


@dataclass(frozen=True)
class Manuscript:
    """The chapter files that an edition is written from.

    Attributes:
        shared: the folder of all editions: ``content/chapters``.
        own: the folder of this edition, ``content/editions/2021/chapters``; it need not exist. A file in it
            has the name of the chapter that it replaces as a whole or in some paragraphs.
    """

    shared: Path
    own: Path | None = None

    def source(self, name: str) -> Source:
        """The text of a chapter as the edition prints it; the name with or without ``.md``.

        Raises:
            ChapterError, ManyErrors: no such file, wrong encoding, wrong names of paragraphs or overrides.
        """
        file = f"{name.removesuffix(_SUFFIX)}{_SUFFIX}"
        shared = self.shared / file
        if self.own is None or not (self.own / file).is_file():
            return without_names(read_source(shared))
        own = read_source(self.own / file, self._shown(self.own / file))
        if not is_whole_chapter(own):
            return overridden(read_source(shared), own)
        if shared.is_file():
            _check_same_kind(own, read_source(shared))
        return own

    def strays(self, names: Sequence[str]) -> Iterator[ChapterError]:
        """An error for each file of the edition that would be passed over: no chapter, or in a wrong folder.

        Args:
            names: the chapters of the edition.
        """
        if self.own is None or not self.own.parent.is_dir():
            return
        files = [f"{name.removesuffix(_SUFFIX)}{_SUFFIX}" for name in names]
        inside = sorted(self.own.iterdir()) if self.own.is_dir() else []
        for path in inside:
            if path.name not in files and not path.name.startswith("."):
                remedy = nearest(path.name, files) or "文件名须与版本文件 chapters 所列的一章相同"
                yield ChapterError(f"本版没有章节“{path.name}”", place=self._shown(path), remedy=remedy)
        for path in sorted(self.own.parent.iterdir()):
            alike = path.name.lower().rstrip("s") == self.own.name.rstrip("s")
            if path != self.own and (path.suffix == _SUFFIX or alike):
                remedy = f"章节文件放在 {self.own.parent.name}/{self.own.name}/ 中"
                yield ChapterError("放错了文件夹，不会用到", place=self._shown(path), remedy=remedy)

    def _shown(self, path: Path) -> str:
        """``2021/chapters/20-overall.md``, as places name it."""
        return path.relative_to(self.own.parent.parent).as_posix()


def _check_same_kind(own: Source, shared: Source) -> None:
    expected, label, _ = split_kind(shared)
    kind, _, _ = split_kind(own)
    if kind != expected:
        line = f"<!-- {label or expected} -->" if expected != "正文" else "标题"
        raise ChapterError(
            f"各版共用的 {shared.name} 是“{label or expected}”，这里成了“{kind}”",
            place=own.place(1),
            remedy=f"第一行写 {line}",
        )
