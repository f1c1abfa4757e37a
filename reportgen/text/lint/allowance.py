"""What an editor allows, with the reason: ``{# 准：三成（政策文件原文） #}`` above or in a paragraph.

Several words are parted by ；. In the opening of a chapter, before its title, it holds for the whole chapter.
In place of words it may name a quantity, ``{# 准：带动就业.制造业（分行业的人数不作图） #}``, for the rules on
the whole paper.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.text.lint.finding import BAD_ALLOWANCE, UNUSED_ALLOWANCE, Finding, Rule
from reportgen.text.lint.passage import Passage, place_of

_REMARK = re.compile(r"^\{#-?\s*准\s*[：:]\s*(?P<words>.*?)\s*(?:（(?P<reason>.*)）\s*)?-?#\}$", re.DOTALL)
_TITLE = re.compile(r"^# ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Allowance:
    """Words that are allowed, and where.

    Attributes:
        words, reason: as written.
        file, line, column: where it stands.
        passage: the index of its paragraph; None for the whole chapter.
    """

    words: str
    reason: str
    file: str
    line: int
    column: int
    passage: int | None

    def covers(self, number: int, passage: Passage, start: int, end: int) -> bool:
        """Whether a stretch of a paragraph lies within the allowed words."""
        if self.passage not in (None, number):
            return False
        found = re.finditer(re.escape(self.words), passage.text)
        return any(match.start() <= start and end <= match.end() for match in found)


def allowances(passages: Sequence[Passage]) -> list[Allowance]:
    """All allowances of a chapter, one for each of the words, also those without reason."""
    found = []
    title = _TITLE.search(passages[0].source.text) if passages else None
    for number, passage in enumerate(passages):
        for offset, remark in passage.remarks:
            written = _REMARK.match(remark)
            if written:
                within = None if title and offset < title.start() else number
                place = place_of(passage.source, offset)
                for words in written["words"].split("；"):
                    found.append(Allowance(words, (written["reason"] or "").strip(), *place, within))
    return found


def bad_allowance(one: Allowance) -> Finding:
    """The finding for an allowance without words or reason."""
    remedy = "写成 {# 准：三成（政策文件原文） #}，括号里是理由"
    return _finding(BAD_ALLOWANCE, one, "准许没有写明词语和理由", remedy)


def unused_allowance(one: Allowance) -> Finding:
    """The finding for an allowance that allows nothing any more."""
    remedy = "删去这条准许；它与所准的一段之间如有空行，去掉空行"
    return _finding(UNUSED_ALLOWANCE, one, f"这里没有要准的“{one.words}”", remedy)


def _finding(rule: Rule, one: Allowance, problem: str, remedy: str) -> Finding:
    return Finding(rule, one.file, one.line, one.column, f"准：{one.words}", problem, remedy)
