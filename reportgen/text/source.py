"""The text of a chapter as one edition prints it, and for each line the file in which it was written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from reportgen.errors import ChapterError, nearest, raise_all
from reportgen.text.marks import private_character, unseen_character
from reportgen.text.spelling import slips


class Line(NamedTuple):
    """One line: its text, the file as it stands in places, its number there, the name of its paragraph."""

    text: str
    file: str
    number: int
    paragraph: str = ""

    @property
    def place(self) -> str:
        """``02-overall.md:12``."""
        return f"{self.file}:{self.number}"

    @property
    def blank(self) -> bool:
        """Whether it parts paragraphs."""
        return not self.text.strip()


@dataclass(frozen=True)
class Source:
    """Lines of one chapter; those of an overridden paragraph come from another file than the others.

    Whoever has the number of a line of `text` asks `place` where an editor finds it.

    Attributes:
        name: file name of the chapter: ``02-overall.md``.
        lines: counted from 1 in `place`.
    """

    name: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """All lines, as Jinja reads them."""
        return "\n".join(line.text for line in self.lines)

    def line(self, number: int) -> Line:
        """The line with this number; before the first the first, behind the last the last."""
        return self.lines[max(1, min(number, len(self.lines))) - 1]

    def place(self, number: int) -> str:
        """The file and line in which it was written: ``02-overall.md:12``."""
        return self.line(number).place

    def part(self, start: int, end: int) -> Source:
        """Some of the lines; indices from 0, as in a slice."""
        return Source(self.name, self.lines[start:end])


def read_source(path: Path, file: str = "") -> Source:
    """The text of a chapter file.

    Args:
        path: the file; its name is that of the chapter.
        file: how places name it, if not by its name alone.

    Raises:
        ChapterError: missing, not UTF-8, Windows line ends, or characters kept for the program.
        ManyErrors: several slips of the keyboard, see `slips`.
    """
    if not path.is_file():
        known = [other.name for other in path.parent.glob("*.md")] if path.parent.is_dir() else []
        raise ChapterError(
            "没有这个章节文件", place=str(path), remedy=nearest(path.name, known) or "检查文件名"
        )
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise ChapterError("文件不是 UTF-8 编码", place=str(path), remedy="用编辑器另存为 UTF-8") from problem
    if "\r" in text:
        number = text[: text.index("\r")].count("\n") + 1
        raise ChapterError(
            "换行是 Windows 式的（CRLF）",
            place=f"{file or path.name}:{number}",
            remedy="在编辑器右下角把 CRLF 改为 LF 后保存；或运行 sed -i 's/\\r$//' 文件名",
        )
    lines = enumerate(text.split("\n"), start=1)
    source = Source(path.name, tuple(Line(line, file or path.name, number) for number, line in lines))
    index = private_character(text)
    if index is not None:
        raise ChapterError(
            f"有无法印刷的私用区字符 U+{ord(text[index]):04X}",
            place=source.place(text.count("\n", 0, index) + 1),
            remedy="删去该字符",
        )
    index = unseen_character(text)
    if index is not None:
        raise ChapterError(
            f"有不可见的控制字符 U+{ord(text[index]):04X}",
            place=source.place(text.count("\n", 0, index) + 1),
            remedy="删去该字符",
        )
    raise_all(slips(source))
    return source
