"""What changed within a line: Chinese by the character, numbers and Latin words whole."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from reportgen.render.word.flow import Change, Note, Piece, Pieces, Words, words

_TOKEN = re.compile(r"\d+(?:\.\d+)*%?|[A-Za-z]+|.", re.DOTALL)
_ISLAND = 2  # characters; so few left standing between two longer changes only make them hard to read
_Step = tuple[str, Sequence[Piece], Sequence[Piece]]


def marked_pieces(pieces: Sequence[Piece], change: Change) -> Pieces:
    """Pieces that were all inserted or deleted."""
    return tuple(dataclasses.replace(piece, change=change) for piece in pieces)


def compared_pieces(earlier: Pieces, later: Pieces) -> Pieces:
    """The pieces of two lines as one line."""
    old, new = list(_tokens(earlier)), list(_tokens(later))
    made: list[Piece] = []
    for kind, before, after in _without_islands(_steps(old, new)):
        if kind == "equal":
            made.extend(_kept(one, other) for one, other in zip(before, after, strict=True))
        else:
            made.extend(marked_pieces(before, Change.DELETED))
            made.extend(marked_pieces(after, Change.INSERTED))
    return tuple(_joined(made))


def _tokens(pieces: Pieces) -> Iterator[Piece]:
    for piece in pieces:
        if isinstance(piece, Words):
            yield from (Words(token, piece.look) for token in _TOKEN.findall(piece.text))
        else:
            yield piece


def _steps(old: Sequence[Piece], new: Sequence[Piece]) -> list[_Step]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [(kind, old[i:k], new[j:m]) for kind, i, k, j, m in matcher.get_opcodes()]


def _without_islands(steps: Sequence[_Step]) -> Iterator[_Step]:
    """The steps, a few kept characters between longer changes given up as changed."""
    for index, (kind, before, after) in enumerate(steps):
        around = steps[max(index - 1, 0) : index] + steps[index + 1 : index + 2]
        island = kind == "equal" and len(around) == 2 and _is_island(before, around)
        yield ("replace" if island else kind), before, after


def _is_island(kept: Sequence[Piece], around: Sequence[_Step]) -> bool:
    plain = all(isinstance(piece, Words) for piece in kept)
    lengths = [max(len(words(before)), len(words(after))) for _, before, after in around]
    return plain and len(words(kept)) <= _ISLAND and min(lengths) > _ISLAND


def _kept(earlier: Piece, later: Piece) -> Piece:
    if isinstance(earlier, Note) and isinstance(later, Note):
        return Note(compared_pieces(earlier.content, later.content))
    return later


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Neighbouring words of one look and change as one piece; deleted ones before inserted ones."""
    waiting: Words | None = None
    for piece in _sorted(pieces):
        if isinstance(piece, Words) and waiting is not None and _alike(waiting, piece):
            waiting = dataclasses.replace(waiting, text=waiting.text + piece.text)
            continue
        if waiting is not None:
            yield waiting
        waiting = piece if isinstance(piece, Words) else None
        if waiting is None:
            yield piece
    if waiting is not None:
        yield waiting


def _alike(one: Words, other: Words) -> bool:
    return (one.look, one.change) == (other.look, other.change)


def _sorted(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Within each stretch of changes, everything deleted first."""
    deleted: list[Piece] = []
    inserted: list[Piece] = []
    for piece in pieces:
        if piece.change is Change.KEPT:
            yield from (*deleted, *inserted, piece)
            deleted, inserted = [], []
        else:
            (deleted if piece.change is Change.DELETED else inserted).append(piece)
    yield from (*deleted, *inserted)
