"""Which paragraph became which."""

from __future__ import annotations

import pytest

from reportgen.render.word.alignment import pairs, part_likeness, row_likeness
from reportgen.render.word.flow import Grid, Group, Line, Row, Words


def line(text: str, style: str = "BodyText") -> Line:
    return Line(style, (Words(text),))


def aligned(earlier: str, later: str) -> list[tuple[str, str]]:
    """Texts parted by bars, as pairs; ``""`` where there is none."""
    lines = ([line(text) for text in texts.split("|")] for texts in (earlier, later))
    return [
        tuple("" if one is None else one.content[0].text for one in pair)
        for pair in pairs(*lines, part_likeness)
    ]


def test_a_changed_paragraph_is_found_again_between_new_ones() -> None:
    assert aligned("工业增加值为3.58万亿元", "全新的开头|工业增加值达到4.10万亿元|结尾另起") == [
        ("", "全新的开头"),
        ("工业增加值为3.58万亿元", "工业增加值达到4.10万亿元"),
        ("", "结尾另起"),
    ]


def test_what_is_not_alike_is_no_pair_and_the_earlier_comes_first() -> None:
    assert aligned("甲乙丙丁", "子丑寅卯") == [("甲乙丙丁", ""), ("", "子丑寅卯")]


def test_pairs_do_not_cross() -> None:
    assert aligned("第一段文字在此|第二句话说明", "第二句话说明|第一段文字在此") in (
        [("第一段文字在此", ""), ("第二句话说明", "第二句话说明"), ("", "第一段文字在此")],
        [("", "第二句话说明"), ("第一段文字在此", "第一段文字在此"), ("第二句话说明", "")],
    )


def test_numbers_do_not_make_paragraphs_unlike() -> None:
    assert part_likeness(line("增长12.75%和3.2%"), line("增长14.56%和8.9%")) == 1
    assert part_likeness(line("增长12.75%"), line("增长12.75%", "Heading2")) == 0


def grid(columns: int, text: str = "甲") -> Grid:
    return Grid("RuledTable", (row(*[text] * columns),), (1.0,) * columns)


def row(*texts: str, head: bool = False) -> Row:
    return Row(tuple((line(text),) for text in texts), head)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (grid(2), grid(2, "完全不同"), True),
        (grid(2), grid(3), False),
        (Group("overall.md", ()), Group("overall.md", (line("甲"),)), True),
        (Group("overall.md", ()), Group("regions.md", ()), False),
        (grid(1), line("甲"), False),
    ],
)
def test_parts_of_other_kinds(one: Line | Grid | Group, other: Line | Grid | Group, alike: bool) -> None:
    assert (part_likeness(one, other) > 0) == alike


def test_rows_are_found_by_their_first_cell() -> None:
    assert row_likeness(row("广东", "甲乙"), row("广东", "丙丁")) > row_likeness(
        row("广东", "甲乙"), row("江苏", "甲丁")
    )
    assert row_likeness(row("广东"), row("广东", head=True)) == 0
    assert row_likeness(row("", "甲"), row("", "乙")) < 0.5
