"""Which signature belongs to which passage, after passages were moved, reworded, added and deleted.

A passage with the text of a signature is the one that was signed, wherever it stands now; its chapter is
looked through first. Of the others, one with the name of a signature in the same chapter is that passage
reworded. What is then left is paired by likeness within a chapter: of the first printed words, or of the
numbers used, whichever is greater; below one half nothing is paired, and the signature has lost its passage.
"""

from __future__ import annotations

import difflib
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from reportgen.document.document import Document
from reportgen.document.passages import Passage, passages
from reportgen.review.sign_off import Reviewed, SignOff, State, compared, fingerprint, opening

_ALIKE = 0.5
_FEWEST_NUMBERS = 2


@dataclass(frozen=True)
class Review:
    """The passages of an edition with their states, and the signatures whose passage no longer exists."""

    passages: tuple[Reviewed, ...]
    gone: tuple[SignOff, ...]

    @property
    def waiting(self) -> list[Reviewed]:
        """The passages to be reviewed again."""
        return [one for one in self.passages if one.state is State.待复核]


def review(document: Document, signatures: Sequence[SignOff]) -> Review:
    """Every passage of the paper beside its signature."""
    found = passages(document)
    pairs = matched(found, signatures)
    belonging = {index: signatures[place] for index, place in pairs.items()}
    states = tuple(compared(passage, belonging.get(index)) for index, passage in enumerate(found))
    used = set(pairs.values())
    return Review(states, tuple(one for place, one in enumerate(signatures) if place not in used))


def review_states(document: Document, signatures: Sequence[SignOff]) -> dict[tuple[str, int], Reviewed]:
    """The state of each passage by the name of its chapter and the line of its block."""
    states = review(document, signatures).passages
    return {(one.passage.chapter, one.passage.line): one for one in states}


def matched(found: Sequence[Passage], signatures: Sequence[SignOff]) -> dict[int, int]:
    """For the index of each passage that was signed the index of its signature."""
    texts = [fingerprint(passage.written) for passage in found]
    chapters = [passage.chapter for passage in found]
    names = [(one.chapter, one.name) if one.name else None for one in found]
    pairs: dict[int, int] = {}
    _pair(pairs, list(zip(chapters, texts, strict=True)), [(one.chapter, one.text) for one in signatures])
    _pair(pairs, texts, [one.text for one in signatures])
    _pair(pairs, names, [(one.chapter, one.name) for one in signatures])
    _pair_alike(pairs, found, signatures)
    return pairs


def _pair(pairs: dict[int, int], keys: Sequence[Hashable], signed: Sequence[Hashable]) -> None:
    """Add the pairs with the same key among those that have none, in their order; None is no key."""
    used = set(pairs.values())
    waiting: dict[Hashable, list[int]] = {}
    for place, key in enumerate(signed):
        if place not in used:
            waiting.setdefault(key, []).append(place)
    for index, key in enumerate(keys):
        if index not in pairs and key is not None and waiting.get(key):
            pairs[index] = waiting[key].pop(0)


def _pair_alike(pairs: dict[int, int], found: Sequence[Passage], signatures: Sequence[SignOff]) -> None:
    """Add the pairs that are most alike among those that have none, the likest first."""
    used = set(pairs.values())
    likenesses = [
        (-_likeness(passage, signature), index, place)
        for index, passage in enumerate(found)
        if index not in pairs
        for place, signature in enumerate(signatures)
        if place not in used and signature.chapter == passage.chapter
    ]
    for likeness, index, place in sorted(likenesses):
        if -likeness >= _ALIKE and index not in pairs and place not in used:
            pairs[index] = place
            used.add(place)


def _likeness(passage: Passage, signature: SignOff) -> float:
    words = difflib.SequenceMatcher(None, opening(passage), signature.opening, autojunk=False).ratio()
    now = {fact.label for fact in passage.facts}
    either = now | signature.numbers.keys()
    common = now & signature.numbers.keys()
    return max(words, len(common) / len(either) if len(common) >= _FEWEST_NUMBERS else 0.0)
