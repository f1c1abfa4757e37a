"""What a chapter may name: 数, 有, 读法, 图, 图表, 附表, 排行, 序列, 预计, 分项, 背景 and the words for years."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from reportgen.errors import AddressError, ChapterError, nearest
from reportgen.facts.reader import Reader, Reading
from reportgen.text.background import Background
from reportgen.text.beside import Beside, MethodReadings
from reportgen.text.blocks import Figure, FigureReference, GeneratedTable
from reportgen.text.comparisons import forecast
from reportgen.text.groups import members, read_date
from reportgen.text.marks import Marks
from reportgen.text.source import Source
from reportgen.text.sums import rounding_remark

KINDS = {"省份": "province", "行业": "sector", "产业": "industry", "经济圈": "zone", "领域": "direct"}


def template_line() -> int:
    """The line of the template that is being rendered; called from within it."""
    frame = sys._getframe(1)
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return template.get_corresponding_lineno(frame.f_lineno)
        frame = frame.f_back
    return 1


class ChapterFacts:
    """The facts as a chapter reads them; each use is recorded at ``file:line``."""

    def __init__(self, reader: Reader, source: Source) -> None:
        self._reader = reader
        self._source = source

    def __getitem__(self, address: Any) -> Reading:
        if not isinstance(address, str):
            raise ChapterError("地址应是引号里的文字", remedy='写成 数["增加值.全国[本年]"]')
        return self.here()[address]

    def wrong(self, address: str) -> AddressError | None:
        """What is wrong with the names or the shape of an address; the number itself may be missing."""
        try:
            self._reader.facts.vocabulary.parse(address, self._reader.calendar)
        except AddressError as error:
            return error
        return None

    def has(self, address: Any) -> bool:
        """Whether the address has a number in this edition; unknown names are errors all the same."""
        reader = self.here()
        if not isinstance(address, str):
            raise ChapterError("地址应是引号里的文字", remedy='写成 有("增加值.全国[本年]")')
        found = reader.facts.vocabulary.parse(address, reader.calendar) in reader.facts
        if found:
            self[address]
        return found

    def here(self) -> Reader:
        """The reader at the line being rendered."""
        return self._reader.at(self._source.place(template_line()))


class Names:
    """The names of one chapter.

    Args:
        reader: the facts of the edition.
        source: the text of the chapter, for places.
        figures: number of each figure of the edition, by its name.
        marks: where references are put aside.
        beside: the method and the context facts of the edition.
    """

    def __init__(
        self, reader: Reader, source: Source, figures: Mapping[str, int], marks: Marks, beside: Beside
    ) -> None:
        self._facts = ChapterFacts(reader, source)
        self._calendar = reader.calendar
        self._figures = figures
        self._marks = marks
        self._beside = beside

    def table(self) -> dict[str, Any]:
        """The names as the template sees them."""
        background = Background(self._beside.context, self._facts.here, self._marks)
        return {
            "数": self._facts,
            "fact": self._facts,
            "有": self._facts.has,
            "读法": MethodReadings(self._beside.method),
            "图": self.figure_reference,
            "图表": self.figure,
            "附表": self.generated_table,
            "排行": self.ranking,
            "序列": self.series,
            "预计": self.expected,
            "分项": rounding_remark,
            "成员": self.members,
            "不早于": self.not_before,
            **background.table(),
            **self._calendar.words,
        }

    def figure_reference(self, name: str) -> str:
        """``图2``, linked."""
        return self._marks.put(FigureReference(name, self._number(name)))

    def figure(self, name: str) -> str:
        """The figure itself, in a paragraph of its own."""
        return self._marks.put(Figure(name, self._number(name), template_line()))

    def generated_table(self, name: str) -> str:
        """Tables that the program makes, in a paragraph of their own; the document knows their names."""
        return self._marks.put(GeneratedTable(str(name), template_line()))

    def _number(self, name: str) -> int:
        if name not in self._figures:
            known = "、".join(self._figures) or "无"
            raise ChapterError(
                f"没有名为“{name}”的图", remedy=nearest(str(name), self._figures) or f"本版列出的图：{known}"
            )
        return self._figures[name]

    def ranking(self, metric: str, kind: str, year: int, first: int | None = None) -> list[Reading]:
        """Readings of one metric for all scopes of a kind, largest first, all or the first few."""
        if kind not in KINDS and kind not in KINDS.values():
            raise ChapterError(
                f"没有类别“{kind}”", remedy=nearest(str(kind), KINDS) or f"可用：{'、'.join(KINDS)}"
            )
        return self._facts.here().among(metric, KINDS.get(kind, kind), year)[:first]

    def series(self, address: str, since: int, last: int) -> list[Reading]:
        """Readings of one quantity for each year."""
        return self._facts.here().series(address, tuple(range(since, last + 1)))

    def expected(self, reading: Any, forecast_word: str = "预计", actual_word: str = "") -> str:
        """预计 before a forecast, nothing before anything else; or two words of one's own."""
        return forecast_word if forecast(reading) else actual_word

    def members(self, group: str) -> list[str]:
        """The names of the provinces of a region (东部, 中部, 西部, 东北) or of an economic zone."""
        return members(self._facts.here().facts.vocabulary, group)

    def not_before(self, date: str) -> bool:
        """Whether the date of the edition is not before a month or a year: 2022年3月, 2021年."""
        return self._beside.context.date.last_month >= read_date(date).first_month
