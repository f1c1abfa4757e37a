"""Lists that won or lost members: by rank, by threshold, those of the method, and those printed by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reportgen.facts.address import Vocabulary
from reportgen.facts.fact import Fact, FactTable
from reportgen.review.change import View
from reportgen.review.changes_pairs import common_years
from reportgen.review.changes_ranks import Ranks, is_member
from reportgen.review.named_lists import NamedLists
from reportgen.review.snapshot import Snapshot

KINDS = {"province": "省份", "sector": "行业"}
LEADING = 5
_RANKED = ("value_added", "nominal_growth", "employment", "share_of_region_gdp")
_LARGE = 1000.0  # 亿元 of value added
_METHOD = "list_"
Members = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class ListChange:
    """One list: scopes by their Chinese names, in the order of the vocabulary.

    ``view`` is None for a list that is printed by name in a passage, which ``name`` then tells.
    """

    view: View | None
    name: str
    new: tuple[str, ...]
    lost: tuple[str, ...]


def list_changes(before: Snapshot, after: Snapshot) -> tuple[ListChange, ...]:
    """The lists that differ: same year, then one year on, then those printed."""
    old, new = before.calendar, after.calendar
    same = [(year, year) for year in common_years(before, after)]
    found = list(_of_facts(View.修订, before, after, same))
    if old.reference_year != new.reference_year:
        later = [(old.reference_year, new.reference_year), (old.forecast_year, new.forecast_year)]
        found += _of_facts(View.顺延, before, after, later)
    return (*found, *_of_print(before, after))


def _of_facts(
    view: View, before: Snapshot, after: Snapshot, years: Iterable[tuple[int, int]]
) -> Iterator[ListChange]:
    vocabulary = after.facts.vocabulary
    sides = _Lists(before.facts), _Lists(after.facts)
    for old_year, new_year in years:
        old, new = sides[0].of(old_year), sides[1].of(new_year)
        period = f"{new_year}年" if old_year == new_year else f"{old_year}年→{new_year}年"
        for name in dict.fromkeys((*old, *new)):
            # A side without the metric has no list that could have lost anybody.
            if name in old and name in new:
                yield from _change(view, f"{name}（{period}）", old[name], new[name], vocabulary)


class _Lists:
    """The lists that the facts of one edition make."""

    def __init__(self, facts: FactTable) -> None:
        self._names = facts.vocabulary
        self._ranks = Ranks(facts)
        self._by_year: dict[int, list[Fact]] = {}
        for fact in facts:
            if len(fact.address.years) == 1:
                self._by_year.setdefault(fact.address.years[0], []).append(fact)

    def of(self, year: int) -> Members:
        """The members of every list of a year, by its name."""
        found: dict[str, set[str]] = {}
        for fact in self._by_year.get(year, ()):
            metric, scope, _ = fact.address
            if metric.startswith(_METHOD):
                found.setdefault(self._names.metric_name(metric), set()).add(scope)
            for name, belongs in self._made(fact):
                found.setdefault(name, set()).update([scope] if belongs else [])
        return {name: frozenset(members) for name, members in found.items()}

    def _made(self, fact: Fact) -> Iterator[tuple[str, bool]]:
        metric, address = fact.address.metric, fact.address
        kind = next((kind for kind in KINDS if is_member(address, kind)), None)
        if kind is None or metric not in _RANKED:
            return
        rank, peers = self._ranks.of(fact), self._ranks.peers(fact)
        if rank is not None and peers > LEADING:
            yield f"{self._names.metric_name(metric)}前{LEADING}位的{KINDS[kind]}", rank <= LEADING
        if metric == _RANKED[0]:
            yield f"{self._names.metric_name(metric)}超过{_LARGE:g}亿元的{KINDS[kind]}", fact.value > _LARGE


def _of_print(before: Snapshot, after: Snapshot) -> Iterator[ListChange]:
    """The lists that passages name; a passage that names more or fewer lists is left to the comparison of words."""
    vocabulary = after.facts.vocabulary
    lists = NamedLists(vocabulary)
    for key, words in after.words.items():
        old, new = list(lists.of(before.words.get(key, ""))), list(lists.of(words))
        for one, other in zip(old, new, strict=True) if len(old) == len(new) else ():
            name = f"{key[0]}“{other.words or key[1]}”所列"
            yield from _change(None, name, frozenset(one.members), frozenset(other.members), vocabulary)


def _change(
    view: View | None, name: str, old: frozenset[str], new: frozenset[str], vocabulary: Vocabulary
) -> Iterator[ListChange]:
    if old != new:
        order = list(vocabulary.scopes)
        gained, lost = (
            tuple(vocabulary.scope_name(scope) for scope in sorted(names, key=order.index))
            for names in (new - old, old - new)
        )
        yield ListChange(view, name, gained, lost)
