"""Why the headlines of one edition differ from those of another: found, written as CSV, and for the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from pathlib import Path

from reportgen.charts.waterfall import Level, Step, Waterfall, waterfall_svg
from reportgen.data.card import read_card
from reportgen.data.ingredients import load_ingredients
from reportgen.data.vintage import edition_named
from reportgen.errors import UsageError
from reportgen.experiments.cause_words import (
    VIEW_NOTES,
    address_text,
    is_changed,
    level_text,
    order_note,
    part_text,
    shown_parts,
)
from reportgen.experiments.causes import Comparison, HeadlineCauses, View, causes
from reportgen.experiments.swaps import Cause
from reportgen.facts.address import Vocabulary
from reportgen.facts.ingredient import Ingredient
from reportgen.project.edition import Edition
from reportgen.project.files import replace_files
from reportgen.project.folders import Project
from reportgen.review.cause_section import CausePart, CauseSection
from reportgen.review.csv_rows import csv_text

Progress = Callable[[int, int, str], None]

COLUMNS = (
    "前版", "后版", "所比年份", "指标（前版）", "指标（后版）", "单位", "前版印出", "后版印出",
    "原因", "归类", "数额", "标准误", "抽取次序数",
)  # fmt: skip


@dataclass(frozen=True)
class Candidate:
    """An edition that is compared: the text that names it, its file, and its inputs."""

    text: str
    edition: Edition
    ingredients: dict[str, Ingredient]

    @property
    def years(self) -> tuple[int, int]:
        """Reference and forecast year."""
        return self.edition.reference_year, self.edition.forecast_year


@dataclass(frozen=True)
class Explained:
    """The causes between two editions in one view."""

    old: Candidate
    new: Candidate
    view: View
    headlines: tuple[HeadlineCauses, ...]


@dataclass(frozen=True)
class CausesFound:
    """What the command shows: the comparisons in their order, names for its words, and the files it wrote."""

    comparisons: tuple[Explained, ...]
    vocabulary: Vocabulary
    page: Path
    table: Path

    @property
    def paths(self) -> tuple[Path, Path]:
        """The files."""
        return self.page, self.table


def find_causes(
    project: Project, texts: Sequence[str], each: bool = False, progress: Progress = lambda *_: None
) -> CausesFound:
    """Compare editions one after the other; write ``causes.html`` and ``causes.csv`` for the last.

    Args:
        texts: two or more of ``2022`` and ``2022:终值``, the earlier first.
        each: one part for every input that differs.

    Raises:
        UsageError: fewer than two editions, or one twice in a row.
        ContentError: an edition cannot be loaded, or two cannot be compared.
    """
    _require_pairs(texts)
    vocabulary = Vocabulary.read(project.names)
    candidates = [_candidate(project, text) for text in texts]
    wanted = [(old, new, view) for old, new in pairwise(candidates) for view in _views(old, new)]
    comparisons: list[Explained] = []
    for number, (old, new, view) in enumerate(wanted, start=1):
        progress(number, len(wanted), f"{old.text} → {new.text}（{view}）")
        comparisons.append(_explained(old, new, view, vocabulary, each))
    folder = project.build(candidates[-1].edition.edition)
    found = CausesFound(tuple(comparisons), vocabulary, folder / "causes.html", folder / "causes.csv")
    rows = [row for one in comparisons for row in _rows(one, vocabulary)]
    table = csv_text(COLUMNS, rows)
    replace_files({found.page: _page(project, found).encode(), found.table: table.encode()})
    return found


def cause_sections(project: Project, old_text: str, new_text: str) -> tuple[CauseSection, ...]:
    """The headlines that changed between two editions of the working tree, with their waterfalls.

    First the same year in both, then, where the calendar moved on, 本年 against 本年.

    Raises:
        UsageError, ContentError: as `find_causes`.
    """
    _require_pairs([old_text, new_text])
    vocabulary = Vocabulary.read(project.names)
    old, new = _candidate(project, old_text), _candidate(project, new_text)
    return tuple(
        section
        for view in _views(old, new)
        for section in _sections(project, _explained(old, new, view, vocabulary, each=False), vocabulary)
    )


def _sections(project: Project, one: Explained, vocabulary: Vocabulary) -> list[CauseSection]:
    """Those headlines that changed; the first holds the notes that are true of all."""
    fonts, notes = project.templates / "fonts", _vintage_notes(project, one.old.edition, one.new.edition)
    changed = [found for found in one.headlines if is_changed(found)]
    said = [(VIEW_NOTES[one.view], order_note(changed[0]), *notes)] if changed else []
    return [
        _section(found, one, vocabulary, fonts, here)
        for found, here in zip_longest(changed, said, fillvalue=())
    ]


def _page(project: Project, found: CausesFound) -> str:
    from reportgen.render.review_page import review_page
    from reportgen.review.change_words import fixed

    groups = [
        {
            "heading": f"{one.old.text} → {one.new.text}　{one.view}",
            "causes": _sections(project, one, found.vocabulary),
        }
        for one in found.comparisons
    ]
    texts = dict.fromkeys(side.text for one in found.comparisons for side in (one.old, one.new))
    return review_page(project.templates, "causes", heading=" → ".join(texts), groups=groups, fixed=fixed)


def _require_pairs(texts: Sequence[str]) -> None:
    if len(texts) < 2:
        raise UsageError("至少要写两个版本", remedy="如 reportgen causes 2021 2022")
    for old, new in pairwise(texts):
        if old.strip() == new.strip():
            raise UsageError(f"前后都是“{old}”，没有可比的", remedy="写两个不同的版本")


def _candidate(project: Project, text: str) -> Candidate:
    edition = edition_named(project, text)
    return Candidate(text.strip().replace("：", ":"), edition, load_ingredients(project, edition))


def _views(old: Candidate, new: Candidate) -> tuple[View, ...]:
    return (View.同年,) if old.years == new.years else (View.同年, View.逐年)


def _explained(old: Candidate, new: Candidate, view: View, vocabulary: Vocabulary, each: bool) -> Explained:
    comparison = Comparison(old.ingredients, new.ingredients, vocabulary, view, each)
    return Explained(old, new, view, causes(comparison))


def _rows(one: Explained, vocabulary: Vocabulary) -> list[tuple[str | float, ...]]:
    return [
        (
            one.old.text,
            one.new.text,
            str(one.view),
            vocabulary.chinese(found.old),
            vocabulary.chinese(found.new),
            found.headline.unit,
            float(found.before),
            float(found.after),
            str(part.name),
            str(part.cause),
            float(part.amount),
            part.error,
            found.orders,
        )
        for found in one.headlines
        for part in found.parts
    ]


def _section(
    found: HeadlineCauses, one: Explained, vocabulary: Vocabulary, fonts: Path, notes: tuple[str, ...]
) -> CauseSection:
    parts = shown_parts(found)
    return CauseSection(
        address_text(found, vocabulary),
        float(found.before),
        float(found.after),
        found.headline.unit,
        tuple(CausePart(str(part.name), float(part.amount), part_text(part, found)) for part in parts),
        waterfall_svg(_waterfall(found, one), fonts),
        notes,
    )


def _waterfall(found: HeadlineCauses, one: Explained) -> Waterfall:
    before, after = (
        Level(f"{side.text}年版" if side.text.isdecimal() else side.text, float(value), text)
        for side, value, text in (
            (one.old, found.before, level_text(found.before, found) + found.headline.unit),
            (one.new, found.after, level_text(found.after, found) + found.headline.unit),
        )
    )
    steps = tuple(
        Step(str(part.name), float(part.amount), part_text(part, found), part.cause is Cause.舍入)
        for part in shown_parts(found)
    )
    return Waterfall(before, steps, after)


def _vintage_notes(project: Project, old: Edition, new: Edition) -> tuple[str, ...]:
    """What the later edition reads in place of what the earlier one reads."""
    cards = [
        read_card(project.data / statistic, vintage)
        for statistic, vintage in new.data.items()
        if old.data.get(statistic) != vintage
    ]
    return tuple(
        f"换用的统计资料：{card.title}，{card.source}"
        + (f"；{card.status_note}。" if card.status_note else "。")
        for card in cards
    )
