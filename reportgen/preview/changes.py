"""What the browser must be told to come from one state of the page to the next."""

from __future__ import annotations

from collections import Counter
from typing import Any

from reportgen.preview.paper import ChapterPage, Paper, placed

_PARTS = ("contents", "hero", "tips")


def changes(old: Paper | None, new: Paper) -> dict[str, Any]:
    """The differences, ready for JSON; empty when there are none.

    ``reload`` when the page must be loaded again; else any of ``contents``, ``hero``, ``tips``, and ``chapters``:
    those that differ, with every block by key and place, and the HTML of the keys that are new.
    """
    if old is None or _outline(old) != _outline(new):
        return {"reload": True}
    parts = [name for name in _PARTS if getattr(old, name) != getattr(new, name)]
    told: dict[str, Any] = {name: getattr(new, name) for name in parts}
    before = {chapter.anchor: chapter for chapter in old.chapters}
    differing = [_chapter(before[one.anchor], one) for one in new.chapters if before[one.anchor] != one]
    return told | ({"chapters": differing} if differing else {})


def _outline(paper: Paper) -> tuple[object, ...]:
    """What cannot be exchanged piece by piece: which chapters there are, and what stands around them.

    These parts stand inside the frame, and can be exchanged.
    """
    frame = paper.frame
    for part in (getattr(paper, name) for name in _PARTS):
        frame = frame.replace(part, "", 1) if part else frame
    return frame, tuple(chapter.anchor for chapter in paper.chapters)


def _chapter(old: ChapterPage, new: ChapterPage) -> dict[str, Any]:
    there = Counter(piece.key for piece in old.pieces)
    fresh = {piece.key: placed(piece) for piece in new.pieces if not there[piece.key]}
    return {
        "anchor": new.anchor,
        "head": new.head if new.head != old.head else None,
        "pieces": [[piece.key, piece.place] for piece in new.pieces],
        "fresh": fresh,
    }
