"""The figures of an edition: ``figures: ["2 scale_and_share", "direct_and_indirect"]``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.errors import EditionError

_ENTRY = re.compile(r"^(?:(\d+)\s+)?(\w+)$")


def figure_numbers(entries: Sequence[str], place: str) -> dict[str, int]:
    """The number of each figure by its name; an entry without number follows the one before it.

    Args:
        entries: the list in the edition file.
        place: the edition file, for messages.

    Raises:
        EditionError: an entry of another shape, a name twice, or numbers that do not rise.
    """
    numbers: dict[str, int] = {}
    last = 0
    for entry in entries:
        found = _ENTRY.match(entry.strip())
        if found is None:
            raise EditionError(f"figures 中的“{entry}”不合格式", place=place, remedy='写成 "2 图的文件名"')
        number, name = int(found[1] or last + 1), found[2]
        if name in numbers:
            raise EditionError(f"figures 中“{name}”写了两次", place=place, remedy="删去一处")
        if number <= last:
            raise EditionError(
                f"figures 中图 {number} 排在图 {last} 之后", place=place, remedy="按图号从小到大排列"
            )
        numbers[name] = last = number
    return numbers
