"""Parts of a whole from large to small: bars of their values, and dots for their shares then and now."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas, middle
from reportgen.charts.format import NumberFormat
from reportgen.charts.ranked_rows import FOOT, HEAD, Rows
from reportgen.charts.scale import Scale, range_from_zero
from reportgen.charts.style import (
    HAIRLINE,
    INK,
    INK2,
    LABEL,
    LABEL_PITCH,
    PAPER,
    REGULAR,
    ROW,
    RULE,
    SEMIBOLD,
    colour_of,
)
from reportgen.facts.reader import Reader, Reading

_BAR, _RADIUS, _TO_LABEL = 10.0, 2.6, 6.0
_DOTS = 0.3  # part of the width for the shares


@dataclass(frozen=True)
class Part:
    """One part: its value, and its share of the whole in the first and in the reference year."""

    value: Reading
    then: Reading
    now: Reading


def read_parts(facts: Reader, kind: str, value: str, share: str) -> list[Part]:
    """The parts of a kind (``direct``) by the metrics of value and share, largest first.

    Raises:
        AddressError: no such fact.
    """
    values = facts.among(value, kind, "本年")
    shares = [[facts[f"{share}.{one.address.scope}[{year}]"] for year in ("基年", "本年")] for one in values]
    return [Part(one, *pair) for one, pair in zip(values, shares, strict=True)]


def draw_values_and_shares(
    canvas: Canvas, parts: Sequence[Part], value_format: NumberFormat, share_format: NumberFormat
) -> None:
    """Draw the parts in the order given, and set the height of the canvas."""
    size = canvas.variant.value
    values = [value_format.print(part.value) for part in parts]
    widest = max(canvas.fonts.width(text, size) for text in values)
    rows = Rows.on(canvas, [part.value.name for part in parts], widest, 0.0, _DOTS)
    canvas.rows = math.ceil(rows.height / ROW)
    rows = rows.filling(canvas.height)
    bars = Scale(*range_from_zero(part.value.value for part in parts), rows.start, rows.bars_end)
    shares = [share.value for part in parts for share in (part.then, part.now)]
    room = (
        max(canvas.fonts.width(share_format.digits(part.now), LABEL, SEMIBOLD) for part in parts) + _TO_LABEL
    )
    left, right = rows.dots
    dots = Scale(*range_from_zero(shares), left, right + 8 - room)
    _draw_head(canvas, rows, parts[0], value_format, share_format)
    for number, part in enumerate(parts):
        y, colour = rows.centre(number), colour_of(part.value.address.scope)
        _draw_name(canvas, rows, number)
        start, end = sorted((bars(0), bars(part.value.value)))
        canvas.rectangle(Box(start, y - _BAR / 2, end, y + _BAR / 2), fill=colour)
        canvas.text(end + 4, middle(y, size), values[number], size)
        _draw_shares(canvas, y, part, dots, share_format, colour)
    for zero in (bars(0), dots(0)):
        canvas.line(((zero, HEAD), (zero, canvas.height - FOOT)), INK, 0.6)


def _draw_head(
    canvas: Canvas, rows: Rows, part: Part, value_format: NumberFormat, share_format: NumberFormat
) -> None:
    for x, reading, number_format in (
        (rows.start, part.value, value_format),
        (rows.dots[0], part.now, share_format),
    ):
        measure = reading.reader.facts.vocabulary.metric_name(reading.address.metric)
        canvas.text(x, HEAD - 8, f"{measure}（{number_format.unit}）", colour=INK2)


def _draw_name(canvas: Canvas, rows: Rows, number: int) -> None:
    lines = rows.names[number]
    for place, line in enumerate(lines):
        offset = (place - (len(lines) - 1) / 2) * LABEL_PITCH
        canvas.text(rows.start - 6, middle(rows.centre(number) + offset, LABEL), line, align="right")


def _draw_shares(
    canvas: Canvas, y: float, part: Part, scale: Scale, share_format: NumberFormat, colour: str
) -> None:
    """The share then as a hollow and now as a filled dot, each with its value on its outer side."""
    then, now = scale(part.then.value), scale(part.now.value)
    canvas.line(((scale(0), y), (min(then, now), y)), HAIRLINE, 0.5)
    canvas.line(((then, y), (now, y)), RULE, 1.0)
    canvas.dot(then, y, PAPER, colour, _RADIUS)
    canvas.dot(now, y, colour, colour, _RADIUS)
    rises = now >= then
    for reading, x, right, weight in (
        (part.then, then, not rises, REGULAR),
        (part.now, now, rises, SEMIBOLD),
    ):
        text = share_format.print(reading)
        side = x + _TO_LABEL if right else x - _TO_LABEL
        ink = canvas.box_of(side, middle(y, LABEL), text, LABEL, weight, "left" if right else "right")
        canvas.rectangle(Box(ink.left - 1, ink.top - 1, ink.right + 1, ink.bottom + 1), fill=PAPER)
        canvas.text(side, middle(y, LABEL), text, LABEL, INK, weight, "left" if right else "right")
