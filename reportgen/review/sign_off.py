"""A passage signed at one text and one set of numbers, and what has changed since.

Signed are the text as written, the words as printed, and the value and status of every number that the
passage prints or compares; `same_value` says which values count as the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from reportgen.document.passages import Passage
from reportgen.review.same_value import DIGITS, digits, same_value

_OPENING = 24
_FINGERPRINT = 12
GONE, NEW = "不再用到", "新用到"


class State(Enum):
    """How a passage stands: signed, to be reviewed again, never signed."""

    已签 = "已签"
    待复核 = "待复核"
    未签 = "未签"


class SignedNumber(NamedTuple):
    """A number as it was signed: twelve significant digits and the name of its status."""

    value: str
    status: str


@dataclass(frozen=True)
class SignOff:
    """One signature.

    Attributes:
        chapter, name: where the passage stood, and its name or ``""``.
        opening: its first words as printed, for people and to find it again when it was reworded.
        text, printed: fingerprints of its text and of its printed words.
        signer, date: who and when (ISO).
        numbers: by Chinese address.
    """

    chapter: str
    name: str
    opening: str
    text: str
    printed: str
    signer: str
    date: str
    numbers: Mapping[str, SignedNumber]


@dataclass(frozen=True)
class Reviewed:
    """A passage with its state; `changes` say in words what differs from what was signed."""

    passage: Passage
    state: State
    signature: SignOff | None = None
    changes: tuple[str, ...] = ()


def signed(passage: Passage, signer: str, date: str) -> SignOff:
    """The passage signed as it stands."""
    numbers = {fact.label: SignedNumber(digits(fact.value), fact.status.name) for fact in passage.facts}
    return SignOff(
        passage.chapter,
        passage.name,
        opening(passage),
        fingerprint(passage.written),
        fingerprint(passage.printed),
        signer,
        date,
        dict(sorted(numbers.items())),
    )


def compared(passage: Passage, signature: SignOff | None) -> Reviewed:
    """The state of a passage, given the signature that belongs to it."""
    if signature is None:
        return Reviewed(passage, State.未签)
    changes = _number_changes(passage, signature.numbers)
    reworded = fingerprint(passage.written) != signature.text
    if reworded:
        changes = ("文字已改", *changes)
    reprinted = fingerprint(passage.printed) != signature.printed
    if not changes and not reprinted:
        return Reviewed(passage, State.已签, signature)
    return Reviewed(passage, State.待复核, signature, (*changes, _print_change(reprinted, bool(changes))))


def opening(passage: Passage) -> str:
    """The first words of a passage as printed."""
    words = " ".join(passage.printed.split())
    return words[:_OPENING].strip() + ("…" if len(words) > _OPENING else "")


def fingerprint(text: str) -> str:
    """Twelve hexadecimal digits that differ when a text does."""
    return hashlib.sha256(text.encode()).hexdigest()[:_FINGERPRINT]


def _number_changes(passage: Passage, before: Mapping[str, SignedNumber]) -> tuple[str, ...]:
    now = {fact.label: fact for fact in passage.facts}
    changes = []
    for label, fact in now.items():
        old = before.get(label)
        unit = "" if fact.unit == "1" else fact.unit
        if old is None:
            changes.append(f"{NEW} {label}：{_shown(digits(fact.value))}{unit}")
        elif not same_value(float(old.value), fact.value):
            changes.append(f"{label}：{_move(old.value, digits(fact.value))}{unit}")
        if old is not None and old.status != fact.status.name:
            changes.append(f"{label} 的状态：{old.status} → {fact.status.name}")
    gone = (
        f"{GONE} {label}（原为 {_shown(old.value)}）" for label, old in before.items() if label not in now
    )
    return (*changes, *gone)


def _move(before: str, now: str) -> str:
    """Old and new value with as few digits as tell them apart, at least six."""
    for shown in range(6, DIGITS):
        old, new = f"{float(before):.{shown}g}", f"{float(now):.{shown}g}"
        if old != new:
            return f"{old} → {new}"
    return f"{before} → {now}"


def _shown(value: str) -> str:
    return f"{float(value):.6g}"


def _print_change(reprinted: bool, explained: bool) -> str:
    if not reprinted:
        return "印出的文字未变"
    return "印出的文字已变" if explained else "印出的文字已变（方法设定、年份或引用的名称有变）"
