"""A change in the words of a reviewer: the address, both values, how far they are apart, what is printed where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from reportgen.facts.address import Vocabulary
from reportgen.facts.fact import Fact
from reportgen.review.change import TIERS, Change, Kind, Printing
from reportgen.review.changes_printed import place_words
from reportgen.review.same_value import DIGITS

_DECIMALS = {"位": 0, "个": 0, "年": 0}
_DIGITS = re.compile(r"[\d.]+")
_MOST_DECIMALS = 10
NONE = "—"


class PrintedWords(NamedTuple):
    """One chapter or figure: its places, and the texts that stood there and stand there now."""

    place: str
    before: str
    after: str


@dataclass(frozen=True)
class Words:
    """A change as text: every column of a table of changes.

    ``printings`` holds the places where the text changed first.
    """

    label: str
    tier: str
    kind: str
    before: str
    after: str
    difference: str
    relative: str
    status: str
    alerts: tuple[str, ...]
    places: str
    printings: tuple[PrintedWords, ...]


def words_of(change: Change, vocabulary: Vocabulary) -> Words:
    """The words for one change."""
    before, after = change.before, change.after
    decimals = _decimals(change, vocabulary)
    printings = sorted(change.printings, key=lambda one: not one.changed)
    return Words(
        label=label_of(change, vocabulary),
        tier=TIERS[change.tier],
        kind=change.kind.value,
        before=amount(before, decimals),
        after=amount(after, decimals),
        difference=_difference(change, decimals),
        relative="" if change.relative is None else f"{change.relative:+.2f}%",
        status="→".join(dict.fromkeys(one.status.name for one in (before, after) if one)),
        alerts=tuple(one.words for one in change.alerts),
        places=place_words(change.printings),
        printings=tuple(_printed(one, vocabulary.scope_name(change.fact.address.scope)) for one in printings),
    )


def label_of(change: Change, vocabulary: Vocabulary) -> str:
    """``增加值.全国[2021]``; one year on ``增加值.全国[2020→2021]``."""
    before, after = change.before, change.after
    if before is None or after is None or before.address == after.address:
        return change.fact.label
    head = vocabulary.chinese(after.address._replace(years=()))
    return f"{head}[{before.address.year_text}→{after.address.year_text}]"


def amount(fact: Fact | None, decimals: int) -> str:
    """Value and unit; a dash for none."""
    if fact is None:
        return NONE
    return f"{fixed(fact.value, decimals)}{'' if fact.unit == '1' else fact.unit}"


def fixed(value: float, decimals: int) -> str:
    """A value to some decimals, never ``-0``."""
    text = f"{value:.{decimals}f}"
    return text.removeprefix("-") if not text.strip("-0.") else text


def usual_decimals(fact: Fact, vocabulary: Vocabulary) -> int:
    """The decimals a metric is shown with: those of the vocabulary, at least two for what is measured."""
    name = vocabulary.metrics.get(fact.address.metric)
    known = name.decimals if name and name.decimals is not None else 0
    return _DECIMALS.get(fact.unit, max(known, 2))


def _decimals(change: Change, vocabulary: Vocabulary) -> int:
    """The usual decimals, or so many more that the values can be told apart from each other and from zero."""
    decimals = usual_decimals(change.fact, vocabulary)
    if change.kind is not Kind.数值 or change.before is None or change.after is None:
        return decimals
    old, new = change.before.value, change.after.value
    whole = len(f"{max(abs(old), abs(new)):.0f}")
    most = max(decimals, min(_MOST_DECIMALS, DIGITS - whole))
    while decimals < most and not _tells(old, new, decimals):
        decimals += 1
    return decimals


def _tells(old: float, new: float, decimals: int) -> bool:
    shown = fixed(old, decimals), fixed(new, decimals)
    return shown[0] != shown[1] and all(
        bool(float(text)) or not value for text, value in zip(shown, (old, new), strict=True)
    )


def _difference(change: Change, decimals: int) -> str:
    if change.difference is None or change.kind is not Kind.数值:
        return ""
    unit = {"%": "个百分点", "1": ""}.get(change.fact.unit, change.fact.unit)
    text = fixed(change.difference, decimals)
    return f"{'' if text.startswith('-') else '+'}{text}{unit}"


def _printed(one: Printing, name: str) -> PrintedWords:
    """Both texts, where they differ without what they have in common; a name that stands in a list is left out."""
    old, new = ([text for text in texts if text != name] for texts in (one.before, one.after))
    if one.changed:
        old, new = [text for text in old if text not in new], [text for text in new if text not in old]
    return PrintedWords(place_words([one]), _listed(old), _listed(new))


def _listed(texts: list[str]) -> str:
    """The texts, without digits that another text repeats with their unit."""
    return "、".join(text for text in texts if not any(_repeats(other, text) for other in texts))


def _repeats(longer: str, text: str) -> bool:
    return longer != text and text in longer and _DIGITS.findall(longer) == _DIGITS.findall(text)
