"""Counts of what has moved since a publication, and digits that stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.facts.fact import Fact, FactTable
from reportgen.facts.status import Status
from reportgen.project.files import replace_files
from reportgen.review.frozen_files import frozen_files
from reportgen.review.since_publication import moved, moved_facts, publication_reminders, steady
from reportgen.review.take_snapshot import take_snapshot
from tests.document.papers import paper
from tests.text.facts import CALENDAR, reader

SCALE, GROWTH = "增加值.全国[2021]", "名义增速.全国[2021]"


def table(**values: float) -> FactTable:
    return reader(**values).facts


def without(label: str) -> FactTable:
    facts = table()
    return FactTable((fact for fact in facts if fact.label != label), facts.vocabulary)


def with_fact(label: str, **fields: object) -> FactTable:
    facts = table()
    changed: list[Fact] = [fact._replace(**fields) if fact.label == label else fact for fact in facts]
    return FactTable(changed, facts.vocabulary)


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (table(), ""),
        (table(**{SCALE: 40983.205 * (1 + 1e-12)}), ""),
        (table(**{SCALE: 40983.206, GROWTH: 14.5}), "2 个数变动"),
        (with_fact(SCALE, status=Status.推算), "1 个数只变状态"),
        (with_fact(SCALE, status=Status.推算, value=1.0), "1 个数变动"),
        (with_fact(SCALE, unit="万人"), "1 个数变动"),
        (without(SCALE), "1 个数消失"),
    ],
)
def test_facts_that_moved(now: FactTable, words: str) -> None:
    assert moved_facts(table(), now).words == words


def test_a_fact_that_is_new() -> None:
    assert moved_facts(without(SCALE), table()).words == "1 个数新增"


def test_passages_that_moved(tmp_path: Path) -> None:
    before, now = (
        take_snapshot("甲", paper(tmp_path, {"03-region": f"# 篇\n\n{text}\n"}), CALENDAR, {}, [])
        for text in ("甲。乙。\n\n丙。", "甲。丁。\n\n戊。")
    )
    assert moved(before, now).words == "2 段文字变动"


def test_the_same_numbers_keep_their_digits() -> None:
    noisy = table(**{SCALE: 40983.205 * (1 + 2e-12), GROWTH: 15.0})
    values = {fact.label: fact.value for fact in steady(noisy, without("占GDP比重.全国[2021]"))}
    assert (values[SCALE], values[GROWTH], values["占GDP比重.全国[2021]"]) == (40983.205, 15.0, 3.58)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    snapshot = take_snapshot("甲", paper(tmp_path), CALENDAR, {}, [])
    frozen = tmp_path / "published"
    replace_files({frozen / name: content for name, content in frozen_files(snapshot).items()})
    return frozen


def test_the_reminder_of_a_check(folder: Path, tmp_path: Path) -> None:
    assert publication_reminders(table(), folder, 2022) == []
    assert publication_reminders(table(**{SCALE: 1.0}), tmp_path / "none", 2022) == []
    (reminder,) = publication_reminders(table(**{SCALE: 1.0}), folder, 2022)
    assert reminder == "与已公布的 2022 年版相比，1 个数变动；用 reportgen diff 2022@发布 2022 查看"


def test_files_that_cannot_be_read_are_a_reminder_too(folder: Path) -> None:
    (folder / "facts.csv").write_text("<<<<<<< HEAD\n", encoding="utf-8")
    (reminder,) = publication_reminders(table(), folder, 2022)
    assert reminder.startswith(f"{folder / 'facts.csv'}:1：缺少列“address”；")
    (folder / "facts.csv").unlink()
    assert "发布稿缺少 facts.csv" in publication_reminders(table(), folder, 2022)[0]
