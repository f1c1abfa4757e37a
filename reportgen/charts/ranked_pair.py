"""Many units ranked by one measure, with a second measure beside it as dots round the value of the whole."""

from __future__ import annotations

import math
from dataclasses import dataclass

from reportgen.charts import words
from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas, middle
from reportgen.charts.format import NumberFormat
from reportgen.charts.ranked_rows import FOOT, HEAD, Rows
from reportgen.charts.scale import Scale, range_from_zero, range_of_change
from reportgen.charts.style import (
    BELOW,
    HAIRLINE,
    INK,
    INK2,
    INK3,
    LABEL,
    LABEL_PITCH,
    NOT_BELOW,
    PAPER,
    RANKED,
    ROW,
    RULE,
    SEMIBOLD,
    colour_of,
)
from reportgen.errors import FigureError
from reportgen.facts.reader import Reader, Reading

_BAR, _THICKEST = 0.53, 9.0  # thickness of a bar in parts of the row, and at most
_RADIUS = 2.3
_GROUP = 5  # a hairline after so many rows
_LEADERS = 5


@dataclass(frozen=True)
class Measure:
    """One quantity of all units, in the order of the ranking."""

    name: str
    format: NumberFormat
    readings: list[Reading]

    @property
    def title(self) -> str:
        """``增加值（亿元）``."""
        return f"{self.name}（{self.format.unit}）"


