"""The rules on units that follow a printed number, and on % where percentage points are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.text.formats import STYLES
from reportgen.text.lint.finding import DOUBLED_UNIT, PERCENT_POINTS, WRONG_UNIT
from reportgen.text.lint.match import Match
from reportgen.text.lint.passage import PRINTED, Passage

_UNIT = r"(?:个?百分点|万亿元?|亿元|万元(?:/人)?|万人|元|%|％|亿|倍|名|位)"
_AFTER = re.compile(f"{PRINTED}(?P<unit>{_UNIT})")
_MOVED = re.compile(
    f"(?:提高|上升|升高|降低|回落|下降|比(?![重例值])[^，。；：\n]{{1,14}}?[高低])了?(?P<number>{PRINTED})"
)
_FILTER = re.compile(r"\|\s*([^\s|()]+)\s*(\([^|]*\))?\s*$")
_MISSPELT = re.compile(
    r"(?<=[0-9０-９])\s?百分点|(?:万亿|亿|万)人民币|亿万元|万亿圆|[亿万]圆|百分之点|个百分比|%点|％点"
)
_WITH_UNIT = {name: style.suffix for name, style in STYLES.items() if style.suffix} | {
    "增长": "%",
    "增减": "单位",
    "个百分点": "个百分点",
    "升降": "个百分点",
    "区间": "单位",
    "整档": "单位",
    "排名": "位",
    "逐个": "单位",
}


def wrong_units(passage: Passage) -> Iterator[Match]:
    """A unit behind a filter that prints one, misspelt units, and % for a difference of percentages."""
    for match in _AFTER.finditer(passage.text):
        name, arguments = _filter(passage, match.start())
        if name in _WITH_UNIT or (name == "整数" and arguments):
            problem = f"过滤器“{name}”已印出单位，后面又写了“{match['unit']}”"
            yield Match(DOUBLED_UNIT, *match.span(), problem, f"删去“{match['unit']}”")
    for match in _MISSPELT.finditer(passage.text):
        remedy = "写 个百分点、%、万亿元、亿元、万元、万人"
        yield Match(WRONG_UNIT, *match.span(), f"没有“{match[0].strip()}”这种单位", remedy)
    for match in _MOVED.finditer(passage.text):
        if _filter(passage, match.start("number"))[0] == "百分比":
            remedy = "比重之差用 升降(另一数) 或 个百分点(另一数)，增速用 增长；变到某个水平写“提高到”“降至”"
            yield Match(PERCENT_POINTS, *match.span(), "百分比的变动印成了 %", remedy)


def _filter(passage: Passage, index: int) -> tuple[str, str]:
    """The last filter of a printed expression, and its arguments."""
    found = _FILTER.search(passage.code.get(index, ""))
    return (found[1], (found[2] or "").strip("() ")) if found else ("", "")
