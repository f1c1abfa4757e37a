"""Numerals of headings, by order: 一、（一） 1. in the body, one level down in an appendix."""

from __future__ import annotations

from collections.abc import Callable

from reportgen.errors import ChapterError
from reportgen.text.blocks import Heading

_DIGITS = "零一二三四五六七八九"
MOST = 99


def chinese_numeral(number: int) -> str:
    """1 to 99 in Chinese: 一, 十, 十二, 二十三."""
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
    return head + (_DIGITS[ones] if ones or not tens else "")


def _first(number: int) -> str:
    return f"{chinese_numeral(number)}、"


def _second(number: int) -> str:
    return f"（{chinese_numeral(number)}）"


def _third(number: int) -> str:
    return f"{number}."


_SCHEMES: dict[str, dict[int, Callable[[int], str]]] = {
    "正文": {1: _first, 2: _second, 3: _third},
    "附录": {2: _first, 3: _second, 4: _third},
}


class Numbering:
    """Counts the headings of one paper, chapter by chapter."""

    def __init__(self) -> None:
        self._counts: dict[int, int] = {}

    def start_chapter(self, kind: str) -> None:
        """Begin a chapter; only those of the body go on counting at level 1."""
        self._counts = {level: count for level, count in self._counts.items() if level == 1}
        self._kind = kind

    def numeral(self, heading: Heading, place: str) -> str:
        """The numeral of the next heading, written at a place; a typed one moves the count forward.

        Raises:
            ChapterError: a typed numeral of another form, or one that has passed.
        """
        form = _SCHEMES.get(self._kind, {}).get(heading.level)
        if form is None:
            return heading.typed
        following = self._counts.get(heading.level, 0) + 1
        number = self._typed(heading, form, following, place) if heading.typed else following
        self._counts = {level: count for level, count in self._counts.items() if level <= heading.level}
        self._counts[heading.level] = number
        return form(number)

    @staticmethod
    def _typed(heading: Heading, form: Callable[[int], str], following: int, place: str) -> int:
        typed = heading.typed.replace("．", ".")
        for number in range(following, MOST + 1):
            if form(number) == typed:
                return number
        raise ChapterError(
            f"标题编号“{heading.typed}”不对，此处应为“{form(following)}”或其后",
            place=place,
            remedy="删去手写的编号，由程序编号",
        )
