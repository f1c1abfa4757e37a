"""The history of published figures in a few lines for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.review.history.lines import revision_lines
from reportgen.review.history.quantities import Quantity
from reportgen.review.history.revisions import revisions

_NOTHING = "  没有同一年印过两次的数"


def summary(found: Sequence[Quantity]) -> str:
    """How much is known, then the errors of forecasts and the sizes of revisions."""
    stated = [one for quantity in found for one in quantity.stated.values()]
    printed = sum(not one.implied for one in stated)
    editions = sorted({one.edition for one in stated})
    lines = revision_lines(one for quantity in found for one in revisions(quantity))
    errors = [line.text for line in lines if line.kind == "预测误差"]
    others = [f"{line.text}（{line.kind}）" for line in lines if line.kind != "预测误差"]
    return "\n".join(
        [
            f"{len(found)} 个指标，{'、'.join(map(str, editions))} 年版共印出 {printed} 个数，"
            f"另由增速、增量推得 {len(stated) - printed} 个",
            f"预测误差 {len(errors)} 处：" if errors else "预测误差：",
            *([f"  {text}" for text in errors] or [_NOTHING]),
            f"修订 {len(others)} 处：" if others else "修订：",
            *([f"  {text}" for text in others] or [_NOTHING]),
        ]
    )
