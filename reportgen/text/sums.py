"""分项: whether printed parts add up to the printed whole, and the words when rounding parts them."""

from __future__ import annotations

from typing import Any

from reportgen.errors import ChapterError
from reportgen.facts.reader import Reading
from reportgen.text.arguments import expect_same_unit, expect_style, numbers, one
from reportgen.text.formats import STYLES, expect_unit, rounded

REMARK = "（因四舍五入，分项之和与总计略有出入）"
RELATIVE_ERROR = 1e-9


def rounding_remark(whole: Any, parts: Any, style: str, decimals: int | None = None) -> str:
    """The remark when the parts, printed in a style, do not add up to the printed whole; else ``""``.

    Raises:
        ChapterError: parts of another unit, or parts that do not make the whole before rounding either.
    """
    total, listed = one(whole, "分项"), numbers(parts, "分项")
    expect_same_unit(total, listed[0])
    form = STYLES[expect_style(style)]
    expect_unit(total, style, (form.unit,))
    _expect_whole(total, listed)
    places = form.decimals if decimals is None else decimals
    printed = sum(rounded(part.value, places, form.power) for part in listed)
    return "" if printed == rounded(total.value, places, form.power) else REMARK


def _expect_whole(whole: Reading, parts: list[Reading]) -> None:
    difference = sum(part.value for part in parts) - whole.value
    if abs(difference) > RELATIVE_ERROR * max(abs(whole.value), *(abs(part.value) for part in parts)):
        raise ChapterError(
            f"分项之和与 {whole.fact.label} 相差 {difference:.6g}{whole.unit}，不是四舍五入所致",
            remedy="检查分项是否写全、有无重复",
        )
