"""Numbers, references and line numbers on their way through Markdown.

Jinja runs first and its result is read as Markdown. What a filter prints must not be read as
Markdown again, so it is put aside and a mark of private characters stands in its place; another
mark at the start of each line says which line of the chapter file it came from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.text.blocks import Figure, FigureReference, GeneratedTable, Number

LINE_OPEN, LINE_CLOSE, PART_OPEN, PART_CLOSE = "\ue000\ue001\ue002\ue003"
_LINE = re.compile(f"{LINE_OPEN}(\\d+){LINE_CLOSE}")
_LEADING = re.compile(f"(?:\\s*{LINE_OPEN}(\\d+){LINE_CLOSE})+")
_PART = re.compile(f"{PART_OPEN}(\\d+){PART_CLOSE}")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")

Part = Number | FigureReference | Figure | GeneratedTable


class Marks:
    """What was put aside while one chapter was written."""

    def __init__(self) -> None:
        self._parts: list[Part] = []

    def put(self, part: Part) -> str:
        """Put a part aside; the mark that stands for it."""
        self._parts.append(part)
        return f"{PART_OPEN}{len(self._parts) - 1}{PART_CLOSE}"

    def split(self, text: str) -> list[str | Part]:
        """Text and parts in their order."""
        pieces: list[str | Part] = list(_PART.split(text))
        pieces[1::2] = [self._parts[int(index)] for index in pieces[1::2]]
        return [piece for piece in pieces if piece != ""]

    def words(self, text: str) -> str:
        """The text with every mark replaced by what it prints."""
        return "".join(
            _LINE.sub("", piece) if isinstance(piece, str) else getattr(piece, "text", "")
            for piece in self.split(text)
        )


def mark_lines(text: str, line: int) -> str:
    """Template text that starts in this line, with a mark at its start and after each line break."""
    lines = text.split("\n")
    return "\n".join(f"{LINE_OPEN}{line + index}{LINE_CLOSE}{part}" for index, part in enumerate(lines))


def unmark_lines(text: str, written: Sequence[str]) -> tuple[str, list[int]]:
    """The text without line marks, and for each of its lines the line of the source.

    Only a blank line of the file parts paragraphs: a line with tags that prints nothing disappears.

    Args:
        text: what the template gave.
        written: the lines of the source.
    """
    lines, origins, current = [], [], 1
    for line in text.split("\n"):
        leading = _LEADING.match(line)
        if leading:
            current = int(leading[1])
        printed = _LINE.sub("", line)
        if printed.strip() or not written[current - 1].strip():
            lines.append(printed.rstrip())
            origins.append(current)
    return "\n".join(lines), origins


def private_character(text: str) -> int | None:
    """The index of the first private character, which no chapter may contain."""
    found = _PRIVATE.search(text)
    return found.start() if found else None


def unseen_character(text: str) -> int | None:
    """The index of the first character that controls instead of printing: it could turn or hide words."""
    found = _UNSEEN.search(text)
    return found.start() if found else None
