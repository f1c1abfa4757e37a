"""Groups of provinces as the vocabulary defines them, and dates as chapters write them."""

from __future__ import annotations

import re

from reportgen.errors import ChapterError, nearest
from reportgen.facts.address import Vocabulary
from reportgen.facts.context import Date

_SUM = re.compile("合计：(.+)")
_DATE = re.compile(r"(\d{4})年(?:(\d{1,2})月)?")


def members(vocabulary: Vocabulary, group: object) -> list[str]:
    """The names of the provinces of a region or an economic zone, in the order of the vocabulary.

    Raises:
        ChapterError: no such group.
    """
    groups: dict[str, tuple[str, ...]] = {}
    for scope in vocabulary.scopes_of_kind("province"):
        name = vocabulary.scopes[scope]
        if name.definition:
            groups[name.definition] = (*groups.get(name.definition, ()), name.chinese)
    zones = {}
    for scope in vocabulary.scopes_of_kind("zone"):
        summed = _SUM.fullmatch(vocabulary.scopes[scope].definition)
        if summed:
            zones[vocabulary.scopes[scope].chinese] = tuple(summed[1].split())
    known = zones | groups
    if group not in known:
        remedy = nearest(str(group), known) or f"可用：{'、'.join(known)}"
        raise ChapterError(f"没有“{group}”这一组省份", remedy=remedy)
    return list(known[str(group)])


def read_date(text: object) -> Date:
    """2022年3月 or 2022年.

    Raises:
        ChapterError: anything else.
    """
    found = _DATE.fullmatch(str(text))
    if found is None or not 0 <= int(found[2] or 0) <= 12 or found[2] in ("0", "00"):
        raise ChapterError(f"“{text}”不是日期", remedy="写成 2022年3月 或 2022年")
    return Date(int(found[1]), int(found[2] or 0))
