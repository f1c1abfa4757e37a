"""Names of paragraphs, in a line of their own: ``<!-- 段：规模 -->``, and ``<!-- 删段：规模 -->`` in an override."""

from __future__ import annotations

import re
from typing import NamedTuple

from reportgen.errors import ChapterError, raise_all
from reportgen.text.kind import COMMENT
from reportgen.text.source import Source
from reportgen.text.syntax import Complaints

_NAME = re.compile(r"^(删?段)\s*[：:]\s*(.+)$")
_REMOVES = "删段"


class NameLine(NamedTuple):
    """One such line: its index from 0, its line number, the name, and whether it removes the paragraph."""

    index: int
    name: str
    removes: bool

    @property
    def number(self) -> int:
        """The number of the line in the source."""
        return self.index + 1


def name_lines(source: Source) -> list[NameLine]:
    """All names of a file, in their order; a comment in the first line may be the kind of the chapter.

    Raises:
        ChapterError, ManyErrors: a comment that is no name, or a name twice.
    """
    found: list[NameLine] = []
    errors: list[ChapterError] = []
    complaints = Complaints(source)
    for index, line in enumerate(source.lines):
        comment = COMMENT.match(line.text)
        if comment is None:
            continue
        written = _NAME.match(comment[1])
        if written:
            found.append(NameLine(index, written[2], written[1] == _REMOVES))
        elif index:
            remedy = "段名写成 <!-- 段：名称 -->，编辑注写成 {# … #}"
            errors.append(complaints.at(index + 1, f"没有“{comment[1]}”这种注释", remedy))
    raise_all([*errors, *_twice(found, complaints)])
    return found


def _twice(found: list[NameLine], complaints: Complaints) -> list[ChapterError]:
    first: dict[str, NameLine] = {}
    errors = []
    for line in found:
        if first.setdefault(line.name, line) is not line:
            place = complaints.place(first[line.name].number)
            remedy = f"另一处在 {place}，一章之内段名不得重复"
            errors.append(complaints.at(line.number, f"段名“{line.name}”写了两次", remedy))
    return errors
