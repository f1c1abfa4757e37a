"""Sections of the economy: value added and its growth over the years, a chart for each section."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportgen.charts import forecast, words
from reportgen.charts.canvas import Canvas
from reportgen.charts.format import NumberFormat, by_size, 万亿元, 亿元, 百分比
from reportgen.charts.timeline import Timeline, draw_timelines
from reportgen.errors import FigureError
from reportgen.facts.reader import Reader

_LETTERS = "abcdefgh"


@dataclass(frozen=True)
class Sections:
    """The sections of one figure that the edition knows.

    Attributes:
        names: English scope to the name in captions and text.
    """

    facts: Reader
    names: Mapping[str, str]

    @classmethod
    def known(cls, facts: Reader, names: Mapping[str, str]) -> Sections:
        """The sections among `names` (English scope to name) that the vocabulary of the edition has.

        Raises:
            FigureError: it has none of them.
        """
        found = {scope: name for scope, name in names.items() if scope in facts.facts.vocabulary.scopes}
        if not found:
            raise FigureError(f"词汇表中没有{'、'.join(names.values())}", remedy="把此图移出本版的图目录")
        return cls(facts, found)

    @property
    def title(self) -> str:
        """``工业互联网带动制造业、采矿业发展情况``."""
        return f"工业互联网带动{'、'.join(self.names.values())}发展情况"

    @property
    def subtitle(self) -> str:
        """What the panels show."""
        several = f"，{'两' if len(self.names) < 3 else '各'}幅比例尺不同" if len(self.names) > 1 else ""
        how = forecast.how_to_read(self.facts, f"增加值.{next(iter(self.names))}")
        return f"上图为名义增速（%），下图为增加值（{self._format.unit}）{several}{how}"

    def alternative(self) -> str:
        """Level, growth, what became of the growth, and the forecast of each section."""
        return "".join(self._sentence(scope, name) for scope, name in self.names.items())

    def draw(self, canvas: Canvas) -> None:
        """Draw one chart a section; with several, each has its caption and its own scale of levels."""
        timelines = []
        for letter, (scope, name) in zip(_LETTERS, self.names.items(), strict=False):
            caption = f"({letter}){name}" if len(self.names) > 1 else ""
            timelines.append(Timeline.of_scope(self.facts, scope, self._format, caption=caption))
        draw_timelines(canvas, self.facts.calendar, timelines, one_scale=False)

    @property
    def _format(self) -> NumberFormat:
        """亿元, or for very large sections 万亿元: one unit in a figure."""
        years = self.facts.calendar.actual_years
        levels = (one for scope in self.names for one in self.facts.series(f"增加值.{scope}", years))
        return by_size(levels, 亿元, 万亿元)

    def _sentence(self, scope: str, name: str) -> str:
        level, rate = self.facts[f"增加值.{scope}[本年]"], self.facts[f"名义增速.{scope}[本年]"]
        before = self.facts[f"名义增速.{scope}[上年]"]
        ahead, faster = (
            forecast.expected(self.facts, f"{metric}.{scope}") for metric in ("增加值", "名义增速")
        )
        outlook = ""
        if ahead and faster:
            outlook = (
                f"；预计{ahead.year}年为{self._format.phrase(ahead)}，名义{words.growth(百分比, faster)}"
            )
        return (
            f"{level.year}年，{name}增加值为{self._format.phrase(level)}，名义{words.growth(百分比, rate)}，"
            f"增速{words.since_last_year(百分比, before, rate)}{outlook}。"
        )
