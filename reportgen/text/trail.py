"""What the tests of a condition compared: kept so that a false claim can say both numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any

from reportgen.facts.reader import Reading
from reportgen.text.claims import QUANTIFIERS, passing
from reportgen.text.comparisons import HIGHER, LOWER
from reportgen.text.pasting import printed

MOST_NAMED = 5
_OPPOSITE = dict(zip([*HIGHER, *LOWER], [*LOWER, *HIGHER], strict=True)) | {
    "正数": "负数",
    "负数": "正数",
    "高于上年": "低于上年",
    "低于上年": "高于上年",
    "超过": "不足",
    "不足": "超过",
    "逐年提高": "逐年降低",
    "逐年降低": "逐年提高",
}


@dataclass(frozen=True)
class Comparison:
    """One test as it was asked: what stood before it, its name, what it was given, whether it held."""

    subject: Any
    name: str
    given: tuple[Any, ...]
    holds: bool

    @property
    def words(self) -> str:
        """``名义增速.制造业[2021]（17.78%）高于 名义增速.全国[2021]（14.53%）：不成立``."""
        given = "、".join(_shown(one, self.subject) for one in self.given)
        asked = f"{_shown(self.subject, *self.given[:1])} {self.name}{f' {given}' if given else ''}"
        return f"{asked}：{self._found()}"

    def _found(self) -> str:
        if self.name in QUANTIFIERS:
            passed = passing(self.subject, self.name, self.given[0], self.given[1:])
            other = _names([one for one in self.subject if one not in passed], self.subject)
            count = f"{len(self.subject)}个中有{len(passed)}个"
            return f"{count}，不在其内的有{other}" if other else count
        actual = self.actual
        return f"现为{actual}" if actual else "成立" if self.holds else "不成立"

    @property
    def actual(self) -> str:
        """For a comparison of two numbers the word that is true: 低于 when 高于 was asked and is not."""
        base = self.given[0] if self.given else None
        if self.holds or self.name not in (*HIGHER, *LOWER):
            return ""
        other = base.value if isinstance(base, Reading) else base
        return "持平" if self.subject.value == other else _OPPOSITE[self.name]


class Trail:
    """The comparisons of one chapter, in the order in which they were made."""

    def __init__(self) -> None:
        self._made: list[Comparison] = []

    def watched(self, tests: Mapping[str, Callable[..., bool]]) -> dict[str, Callable[..., bool]]:
        """The tests, each of which leaves what it compared."""
        return {name: self._watched(name, test) for name, test in tests.items()}

    def begin(self) -> int:
        """Where the trail stands; `since` gives what was compared after it."""
        return len(self._made)

    def since(self, start: int) -> list[Comparison]:
        """The comparisons made since `start`."""
        return self._made[start:]

    def _watched(self, name: str, test: Callable[..., bool]) -> Callable[..., bool]:
        @wraps(test)
        def watched(subject: Any, *given: Any, **named: Any) -> bool:
            holds = test(subject, *given, **named)
            self._made.append(Comparison(subject, name, (*given, *named.values()), holds))
            return holds

        return watched


def described(words: str, compared: Sequence[Comparison]) -> tuple[str, str]:
    """Problem and remedy of a false claim: its words, both numbers with their addresses, what to write."""
    problem = f"断言不成立：“{words}”　" + "；".join(one.words for one in compared)
    for one in compared:
        better = one.actual or (not one.holds and _OPPOSITE.get(one.name, ""))
        if better:
            said = f"把“{one.name}”改写为“{better}”" if one.name in words else f"改写这句话，现为{better}"
            return problem, f"{said}，或用 {{% if … is {one.name}(…) %}} 分别写出两种情况"
    return problem, "改写这句话，或用 {% if … %} 分别写出各种情况"


def _shown(value: Any, *beside: Any) -> str:
    """A number with its address, unrounded when it is printed like the one beside it; a list by its names."""
    if isinstance(value, Reading):
        alike = any(
            isinstance(other, Reading) and other.value != value.value and printed(other) == printed(value)
            for other in beside
        )
        return f"{value.fact.label}（{f'{value.value:.8g}{value.unit}' if alike else printed(value)}）"
    if isinstance(value, list | tuple):
        return _names(value)
    return str(value)


def _names(listed: Sequence[Any], whole: Sequence[Any] = ()) -> str:
    """The first few names of a list; years where the whole list is of one scope."""
    scopes = {one.name for one in whole or listed if isinstance(one, Reading)}
    names = [one.name if isinstance(one, Reading) else str(one) for one in listed]
    if len(whole or listed) > 1 and len(scopes) == 1:
        names = [f"{one.year}年" for one in listed]
    return "、".join(names[:MOST_NAMED]) + (f"等{len(names)}个" if len(names) > MOST_NAMED else "")
