"""Where a number is printed on the two sides of a comparison."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reportgen.facts.address import Address
from reportgen.facts.fact import Fact
from reportgen.review.change import Printing
from reportgen.review.rounding import convertible
from reportgen.review.snapshot import PrintedNumber, Snapshot

_NUMBER = re.compile(r"\D*\d+(?:\.\d+)?(?P<unit>\D*)")
_LINE = re.compile(r"(?P<file>.+):(?P<line>\d+)")


class Printings:
    """The printed numbers of two snapshots by fact."""

    def __init__(self, before: Snapshot, after: Snapshot) -> None:
        self._before, self._after = _by_address(before.printed), _by_address(after.printed)

    def of(self, before: Fact | None, after: Fact | None) -> tuple[Printing, ...]:
        """Where a pair of facts is printed, chapters and figures in the order of the later paper."""
        old = self._before.get(before.address, {}) if before else {}
        new = self._after.get(after.address, {}) if after else {}
        return tuple(
            Printing(
                where,
                _places(old.get(where, ())),
                _places(new.get(where, ())),
                _texts(old.get(where, ())),
                _texts(new.get(where, ())),
            )
            for where in dict.fromkeys((*new, *old))
        )


def of_its_own(printing: Printing, unit: str) -> Printing:
    """The same with only the texts in the unit of the fact.

    What is printed for several facts together, as the distance of two shares or a part of a whole, changes
    with any of them.
    """
    before, after = (
        tuple(text for text in texts if _has_unit(text, unit)) for texts in (printing.before, printing.after)
    )
    return printing._replace(before=before, after=after)


def _has_unit(text: str, unit: str) -> bool:
    found = _NUMBER.fullmatch(text)
    return bool(found) and (found["unit"] in ("", unit) or convertible(found["unit"], unit))


def place_words(printings: Iterable[Printing]) -> str:
    """``20-overall.md 第33、40行，图2``: the later places, where there are none the earlier ones."""
    listed = list(printings)
    later = [place for one in listed for place in one.places_after]
    return line_words(later or [place for one in listed for place in one.places_before])


def line_words(places: Iterable[str]) -> str:
    """``20-overall.md 第33、40行`` for ``20-overall.md:33`` and ``:40``; other places as they are."""
    lines: dict[str, list[str]] = {}
    for place in dict.fromkeys(places):
        found = _LINE.fullmatch(place)
        lines.setdefault(found["file"] if found else place, []).extend([found["line"]] if found else [])
    return "，".join(
        f"{file} 第{'、'.join(sorted(numbers, key=int))}行" if numbers else file
        for file, numbers in lines.items()
    )


def _by_address(printed: Sequence[PrintedNumber]) -> dict[Address, dict[str, list[PrintedNumber]]]:
    found: dict[Address, dict[str, list[PrintedNumber]]] = {}
    for one in printed:
        found.setdefault(one.address, {}).setdefault(one.where, []).append(one)
    return found


def _places(printed: Iterable[PrintedNumber]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.line or one.where for one in printed))


def _texts(printed: Iterable[PrintedNumber]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.text for one in printed))
