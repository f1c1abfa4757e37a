"""Where the notes of a chapter are written; Markdown itself drops the first of two with one label."""

from __future__ import annotations

import re

from reportgen.text.syntax import Complaints

_NOTE = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:")


def note_lines(text: str, origins: list[int], complaints: Complaints) -> dict[str, int]:
    """The line of each note by its label.

    Args:
        text: the Markdown of a chapter.
        origins: for each line of the text, the line of the source.
        complaints: makes errors with file and line.

    Raises:
        ChapterError: two notes with one label.
    """
    lines: dict[str, int] = {}
    for line, origin in zip(text.split("\n"), origins, strict=True):
        found = _NOTE.match(line)
        if found and found[1] in lines:
            remedy = f"另一条在 {complaints.place(lines[found[1]])}，换一个名称"
            raise complaints.at(origin, f"脚注“{found[1]}”写了两次", remedy)
        if found:
            lines[found[1]] = origin
    return lines