@dataclass(frozen=True)
class RankedPair:
    """Units from large to small by the first measure.

    Attributes:
        whole: the second measure for all units together.
        colour: of the bars.
    """

    first: Measure
    second: Measure
    whole: Reading
    colour: str = RANKED

    @classmethod
    def read(
        cls, facts: Reader, kind: str, first: tuple[str, NumberFormat], second: tuple[str, NumberFormat],
        whole: str, scope: str = "",
    ) -> RankedPair:  # fmt: skip
        """The units of a kind in the reference year.

        Args:
            kind: ``province`` or ``zone``.
            first, second: name and format of the measures.
            whole: address of the second measure for all units together.
            scope: English scope whose colour the bars have.

        Raises:
            FigureError: there is nothing to rank.
            AddressError: no such fact.
        """
        ranked = facts.among(first[0], kind, "本年")
        if not ranked:
            raise FigureError("没有可排序的数", remedy="检查词汇表中有无这类范围，或把此图移出本版的图目录")
        others = [facts[f"{second[0]}.{one.address.scope}[本年]"] for one in ranked]
        return cls(
            Measure(*first, ranked),
            Measure(*second, others),
            facts[whole],
            colour_of(scope) if scope else RANKED,
        )

    @property
    def count(self) -> int:
        """How many units there are."""
        return len(self.first.readings)

    @property
    def nation(self) -> str:
        """全国."""
        return self.whole.reader.facts.vocabulary.scope_name("national")

    @property
    def subtitle(self) -> str:
        """Year and how to read."""
        return (
            f"{self.whole.year}年，按{self.first.name}由大到小排列；右侧圆点为{self.second.name}，"
            f"实心为不低于{self.nation}，空心为低于{self.nation}，竖线为{self.nation}"
        )

    def alternative(self, units: str) -> str:
        """Who leads and who is last by both measures.

        Args:
            units: what the units are called together, ``省（自治区、直辖市）``.
        """
        first, second = self.first, self.second
        leaders, last = first.readings[:_LEADERS], first.readings[-1]
        head = f"{self.whole.year}年，{self.count}个{units}的{first.name}由大到小"
        order = "依次为" if self.count <= _LEADERS else f"前{len(leaders)}位依次为"
        tail = "" if self.count <= _LEADERS else f"，{last.name}居末，为{first.format.phrase(last)}"
        return (
            f"{head}{order}{words.ranked(first.format, leaders)}{tail}。"
            f"{second.name}{words.range_of(second.format, second.readings)}；{self._compared()}。"
        )

    def _compared(self) -> str:
        """How many units are not below the whole by the second measure."""
        not_below = sum(one.value >= self.whole.value for one in self.second.readings)
        whole = f"{self.nation}（{self.second.format.phrase(self.whole)}）"
        if not_below in (0, self.count):
            return f"{'各项均' if self.count > 1 else ''}{'不低于' if not_below else '低于'}{whole}"
        return f"不低于{whole}的有{not_below}个"

    def draw(self, canvas: Canvas) -> None:
        """Draw the rows, and set the height of the canvas."""
        size = canvas.variant.value
        values = [self.first.format.print(one) for one in self.first.readings]
        seconds = [self.second.format.print(one) for one in self.second.readings]
        widths = (max(canvas.fonts.width(text, size) for text in texts) for texts in (values, seconds))
        rows = Rows.on(canvas, [one.name for one in self.first.readings], *widths)
        canvas.rows = math.ceil(rows.height / ROW)
        rows = rows.filling(canvas.height)
        bottom = canvas.height - FOOT
        low, high = range_from_zero(one.value for one in self.first.readings)
        bars = Scale(low, high, rows.start, rows.bars_end)
        known = [self.whole.value, *(one.value for one in self.second.readings)]
        left, right = rows.dots
        dots = Scale(*range_of_change(known), left + _RADIUS, right - _RADIUS)
        self._draw_head(canvas, rows, dots(self.whole.value), bottom)
        for number in range(self.count):
            self._draw_bar(canvas, rows, number, bars, values[number])
            self._draw_dot(canvas, rows, number, dots, seconds[number])
        canvas.line(((bars(0), HEAD), (bars(0), bottom)), INK, 0.6)

    def _draw_head(self, canvas: Canvas, rows: Rows, x: float, bottom: float) -> None:
        label = f"{self.nation} {self.second.format.print(self.whole)}"
        half = canvas.fonts.width(label, LABEL, SEMIBOLD) / 2
        canvas.text(rows.start, HEAD - 6 - LABEL_PITCH, self.first.title, colour=INK2)
        canvas.text(canvas.width, HEAD - 6 - LABEL_PITCH, self.second.title, colour=INK2, align="right")
        centre = min(x, canvas.width - half)
        canvas.text(centre, HEAD - 5, label, colour=INK, weight=SEMIBOLD, align="center")
        canvas.line(((x, HEAD - 2), (x, bottom)), INK, 0.8)
        left = 0.0 if canvas.variant.is_narrow else rows.start
        for number in range(_GROUP, self.count, _GROUP):
            y = HEAD + rows.pitch * number
            canvas.line(((left, y), (canvas.width, y)), HAIRLINE, 0.5)

    def _draw_bar(self, canvas: Canvas, rows: Rows, number: int, scale: Scale, text: str) -> None:
        y, lines = rows.centre(number), rows.names[number]
        half = min(_BAR * rows.pitch, _THICKEST) / 2
        start, end = sorted((scale(0), scale(self.first.readings[number].value)))
        size = canvas.variant.value
        canvas.text(0, middle(y, size), str(number + 1), size, INK3)
        for place, line in enumerate(lines):
            offset = (place - (len(lines) - 1) / 2) * LABEL_PITCH
            canvas.text(rows.start - 6, middle(y + offset, LABEL), line, align="right")
        canvas.rectangle(Box(start, y - half, end, y + half), fill=self.colour)
        canvas.text(end + 4, middle(y, size), text, size)

    def _draw_dot(self, canvas: Canvas, rows: Rows, number: int, scale: Scale, text: str) -> None:
        y, value = rows.centre(number), self.second.readings[number].value
        x, size = scale(value), canvas.variant.value
        below = value < self.whole.value
        colour = BELOW if below else NOT_BELOW
        canvas.line(((scale(self.whole.value), y), (x, y)), RULE, 0.5)
        canvas.dot(x, y, PAPER if below else colour, colour, _RADIUS)
        canvas.text(canvas.width, middle(y, size), text, size, align="right")
