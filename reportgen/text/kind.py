"""The first line of a chapter file says what kind of chapter it is: ``<!-- 附录二 -->``."""

from __future__ import annotations

import re

from reportgen.errors import nearest
from reportgen.text.source import Line, Source
from reportgen.text.syntax import Complaints

COMMENT = re.compile(r"^\s*<!--\s*(.*?)\s*-->\s*$")
FRONT = "卷首"  # stands before the contents, with roman page numbers
KINDS = (FRONT, "导论", "正文", "附录", "卷尾")
_BODY = "正文"


def split_kind(source: Source) -> tuple[str, str, Source]:
    """The kind, the label of an appendix, and the source with a blank in place of that line.

    Raises:
        ChapterError: no such kind.
    """
    first = source.lines[0]
    found = COMMENT.match(first.text)
    if found is None:
        return _BODY, "", source
    kind = "附录" if found[1].startswith("附录") else found[1]
    if kind not in KINDS:
        remedy = nearest(kind, KINDS) or f"可用：{'、'.join(KINDS)}"
        raise Complaints(source).at(1, f"没有“{found[1]}”这种章", remedy)
    blank = Line("", first.file, first.number)
    return kind, found[1] if kind == "附录" else "", Source(source.name, (blank, *source.lines[1:]))
