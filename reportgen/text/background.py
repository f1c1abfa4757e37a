"""背景, 有背景, 背景截至: dated facts from outside the method, as chapters print them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportgen.errors import ChapterError, nearest
from reportgen.facts.context import Context, ContextFact
from reportgen.facts.reader import Reader
from reportgen.text.blocks import Number
from reportgen.text.marks import Marks

TABLE = "content/context/facts.csv"


class Background:
    """The context facts of one chapter; what is printed is recorded like any other number.

    Args:
        context: the facts that the edition may use, and those that are newer than it.
        here: gives the reader at the line being rendered.
        marks: where printed numbers are put aside.
    """

    def __init__(self, context: Context, here: Callable[[], Reader], marks: Marks) -> None:
        self._context = context
        self._here = here
        self._marks = marks

    def table(self) -> dict[str, Any]:
        """The names as the template sees them."""
        return {"背景": self.printed, "有背景": self.usable, "背景截至": self.date}

    def printed(self, name: Any) -> str:
        """超过220万个."""
        fact = self._fact(name)
        reading = self._here().read(fact.address)
        reading.print(fact.text)
        number = Number(fact.digits + fact.unit, fact.unit, (fact.address,), reading.status)
        return fact.word + self._marks.put(number)

    def usable(self, name: Any) -> bool:
        """Whether the edition is not older than the fact."""
        self._expect_known(name)
        return name in self._context.usable

    def date(self, name: Any) -> str:
        """2022年9月."""
        fact = self._fact(name)
        return self._here().read(fact.address).print(fact.as_of.text)

    def _fact(self, name: Any) -> ContextFact:
        self._expect_known(name)
        if name not in self._context.usable:
            later = self._context.later[name]
            raise ChapterError(
                f"背景事实“{name}”截至{later.as_of.text}，晚于本版日期",
                remedy=f'先用 {{% if 有背景("{name}") %}} 判断，没有时不写或换一种说法',
            )
        return self._context.usable[name]

    def _expect_known(self, name: Any) -> None:
        known = (*self._context.usable, *self._context.later)
        if name not in known:
            remedy = nearest(str(name), known) or f"名称见 {TABLE} 的 name 列"
            raise ChapterError(f"没有背景事实“{name}”", remedy=remedy)
