"""What changed between two texts: Chinese by the character, numbers with their decimals and Latin words whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

_TOKEN = re.compile(r"\d+(?:\.\d+)*%?|[A-Za-z]+|.", re.DOTALL)
_ISLAND = 2  # characters; so few left standing between two changes only make them hard to read
_CONTEXT = 18  # tokens that stay around a change
_CUT = "……"
KEPT, DELETED, INSERTED, OMITTED = "kept", "deleted", "inserted", "omitted"


class Words(NamedTuple):
    """A stretch of text and what happened to it: kept, deleted, inserted, or omitted here as unchanged."""

    change: str
    text: str


def word_changes(before: str, after: str) -> tuple[Words, ...]:
    """The two texts as one; what is deleted stands before what is inserted in its place."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    found: list[Words] = []
    for position, (kind, i, k, j, m) in enumerate(steps):
        removed, added = "".join(old[i:k]), "".join(new[j:m])
        inside = 0 < position < len(steps) - 1
        if kind == "equal" and not (inside and len(added) <= _ISLAND):
            found.append(Words(KEPT, added))
        else:
            found += [Words(DELETED, removed), Words(INSERTED, added)]
    return tuple(_joined(found))


def shortened(words: Iterable[Words]) -> tuple[Words, ...]:
    """The same with the middle of long unchanged stretches omitted."""
    listed = list(words)
    found: list[Words] = []
    for position, one in enumerate(listed):
        head = _CONTEXT if position else 0
        tail = _CONTEXT if position < len(listed) - 1 else 0
        tokens = _TOKEN.findall(one.text)
        if one.change == KEPT and len(tokens) > head + tail + len(_CUT):
            end = len(tokens) - tail
            parts = (KEPT, "".join(tokens[:head])), (OMITTED, _CUT), (KEPT, "".join(tokens[end:]))
            found += [Words(*part) for part in parts if part[1]]
        else:
            found.append(one)
    return tuple(found)


def _joined(words: Iterable[Words]) -> Iterator[Words]:
    """Neighbouring changes as one deletion and one insertion."""
    waiting = {DELETED: "", INSERTED: ""}
    for one in (*words, Words(KEPT, "")):
        if one.change != KEPT:
            waiting[one.change] += one.text
            continue
        yield from (Words(change, text) for change, text in waiting.items() if text)
        waiting = dict.fromkeys(waiting, "")
        if one.text:
            yield one
