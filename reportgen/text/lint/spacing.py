"""The rules on spaces and repeated words of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.text.lint.finding import REPEATED_WORDS, SPACE
from reportgen.text.lint.match import Match
from reportgen.text.lint.passage import PRINTED
from reportgen.text.lint.punctuation import HAN

_SIGNS = f"{HAN}“”‘’《》（），。；：、！？%"
_WORD = f"{HAN}A-Za-z0-9{PRINTED}%“《（"
_SPACE = re.compile(
    rf"(?<=[{_SIGNS}])[ \u00a0\u2009\u202f]+(?=[{_WORD}])"
    rf"|(?<=[A-Za-z0-9{PRINTED}])[ \u00a0\u2009\u202f]+(?=[{_SIGNS}])|\u3000+|[ \t]+$|[\u200b\ufeff\u00ad]+",
    re.MULTILINE,
)
_SINGLE = re.compile(
    r"(?<!目)(的的|了了|是是|和和|与与|及及|为为|把把|被被|将将|从从|向向|也也|都都|而而|以以|由由|于于)"
)
_DOUBLE = re.compile(rf"([{HAN}]{{2,6}})\1")
_LEGITIMATE = re.compile("^(?:[一逐][个步层批次点年天件条项]|许多|彻底|来回)$")


def spacing(text: str) -> Iterator[Match]:
    """Spaces between Chinese and anything, at the end of a line, and invisible ones; tabs stop the chapter."""
    for match in _SPACE.finditer(text):
        if "\t" not in match[0]:
            remedy = "删去空格；汉字与数字、字母之间的间隙由排版加上"
            yield Match(SPACE, *match.span(), "这里不应有空格", remedy)


def repeated(text: str) -> Iterator[Match]:
    """Words that stand twice in a row: 的的, 产业产业."""
    for match in _SINGLE.finditer(text):
        yield Match(REPEATED_WORDS, *match.span(), f"“{match[0][0]}”连写了两遍", f"改为“{match[0][0]}”")
    for match in _DOUBLE.finditer(text):
        if not _LEGITIMATE.match(match[1]):
            yield Match(REPEATED_WORDS, *match.span(), f"“{match[1]}”连写了两遍", f"改为“{match[1]}”")
