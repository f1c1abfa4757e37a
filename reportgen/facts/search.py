"""Finding facts by words, in any order: parts of names, aliases, usual synonyms, years, near misses.

Every word must fit the metric or the scope of a fact; a word for a year must be among its years. What fits
exactly comes before what begins with the word, and that before what contains it; then the reference year
of the edition before other years, the nation before its parts, and the order of the vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from reportgen.facts.address import Address, Calendar, Name, Vocabulary
from reportgen.facts.fact import Fact, FactTable

SYNONYMS = {
    "产值": "增加值",
    "份额": "比重",
    "占比": "比重",
    "名次": "排名",
    "人数": "就业",
    "岗位": "就业",
    "增幅": "增速",
    "增长率": "增速",
    "去年": "上年",
    "今年": "本年",
    "明年": "预测年",
}
EXACT, BEGINS, CONTAINS = 9, 3, 1
NEAR = 0.5
SHORTEST = 2
_PARTS = re.compile(r"[\s.\[\]，,]+")
_YEAR = re.compile(r"(?:19|20)\d\d年?")
_RANGE = re.compile(r"^(.+?)[-—–~～至](.+)$")
_KINDS = ("national", "direct", "indirect", "industry", "sector", "zone", "province")

Scores = dict[str, int]


@dataclass(frozen=True)
class Found:
    """What a search gave.

    Attributes:
        facts: the best first.
        replaced: words that no name has, each with the near name that was looked for instead.
    """

    facts: tuple[Fact, ...]
    replaced: tuple[tuple[str, str], ...] = ()


def search(facts: FactTable, calendar: Calendar, query: str | Iterable[str]) -> Found:
    """Facts for the words of a query; all facts, national and latest first, for an empty one."""
    text = query if isinstance(query, str) else " ".join(query)
    names = _Names(facts)
    years: set[int] = set()
    words: list[tuple[Scores, Scores]] = []
    replaced: list[tuple[str, str]] = []
    for word in filter(None, _PARTS.split(text)):
        found = _years(word, calendar)
        if found:
            years.update(found)
            continue
        fitting = names.fitting(word) or names.split(word)
        if not fitting:
            near = names.near(word)
            replaced += [(word, near)] if near else []
            fitting = names.fitting(near) if near else [({}, {})]
        words += fitting
    rank = _Rank(facts.vocabulary, calendar)
    ranked = sorted(
        ((-score, *rank.of(fact.address), fact.label), fact)
        for fact in facts
        if years <= set(fact.address.years) and (score := _score(fact.address, words)) is not None
    )
    return Found(tuple(fact for _, fact in ranked), tuple(replaced))


def _score(address: Address, words: Sequence[tuple[Scores, Scores]]) -> int | None:
    """How well all words fit; None when one does not."""
    total = 0
    for metrics, scopes in words:
        best = max(metrics.get(address.metric, 0), scopes.get(address.scope, 0))
        if not best:
            return None
        total += best
    return total


def _years(word: str, calendar: Calendar) -> tuple[int, ...]:
    """The years that a word names: 2021, 2021年, 本年, 2017-2021."""
    known = SYNONYMS.get(word, word)
    if known in calendar.words:
        return (calendar.words[known],)
    if _YEAR.fullmatch(word):
        return (int(word[:4]),)
    ends = _RANGE.match(word)
    if ends:
        both = [_years(end, calendar) for end in ends.groups()]
        return both[0] + both[1] if all(len(one) == 1 for one in both) else ()
    return ()


class _Names:
    """The names of the metrics and scopes that have facts."""

    def __init__(self, facts: FactTable) -> None:
        words = facts.vocabulary
        self._metrics = {m: _texts(words.metrics.get(m), m) for m in {f.address.metric for f in facts}}
        self._scopes = {
            s: {*_texts(words.scopes.get(s), s), words.scope_name(s)}
            for s in {f.address.scope for f in facts}
        }

    def fitting(self, word: str) -> list[tuple[Scores, Scores]]:
        """The metrics and scopes that a word fits, with how well; empty when there are none."""
        both = _scores(self._metrics, word), _scores(self._scopes, word)
        return [both] if any(both) else []

    def split(self, word: str) -> list[tuple[Scores, Scores]]:
        """Two words written together: 制造业增速."""
        for cut in range(len(word) - SHORTEST, SHORTEST - 1, -1):
            head, tail = self.fitting(word[:cut]), self.fitting(word[cut:])
            if head and tail:
                return head + tail
        return []

    def near(self, word: str) -> str:
        """The nearest name, for a word with a slip in it; ``""`` when none is near."""
        every = sorted(
            {text for texts in (*self._metrics.values(), *self._scopes.values()) for text in texts}
        )
        return next(iter(get_close_matches(word, every, n=1, cutoff=NEAR)), "")


def _texts(name: Name | None, english: str) -> set[str]:
    return {english, *((name.chinese, *name.aliases) if name else ())}


def _scores(names: dict[str, set[str]], word: str) -> Scores:
    wanted = {word.lower(), SYNONYMS.get(word, word).lower()}
    scored = (
        (name, max(_fit(text.lower(), one) for text in texts for one in wanted))
        for name, texts in names.items()
    )
    return {name: score for name, score in scored if score}


def _fit(text: str, word: str) -> int:
    if text == word:
        return EXACT
    return BEGINS if text.startswith(word) else CONTAINS if word in text else 0


class _Rank:
    """The order of facts that fit equally well."""

    def __init__(self, vocabulary: Vocabulary, calendar: Calendar) -> None:
        self._metrics = {name: at for at, name in enumerate(vocabulary.metrics)}
        self._scopes = {name: at for at, name in enumerate(vocabulary.scopes)}
        self._reference = calendar.reference_year

    def of(self, address: Address) -> tuple[int, ...]:
        """Year, kind of scope, metric, scope: smaller comes first."""
        last = address.years[-1] if address.years else self._reference
        away = 2 * abs(last - self._reference) + (last < self._reference)
        kind = address.scope.split(".")[0]
        return (
            away,
            len(address.years) > 1,
            _KINDS.index(kind) if kind in _KINDS and address.scope.count(".") < 2 else len(_KINDS),
            self._metrics.get(address.metric, len(self._metrics)),
            self._scopes.get(address.scope, len(self._scopes)),
        )
