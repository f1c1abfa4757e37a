"""Employment and its changes over the years, in parts that add up to the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.charts import forecast, words
from reportgen.charts.canvas import Canvas
from reportgen.charts.format import NumberFormat, by_size, 万人, 亿人
from reportgen.charts.series import Series
from reportgen.charts.timeline import Timeline, draw_timelines
from reportgen.facts.reader import Reader, Reading

_WHOLE = "全国"


@dataclass(frozen=True)
class Employment:
    """What a figure shows.

    Attributes:
        parts: scopes (Chinese names) that add up to the nation.
    """

    facts: Reader
    parts: Sequence[str]

    @property
    def subtitle(self) -> str:
        """What the panels show, and the unit."""
        how = forecast.how_to_read(self.facts, f"带动就业.{_WHOLE}", "浅色加斜线")
        unit = self._format.unit
        return f"上图为新增就业（{unit}），下图为带动就业（{unit}），柱端为各部分合计{how}"

    @property
    def note(self) -> str:
        """That printed parts do not add up, where that happens."""
        parts = (self._levels(name) for name in self.parts)
        return words.note(words.rounding(self._format, self._levels(_WHOLE), *parts))

    def alternative(self) -> str:
        """How employment moved, what the last year added, and the forecast."""
        levels, unit = self._levels(_WHOLE), self._format
        change = self.facts[f"新增就业.{_WHOLE}[本年]"]
        parts, changes = (
            [self.facts[f"{metric}.{name}[本年]"] for name in self.parts]
            for metric in ("带动就业", "新增就业")
        )
        return (
            f"{levels[0].year}年至{levels[-1].year}年，工业互联网带动就业{words.course(levels)}，"
            f"{words.move(unit, levels[0], levels[-1])}；{change.year}年{words.levels(unit, parts)}，"
            f"合计比上年{words.increase(unit, change)}，{words.increases(unit, changes)}。{self._outlook()}"
        )

    def draw(self, canvas: Canvas) -> None:
        """Draw changes above and levels below."""
        names = (*self.parts, _WHOLE)
        *levels, total = (Series.yearly(self.facts, f"带动就业.{name}", self._format) for name in names)
        *changes, change = (
            Series.after_first(self.facts, f"新增就业.{name}", self._format) for name in names
        )
        draw_timelines(canvas, self.facts.calendar, [Timeline(levels, total, changes=changes, change=change)])

    @property
    def _format(self) -> NumberFormat:
        return by_size(self._levels(_WHOLE), 万人, 亿人)

    def _levels(self, name: str) -> list[Reading]:
        return self.facts.series(f"带动就业.{name}", self.facts.calendar.actual_years)

    def _outlook(self) -> str:
        level, change = (
            forecast.expected(self.facts, f"{metric}.{_WHOLE}") for metric in ("带动就业", "新增就业")
        )
        if not (level and change):
            return ""
        unit = self._format
        return f"预计{level.year}年为{unit.phrase(level)}，比上年{words.increase(unit, change)}。"
