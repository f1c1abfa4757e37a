"""The rules on punctuation, of a paragraph as it is written or as it is printed.

autocorrect, the usual library for this, is no help here: with its space rules off it sees only some half-width
marks, none before a bracket or a digit, and gives no column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.text.lint.finding import DOUBLED_PUNCTUATION, FULL_WIDTH, HALF_WIDTH, QUOTES, UNPAIRED
from reportgen.text.lint.match import Match
from reportgen.text.lint.passage import PRINTED

HAN = "\u3400-\u9fff"
_FULL = f"{HAN}“”‘’《》（），。；：、！？{PRINTED}%"
_WIDE = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）", ".": "。"}
_HALF = re.compile(
    rf"(?<=[{_FULL}])[,;:!?](?!//)|[,;:!?](?=[{HAN}“《（])"
    rf"|(?<=[{HAN}”》）])\.(?![A-Za-z0-9.])|(?<=[{_FULL}])\((?!\w+[.)])|\((?=[{HAN}])|(?<=[{HAN}”》%])\)|\)(?=[{HAN}，。；：、])"
)
_DOUBLED = re.compile(
    r"(?:[，。；：、][，。；：、！？]+|([！？])\1+)|[（《“][，。；：、]|[，；：、][）》]|……。"
)
_DASHES = re.compile(
    rf"(?<=[{HAN}])(?:-{{1,3}}|–)(?=[{HAN}])|(?<!\.)\.{{3,}}|。{{3,}}|(?<!…)…(?!…)|(?<!—)—(?=[，。；：、])"
)
_WIDE_SIGNS = re.compile("[０-９Ａ-Ｚａ-ｚ．％＋－＝／]+")
_STRAIGHT = re.compile(r"\"|(?<![A-Za-z])'|[＂″„‟‛｢｣「」『』〝〞＇`´]")
_PAIRS = {"（": "）", "《": "》", "“": "”", "‘": "’", "〈": "〉", "【": "】", "[": "]"}
_CLOSING = {closing: opening for opening, closing in _PAIRS.items()}


def punctuation(text: str) -> Iterator[Match]:
    """Half-width marks, doubled marks, dashes and dots, full-width letters, quotation marks."""
    for match in _HALF.finditer(text):
        wide = _WIDE[match[0]]
        yield Match(HALF_WIDTH, *match.span(), f"中文里用了半角“{match[0]}”", f"改为“{wide}”")
    yield from doubled(text)
    for match in _DASHES.finditer(text):
        right = "……" if set(match[0]) & set("….。") else "——"
        yield Match(HALF_WIDTH, *match.span(), f"“{match[0]}”的写法不合规范", f"改为“{right}”，范围写“至”")
    for match in _WIDE_SIGNS.finditer(text):
        narrow = "".join(chr(ord(sign) - 0xFEE0) for sign in match[0])
        yield Match(FULL_WIDTH, *match.span(), f"“{match[0]}”是全角", f"改为“{narrow}”")
    for match in _STRAIGHT.finditer(text):
        remedy = "用“ ”，引号里面的引号用‘ ’；年份后的撇号不写"
        yield Match(QUOTES, *match.span(), f"引号“{match[0]}”不是中文引号", remedy)


def doubled(text: str) -> Iterator[Match]:
    """Two marks side by side that cannot stand so."""
    for match in _DOUBLED.finditer(text):
        yield Match(DOUBLED_PUNCTUATION, *match.span(), "两个标点相连", f"“{match[0]}”只留一个")


def unpaired(text: str) -> Iterator[Match]:
    """Brackets and quotation marks of which one half is missing."""
    opened: list[tuple[str, int]] = []
    for index, sign in enumerate(text):
        if sign in _PAIRS:
            opened.append((sign, index))
        elif sign in _CLOSING:
            if opened and opened[-1][0] == _CLOSING[sign]:
                opened.pop()
            else:
                yield _half(sign, index, _CLOSING[sign])
                opened = [one for one in opened if one[0] != _CLOSING[sign]]
    for sign, index in opened:
        yield _half(sign, index, _PAIRS[sign])


def _half(sign: str, index: int, other: str) -> Match:
    return Match(
        UNPAIRED, index, index + 1, f"“{sign}”没有与之成对的“{other}”", f"补上“{other}”或删去“{sign}”"
    )
