"""The rules on numbers typed by hand."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.errors import AddressError
from reportgen.text.lint.finding import STALE_NUMBER, TYPED_NUMBER
from reportgen.text.lint.match import Match
from reportgen.text.lint.nearest_fact import Known, nearest_fact, printed_value, stale_fact
from reportgen.text.lint.numerals import Typed, typed_numbers
from reportgen.text.lint.passage import Passage

_PROBLEM = "统计数是手写的"
_SEARCH = "用 reportgen facts 查到地址，改为按地址读取"


def hand_typed(passage: Passage) -> Iterator[Match]:
    """Statistics typed by hand."""
    for typed in typed_numbers(passage):
        yield Match(TYPED_NUMBER, typed.start, typed.end, _PROBLEM, _SEARCH)


def advised(match: Match, passage: Passage, known: Known) -> Match:
    """The match of a typed number with the nearest fact; one of the edition before has a rule of its own.

    This looks through all facts, of the edition before too, so it is for numbers that nobody allowed.
    """
    typed = next(one for one in typed_numbers(passage) if one.start == match.start)
    words = passage.text[typed.start : typed.end]
    allow = f"确须照写的，在段前写 {{# 准：{words}（理由） #}}"
    proposal = f"{_proposal(known, typed, passage)}；{allow}"
    stale = stale_fact(known, typed, passage)
    if stale is None:
        return match._replace(proposal=proposal)
    before, fact = stale
    address = before.relative(fact)
    was = f"与 {before.year} 年版的 {address} 相同（{printed_value(fact, typed)}），可能没有更新"
    replaced = _replacement(known, address, typed) or proposal
    return match._replace(rule=STALE_NUMBER, problem=f"{_PROBLEM}，{was}", proposal=replaced)


def _proposal(known: Known, typed: Typed, passage: Passage) -> str:
    found = nearest_fact(known.now, typed, passage)
    if found is None:
        return _SEARCH
    fact, same = found
    shown = f"改为 {known.now.paste(fact, typed)}"
    return shown if same else f"最接近的数是 {printed_value(fact, typed)}，如是此数，{shown}"


def _replacement(known: Known, address: str, typed: Typed) -> str:
    """What this edition prints for the same address; ``""`` when it has no such fact."""
    facts = known.now.facts
    try:
        fact = facts.get(facts.vocabulary.parse(address, known.now.calendar))
    except AddressError:
        return ""
    return f"本版为 {printed_value(fact, typed)}，改为 {known.now.paste(fact, typed)}"
