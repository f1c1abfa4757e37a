"""Rules on the words as they are printed, where branches of the template have been joined."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.document.lint.prose import Printed, inlines
from reportgen.facts.fact import FactTable
from reportgen.text.blocks import Number, Text
from reportgen.text.formats import STYLES
from reportgen.text.lint.finding import WRONG_UNIT, Finding
from reportgen.text.lint.punctuation import doubled, unpaired
from reportgen.text.lint.spacing import repeated

_UNIT = re.compile("万亿元|亿元|万元/人|万元|万人|个百分点|%|倍|人|元")
_HEAD = re.compile(r"[（(]([^（()）]+)[）)]$")
_AROUND = 6


def wording(part: Printed) -> Iterator[Finding]:
    """Doubled punctuation, words that stand twice, brackets without their other half."""
    text = part.text
    for match in (*doubled(text), *repeated(text), *unpaired(text)):
        found = text[match.start : match.end]
        if len(found) == 1:
            found = text[max(0, match.start - _AROUND) : match.end]
        yield part.finding(match.rule, found, f"印出后，{match.problem}", match.proposal)


def units(part: Printed, facts: FactTable) -> Iterator[Finding]:
    """A unit that is not the one of the number before it: behind it, in the filter, or in the head of a column."""
    flat = list(inlines(part.content))
    head = _HEAD.search(part.head)
    for inline, following in zip(flat, [*flat, None][1:], strict=True):
        if not isinstance(inline, Number) or not inline.addresses or inline.addresses[0] not in facts:
            continue
        fact = facts.get(inline.addresses[0])
        shown = inline.unit
        if not shown and isinstance(following, Text) and (behind := _UNIT.match(following.text)):
            shown = behind[0]
        elif not shown and head:
            shown = head[1]
        if _UNIT.fullmatch(shown) and not _prints(fact.unit, shown, bool(inline.unit)):
            problem = f"{fact.label} 的单位是“{fact.unit}”，印成了“{shown}”"
            yield part.finding(WRONG_UNIT, inline.text, problem, _remedy(fact.unit))


def _prints(unit: str, shown: str, by_filter: bool) -> bool:
    """Whether a number with this unit may stand before the shown one; a bare number only before its own."""
    if shown == unit or not by_filter:
        return shown == unit
    fitting = {style.suffix for style in STYLES.values() if style.unit == unit}
    return shown in fitting or (unit == "%" and shown == "个百分点")


def _remedy(unit: str) -> str:
    fitting = [name for name, style in STYLES.items() if style.unit == unit]
    return f"改用过滤器 {'、'.join(fitting)}，单位由它印出" if fitting else f"单位写“{unit}”"
