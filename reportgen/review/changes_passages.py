"""The passages whose words changed, appeared or vanished."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from reportgen.review.snapshot import Snapshot
from reportgen.review.word_changes import Words, word_changes

_ALIKE = 0.5
Key = tuple[str, str]


@dataclass(frozen=True)
class PassageChange:
    """One passage: chapter file, name or first words, and its words on both sides, ``""`` where it is not."""

    chapter: str
    name: str
    before: str
    after: str

    @cached_property
    def words(self) -> tuple[Words, ...]:
        """Both texts as one, word by word."""
        return word_changes(self.before, self.after)


def passage_changes(before: Snapshot, after: Snapshot) -> tuple[PassageChange, ...]:
    """The passages that differ, in the order of the later paper; those that vanished stand last in their chapter.

    A passage named by its first words has another name when these change; within a chapter what seems to have
    vanished is therefore set beside the most alike of what seems to be new.
    """
    renamed = _renamed(before.words, after.words)
    found = []
    for key, words in after.words.items():
        earlier = before.words.get(key, before.words.get(renamed.get(key, key), ""))
        if earlier != words:
            found.append(PassageChange(*key, earlier, words))
    matched = {*after.words, *renamed.values()}
    found += [PassageChange(*key, words, "") for key, words in before.words.items() if key not in matched]
    chapters = list(dict.fromkeys(chapter for chapter, _ in (*after.words, *before.words)))
    return tuple(sorted(found, key=lambda one: chapters.index(one.chapter)))


def _renamed(before: Mapping[Key, str], after: Mapping[Key, str]) -> dict[Key, Key]:
    """The earlier name of passages that have another one now."""
    gone = [key for key in before if key not in after]
    pairs: list[tuple[float, Key, Key]] = []
    for new in after:
        for old in gone if new not in before else ():
            if old[0] == new[0] and (likeness := _likeness(before[old], after[new])) >= _ALIKE:
                pairs.append((likeness, new, old))
    found: dict[Key, Key] = {}
    for _, new, old in sorted(pairs, key=lambda one: -one[0]):
        if new not in found and old not in found.values():
            found[new] = old
    return found


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0
