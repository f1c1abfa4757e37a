"""What names a passage over editions and revisions: its name, or the first words written in it.

Written words stay when numbers move, so that the passage keeps its name where the printed words turn from
增长 to 下降; what the data fill in is a ``…``. Digits are left out, and so are the numerals of headings.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reportgen.document.passages import Passage

_FILLED = "…"
_MOST = 16
_TAGS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_NUMERAL = re.compile(r"^#+\s*(?:（[^）]*）|[一二三四五六七八九十]+、|附录[一二三四五六七八九十]+)?")
_MARKS = re.compile(r"^(?:表题：|-\s)|\[\^[^\]]*\]:?|[#*>|`\s\d.]+|[-:]{2,}")
_EMPTY = re.compile(rf"{_FILLED}[{_FILLED}，、；：]*")
_PLAIN = "（无文字）"


def passage_names(passages: Sequence[Passage]) -> list[str]:
    """A name for each passage; two of one chapter never have the same: the second is ``…（2）``."""
    counts: Counter[tuple[str, str]] = Counter()
    names = []
    for one in passages:
        name = one.name or first_words(one.written)
        counts[one.chapter, name] += 1
        count = counts[one.chapter, name]
        names.append(name if count == 1 else f"{name}（{count}）")
    return names


def first_words(written: str) -> str:
    """The beginning of the first sentence as written, up to sixteen characters."""
    words = _MARKS.sub("", _NUMERAL.sub("", _TAGS.sub(_FILLED, written)))
    words = _EMPTY.sub(_FILLED, words).lstrip(f"{_FILLED}。")
    sentence = words.partition("。")[0]
    return sentence[:_MOST] or _PLAIN
