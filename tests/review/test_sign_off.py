"""A signed passage after numbers, words or its place have changed."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from reportgen.document.document import Document
from reportgen.document.passages import passages
from reportgen.facts.fact import Fact, FactTable
from reportgen.facts.reader import Reader
from reportgen.facts.status import Status
from reportgen.review.sign_off import SignOff, State, signed
from reportgen.review.sign_off_match import Review, review, review_states
from tests.document.papers import paper
from tests.text.facts import CALENDAR, reader

GROWTH, SCALE, NEXT = "名义增速.全国[2021]", "增加值.全国[2021]", "增加值.第一产业[2021]"
FIRST = '规模为{{ 数["增加值.全国[本年]"] | 万亿元 }}，{% if 增速 is 高于(10) %}增长较快{% else %}增长平稳{% endif %}。'
SECOND = '第一产业为{{ 数["增加值.第一产业[本年]"] | 亿元 }}，份额有限。'
TEXT = f'# 区域发展篇\n\n{{% set 增速 = 数["{GROWTH}"] %}}\n\n{FIRST}\n\n{SECOND}\n\n一段没有数的话。\n'


def document(folder: Path, text: str = TEXT, facts: Reader | None = None) -> Document:
    return paper(folder, {"03-region": text}, facts=facts)


def signatures(folder: Path) -> list[SignOff]:
    found = passages(document(folder))
    return [signed(one, "张三", "2022-11-01") for one in found if one.chapter == "03-region.md"]


def after(folder: Path, text: str = TEXT, facts: Reader | None = None) -> Review:
    found = review(document(folder, text, facts), signatures(folder))
    inside = (one for one in found.passages if one.passage.chapter == "03-region.md")
    return dataclasses.replace(found, passages=tuple(inside))


def changes(found: Review) -> dict[str, tuple[str, ...]]:
    """What changed, by the first words of each passage to be reviewed again."""
    return {one.passage.printed[:3]: one.changes for one in found.waiting}


def with_status(label: str, status: Status) -> Reader:
    known = reader().facts
    facts = (Fact(*one[:3], status, one.label) if one.label == label else one for one in known)
    return Reader(FactTable(facts, known.vocabulary), CALENDAR)


def test_what_was_signed_is_signed_and_the_rest_is_not(tmp_path):
    found = review(document(tmp_path), signatures(tmp_path))
    states = {(one.passage.chapter == "03-region.md", one.state) for one in found.passages}
    assert states == {(True, State.已签), (False, State.未签)}
    assert found.gone == ()


def test_a_printed_number_that_moves_in_print(tmp_path):
    found = after(tmp_path, facts=reader(**{SCALE: 41983.205}))
    assert changes(found) == {"规模为": (f"{SCALE}：40983.2 → 41983.2亿元", "印出的文字已变")}


def test_a_printed_number_that_moves_behind_the_print(tmp_path):
    found = after(tmp_path, facts=reader(**{SCALE: 40983.20501}))
    assert changes(found) == {"规模为": (f"{SCALE}：40983.205 → 40983.20501亿元", "印出的文字未变")}


def test_a_number_that_is_only_compared(tmp_path):
    found = after(tmp_path, facts=reader(**{GROWTH: 13.0}))
    assert changes(found) == {"规模为": (f"{GROWTH}：14.525 → 13%", "印出的文字未变")}
    found = after(tmp_path, facts=reader(**{GROWTH: 9.0}))
    assert changes(found)["规模为"][-1] == "印出的文字已变"


@pytest.mark.parametrize("factor", [1 + 1e-13, 1 - 1e-13, 1 + 5e-13])
def test_a_number_that_moves_below_twelve_digits(tmp_path, factor):
    assert after(tmp_path, facts=reader(**{SCALE: 40983.205 * factor, GROWTH: 14.525 * factor})).waiting == []


def test_a_status_that_weakens(tmp_path):
    found = after(tmp_path, facts=with_status(NEXT, Status.推算))
    assert changes(found) == {"第一产": (f"{NEXT} 的状态：测算 → 推算", "印出的文字未变")}


def test_words_that_change(tmp_path):
    found = after(tmp_path, TEXT.replace("份额有限", "份额不大"))
    assert changes(found) == {"第一产": ("文字已改", "印出的文字已变")}


def test_words_and_numbers_that_change_together(tmp_path):
    found = after(tmp_path, TEXT.replace("份额有限", "份额不大"), reader(**{NEXT: 500.0}))
    assert changes(found) == {"第一产": ("文字已改", f"{NEXT}：490 → 500亿元", "印出的文字已变")}


def test_a_variable_that_reads_another_number(tmp_path):
    text = TEXT.replace(f'数["{GROWTH}"]', '数["占GDP比重.全国[2020]"]')
    assert changes(after(tmp_path, text))["规模为"] == (
        "新用到 占GDP比重.全国[2020]：3.52%",
        f"不再用到 {GROWTH}（原为 14.525）",
        "印出的文字已变",
    )


def test_passages_that_are_moved_stay_signed(tmp_path):
    moved = TEXT.replace(f"{FIRST}\n\n{SECOND}", f"新的一段。\n\n{SECOND}\n\n## 小节\n\n{FIRST}")
    found = after(tmp_path, moved)
    assert (found.waiting, found.gone) == ([], ())
    assert [one.passage.printed for one in found.passages if one.state is State.未签] == ["新的一段。"]


def test_a_name_is_given_and_keeps_the_signature(tmp_path):
    named = TEXT.replace(SECOND, f"<!-- 段：一产 -->\n{SECOND}")
    assert after(tmp_path, named).waiting == []


def test_a_named_passage_is_known_though_nothing_of_it_is_left(tmp_path):
    named = TEXT.replace("一段没有数的话", "<!-- 段：结语 -->\n一段没有数的话")
    signs = [signed(one, "张三", "2022-11-01") for one in passages(document(tmp_path, named))]
    found = review(document(tmp_path, named.replace("一段没有数的话", "全然不同")), signs)
    assert changes(found) == {"全然不": ("文字已改", "印出的文字已变")}


def test_an_opening_is_rewritten_but_the_numbers_tell(tmp_path):
    text = TEXT.replace("规模为", "从总量上看，产业全年实现的增加值达到")
    assert changes(after(tmp_path, text)) == {"从总量": ("文字已改", "印出的文字已变")}


def test_a_passage_that_is_deleted(tmp_path):
    found = after(tmp_path, TEXT.replace(f"{SECOND}\n\n", ""))
    assert [one.opening for one in found.gone] == ["第一产业为490.00亿元，份额有限。"]
    assert found.waiting == []


def test_states_by_chapter_and_line_of_the_block(tmp_path):
    paper_now = document(tmp_path, facts=reader(**{NEXT: 500.0}))
    states = review_states(paper_now, signatures(tmp_path))
    (chapter,) = [one for one in paper_now.chapters if one.name == "03-region.md"]
    shown = [states[chapter.name, block.line].state for block in chapter.blocks]
    assert shown == [State.已签, State.待复核, State.已签]
