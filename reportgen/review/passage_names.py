"""What names a passage over editions and revisions: its name, or the first words written in it.

Written words stay when numbers move, so that the passage keeps its name where the printed words turn from
增长 to 下降. What the data fill in is a ``…``, and so is what is written under a condition, unless there is
nothing else: a name should not say the opposite of what is printed. Digits and numerals of headings are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportgen.document.passages import Passage

_FILLED = "…"
_MOST = 16
_FEWEST = 4
_CONDITION = re.compile(r"\{%[-+]?\s*if\b(?:(?!\{%[-+]?\s*if\b).)*?\{%[-+]?\s*endif\s*[-+]?%\}", re.DOTALL)
_TAGS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_NUMERAL = re.compile(r"^#+\s*(?:（[^）]*）|[一二三四五六七八九十]+、|附录[一二三四五六七八九十]+)?")
_MARKS = re.compile(r"^(?:表题：|-\s)|\[\^[^\]]*\]:?|[#*>|`\s\d.]+|[-:]{2,}")
_EMPTY = re.compile(rf"{_FILLED}[{_FILLED}，、；：]*")
_PLAIN = "（无文字）"


def passage_names(passages: Sequence[Passage]) -> list[str]:
    """A name for each passage; two of one chapter never have the same: the second is ``…（2）``."""
    taken: dict[tuple[str, str], None] = {}
    for one in passages:
        words = one.name or first_words(one.written)
        names = (words, *(f"{words}（{count}）" for count in range(2, len(passages) + 2)))
        taken[next((one.chapter, name) for name in names if (one.chapter, name) not in taken)] = None
    return [name for _, name in taken]


def first_words(written: str) -> str:
    """The first sentence as written that says enough, cut to sixteen characters."""
    found = [one for one in (*_sentences(_unconditional(written)), *_sentences(written)) if one]
    return next((one for one in found if len(one) >= _FEWEST), found[0] if found else _PLAIN)


def _unconditional(written: str) -> str:
    """Without what is printed under a condition, the innermost first."""
    before = ""
    while before != written:
        before, written = written, _CONDITION.sub(_FILLED, written)
    return written


def _sentences(written: str) -> Iterator[str]:
    words = _MARKS.sub("", _NUMERAL.sub("", _TAGS.sub(_FILLED, written)))
    for sentence in _EMPTY.sub(_FILLED, words).split("。"):
        yield sentence.strip(f"{_FILLED}-—")[:_MOST]
