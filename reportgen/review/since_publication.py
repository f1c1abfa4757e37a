"""What has moved since an edition was published, in counts; and no digits that move without a reason."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from reportgen.errors import ContentError, ManyErrors
from reportgen.facts.fact import FactTable
from reportgen.review.read_frozen import read_facts, read_items
from reportgen.review.same_value import same_value
from reportgen.review.snapshot import Snapshot


class Moved(NamedTuple):
    """How many facts have another value or unit, another status only, are new, are gone; how many passages."""

    values: int
    statuses: int
    appeared: int
    vanished: int
    passages: int = 0

    @property
    def words(self) -> str:
        """``3 个数变动、1 个数消失、2 段文字变动``; ``""`` when nothing moved."""
        parts = {
            "个数变动": self.values,
            "个数只变状态": self.statuses,
            "个数新增": self.appeared,
            "个数消失": self.vanished,
            "段文字变动": self.passages,
        }
        return "、".join(f"{count} {what}" for what, count in parts.items() if count)


def moved_facts(before: FactTable, now: FactTable) -> Moved:
    """The facts of two tables compared."""
    both = [(before.get(fact.address), fact) for fact in now if fact.address in before]
    values = [old.unit != new.unit or not same_value(old.value, new.value) for old, new in both]
    statuses = [old.status is not new.status for old, new in both]
    return Moved(
        sum(values),
        sum(status and not value for value, status in zip(values, statuses, strict=True)),
        len(now) - len(both),
        len(before) - len(both),
    )


def moved(before: Snapshot, now: Snapshot) -> Moved:
    """Facts and printed passages of two snapshots compared.

    A passage whose first words were changed has another name: one gone and one new count once.
    """
    both = before.words.keys() & now.words.keys()
    reworded = sum(before.words[key] != now.words[key] for key in both)
    others = max(len(before.words), len(now.words)) - len(both)
    return moved_facts(before.facts, now.facts)._replace(passages=reworded + others)


def steady(now: FactTable, before: FactTable) -> FactTable:
    """The facts with the digits they had before where they are the same numbers.

    An edition that is published again from another machine then differs in nothing.
    """
    return FactTable(
        (
            fact._replace(value=before.get(fact.address).value)
            if fact.address in before and same_value(before.get(fact.address).value, fact.value)
            else fact
            for fact in now
        ),
        now.vocabulary,
    )


def publication_reminders(facts: FactTable, folder: Path, year: int) -> list[str]:
    """One reminder when facts differ from those that were published, or these cannot be read; else nothing."""
    if not folder.is_dir():
        return []
    try:
        read_items(folder)
        words = moved_facts(read_facts(folder, facts.vocabulary), facts).words
    except ContentError as error:
        first = error.errors[0] if isinstance(error, ManyErrors) else error
        return [f"{first.place}：{first.problem}；{first.remedy}"]
    if not words:
        return []
    return [f"与已公布的 {year} 年版相比，{words}；用 reportgen diff {year}@发布 {year} 查看"]
