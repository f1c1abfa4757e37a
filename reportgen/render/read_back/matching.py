"""Finds passages in the text of a finished file by their words, and takes the digits that stand between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from reportgen.document.printed import CALL, CELL, Piece, PrintedNumber, PrintedPassage
from reportgen.render.page_text import squashed

_DIGITS = re.compile(r"-?\d+(?:\.\d+)?")
_ANY_DIGITS = r"-?\d+(?:\.\d+)?"
_STATISTIC = re.compile(r"\d+(?:\.\d+)?(?:万亿元|亿元|万人|%|个百分点|倍)")
_MARKS = "[①-⑳]|\\d{1,3}"  # note_mark
_FARTHEST = 6000  # characters; passages that stand in order are nearer, even when some between are not found


@dataclass(frozen=True, slots=True)
class Found:
    """The place of one passage in a text: its span, and the digits read for each of its numbers."""

    start: int
    end: int
    numbers: tuple[tuple[PrintedNumber, str, int], ...]


def in_order(passages: Iterable[PrintedPassage], text: str) -> Iterator[tuple[PrintedPassage, Found | None]]:
    """Each passage with its place, searched from the end of the one before."""
    cursor = 0
    for passage in passages:
        found = find(passage.pieces, text, cursor, cursor + _FARTHEST)
        cursor = found.end if found else cursor
        yield passage, found


def find(
    pieces: tuple[Piece, ...], text: str, start: int = 0, end: int | None = None, fixed: bool = False
) -> Found | None:
    """The first place where the words of some pieces stand, with any digits in the places of the numbers.

    Args:
        pieces: words and numbers.
        text: `squashed`, a `CELL` behind each cell.
        start, end: where to look.
        fixed: numbers must have as many digits as wanted; needed where nothing stands between two numbers.
    """
    numbers = [piece for piece in pieces if isinstance(piece, PrintedNumber)]
    match = _pattern(pieces, fixed).search(text, start, len(text) if end is None else min(end, len(text)))
    if match is None:
        return None
    read = []
    group = 1
    for number in numbers:
        count = len(_DIGITS.findall(squashed(number.text)))
        digits = iter(match.groups()[group - 1 : group - 1 + count])
        position = match.start(group) if count else match.start()
        read.append(
            (number, _DIGITS.sub(lambda _, digits=digits: next(digits), squashed(number.text)), position)
        )
        group += count
    return Found(match.start(), match.end(), tuple(read))


def left_over(covered: Iterable[Found], text: str) -> Iterator[tuple[int, str]]:
    """Statistics that stand outside all passages: their place in the text, and the number with its unit."""
    end = 0
    for start, following in [*((one.start, one.end) for one in covered), (len(text), len(text))]:
        for number in _STATISTIC.finditer(text, end, max(start, end)):
            yield number.start(), number[0]
        end = following


def words(pieces: Iterable[Piece]) -> str:
    """The words of a passage for people."""
    text = "".join(piece if isinstance(piece, str) else piece.text for piece in pieces)
    return text.replace(CALL, "").replace(CELL, " ").strip()


@lru_cache(maxsize=4096)
def _pattern(pieces: tuple[Piece, ...], fixed: bool) -> re.Pattern[str]:
    parts = []
    for piece in pieces:
        if isinstance(piece, str):
            parts += [f"(?:{_MARKS})" if part == CALL else re.escape(squashed(part)) for part in _cut(piece)]
        else:
            parts.append(_number_pattern(squashed(piece.text), fixed))
    return re.compile("".join(parts))


def _cut(text: str) -> list[str]:
    return [part for part in re.split(f"({CALL})", text) if part]


def _number_pattern(text: str, fixed: bool) -> str:
    parts = []
    end = 0
    for found in _DIGITS.finditer(text):
        shape = re.sub(r"\d+", lambda run: rf"\d{{{len(run[0])}}}", re.escape(found[0]))
        parts += [re.escape(text[end : found.start()]), f"({shape if fixed else _ANY_DIGITS})"]
        end = found.end()
    return "".join([*parts, re.escape(text[end:])])
