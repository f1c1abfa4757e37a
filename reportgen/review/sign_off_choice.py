"""The passages that a reviewer names: a chapter, a line of it, a named paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.document.passages import Passage
from reportgen.errors import UsageError, nearest

_SUFFIX = ".md"
_MOST_NEAR = 3


def chosen(found: Sequence[Passage], chapters: Sequence[str], wanted: str) -> list[Passage]:
    """The passages that `wanted` names: ``20-overall``, ``20-overall.md:64``, ``20-overall:规模`` or ``规模``.

    Args:
        found: the passages of the edition.
        chapters: file names of its chapters; one may have no passage.
        wanted: a line counts in the file that places name, which may be the edition's own.

    Raises:
        UsageError: no such chapter, line or name, or a name in several chapters.
    """
    head, colon, tail = wanted.replace("：", ":").strip().rpartition(":")
    if not colon:
        return _chapter_or_name(found, chapters, tail)
    chapter = _chapter(chapters, head)
    inside = [one for one in found if one.chapter == chapter]
    return _at_line(inside, head, int(tail)) if tail.isdecimal() else _named(inside, chapter, tail)


def _chapter_or_name(found: Sequence[Passage], chapters: Sequence[str], word: str) -> list[Passage]:
    if _file(word) in chapters:
        return [one for one in found if one.chapter == _file(word)]
    named = [one for one in found if word and one.name == word]
    several = sorted({one.chapter for one in named})
    if len(several) > 1:
        remedy = "写明哪一章：" + "、".join(f"{chapter.removesuffix(_SUFFIX)}:{word}" for chapter in several)
        raise UsageError(f"段名“{word}”在几章里都有", remedy=remedy)
    if not named:
        known = [
            *(chapter.removesuffix(_SUFFIX) for chapter in chapters),
            *(one.name for one in found if one.name),
        ]
        remedy = nearest(word.removesuffix(_SUFFIX), known) or f"本版的章：{'、'.join(chapters)}"
        raise UsageError(f"没有名为“{word}”的章或段", remedy=remedy)
    return named


def _chapter(chapters: Sequence[str], head: str) -> str:
    file = _file(head.rpartition("/")[2])
    if file not in chapters:
        remedy = nearest(file, chapters) or f"本版的章：{'、'.join(chapters)}"
        raise UsageError(f"本版没有章“{head}”", remedy=remedy)
    return file


def _at_line(inside: Sequence[Passage], head: str, number: int) -> list[Passage]:
    files = {_file(head)}
    if not any(line.file in files for one in inside for line in one.lines):
        files = {line.file for one in inside for line in one.lines}  # the edition has the whole chapter anew
    there = [one for one in inside if any(line.file in files and line.number == number for line in one.lines)]
    if there:
        return there[:1]
    near = sorted(
        (one for one in inside if one.lines[0].file in files),
        key=lambda one: abs(one.lines[0].number - number),
    )
    starts = sorted(near[:_MOST_NEAR], key=lambda one: one.lines[0].number)
    remedy = "附近的段落：" + "；".join(f"{one.place}　{one.printed[:12]}" for one in starts)
    raise UsageError(
        f"{_file(head)} 第 {number} 行不在任何段落里", remedy=remedy if starts else "本章没有可签的段落"
    )


def _named(inside: Sequence[Passage], chapter: str, name: str) -> list[Passage]:
    there = [one for one in inside if one.name == name]
    if not there:
        known = list(dict.fromkeys(one.name for one in inside if one.name))
        listed = f"本章有名称的段：{'、'.join(known)}" if known else "本章还没有带名称的段，可以写行号"
        raise UsageError(f"{chapter} 中没有段“{name}”", remedy=nearest(name, known) or listed)
    return there


def _file(word: str) -> str:
    return f"{word.removesuffix(_SUFFIX)}{_SUFFIX}"
