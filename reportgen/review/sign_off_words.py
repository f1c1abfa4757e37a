"""The state of the review in words: counts by chapter, each passage with the reason, the reminder of a check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from reportgen.document.document import Document
from reportgen.review.sign_off import Reviewed, SignOff, State, opening
from reportgen.review.sign_off_file import read_sign_offs
from reportgen.review.sign_off_match import review

COUNT_COLUMNS = ("章", *(state.name for state in State))
_MOST_REASONS = 8
_MOST_PLACES = 3


def count_rows(found: Iterable[Reviewed]) -> list[tuple[str, ...]]:
    """One row a chapter by COUNT_COLUMNS, and the sum when there are several."""
    counts: dict[str, Counter[State]] = {}
    for one in found:
        counts.setdefault(one.passage.chapter, Counter())[one.state] += 1
    rows = [(chapter, *(str(count[state]) for state in State)) for chapter, count in counts.items()]
    total = sum(counts.values(), Counter())
    return [*rows, ("合计", *(str(total[state]) for state in State))] if len(rows) > 1 else rows


def passage_lines(one: Reviewed) -> list[str]:
    """A passage with its state, and below it what has changed."""
    name = f"（段：{one.passage.name}）" if one.passage.name else ""
    by = f"，{one.signature.signer} {one.signature.date} 签" if one.signature else ""
    head = f"{one.passage.place}　{one.state.name}{by}　{opening(one.passage)}{name}"
    *reasons, last = one.changes or ("",)
    left = len(reasons) - _MOST_REASONS
    shown = reasons if left <= 0 else [*reasons[:_MOST_REASONS], f"另有 {left} 项变动"]
    return [head, *(f"　　{reason}" for reason in (*shown, last) if reason)]


def gone_line(one: SignOff) -> str:
    """A signature whose passage no longer exists."""
    name = f"（段：{one.name}）" if one.name else ""
    return f"{one.chapter}　已不存在，{one.signer} {one.date} 签　{one.opening}{name}"


def sign_off_reminders(document: Document, path: Path) -> list[str]:
    """One reminder when passages are to be reviewed again; nothing where nobody has signed.

    Raises:
        DataError, ManyErrors: the file of the signatures is broken.
    """
    signatures = read_sign_offs(path)
    waiting = review(document, signatures).waiting if signatures else []
    if not waiting:
        return []
    places = "、".join(one.passage.place for one in waiting[:_MOST_PLACES])
    several = "等" if len(waiting) > _MOST_PLACES else ""
    return [f"待复核 {len(waiting)} 段：{places}{several}；用 reportgen review 查看原因"]
