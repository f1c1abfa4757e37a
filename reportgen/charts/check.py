"""The last look at a drawing: no text over text or under a line, outside the sheet, or too small to read."""

from __future__ import annotations

from itertools import combinations

from reportgen.charts.box import Box
from reportgen.charts.canvas import Canvas
from reportgen.charts.crossing import struck_texts
from reportgen.charts.style import CLEARANCE
from reportgen.errors import FigureError


def problems_of(canvas: Canvas) -> list[str]:
    """What is wrong with the text of a drawing, in Chinese; empty when all is well."""
    sheet = Box(0, 0, canvas.width, canvas.height)
    texts = canvas.texts
    small = [
        f"“{text.content}”只有 {text.size:g} 磅" for text in texts if text.size < canvas.variant.smallest
    ]
    outside = [f"“{text.content}”超出画面" for text in texts if not text.box.within(sheet)]
    over = [
        f"“{one.content}”与“{other.content}”重叠或相连"
        for one, other in combinations(texts, 2)
        if one.box.widened(CLEARANCE).overlaps(other.box)
    ]
    struck = [f"“{text.content}”被线或点压住" for text in struck_texts(canvas)]
    return small + outside + over + struck


def check_text(canvas: Canvas) -> None:
    """Accept a drawing whose text can be read.

    Raises:
        FigureError: labels overlap or run together, a line strikes through one, one stands outside the canvas
            or is too small for the variant; names the first few.
    """
    problems = problems_of(canvas)
    if problems:
        more = f"等共 {len(problems)} 处" if len(problems) > 4 else ""
        raise FigureError(
            f"图中文字排不开：{'；'.join(problems[:4])}{more}",
            remedy="减少所画对象、缩短名称，或换一种图形；印刷图中文字不小于 7 磅，手机图不小于 8 磅",
        )
