"""The lines that a paragraph rests on, found by the first words of the paragraph."""

import pytest

from reportgen.text.premises import Premises
from reportgen.text.source import Line, Source


def rested_on(text: str, words: str) -> list[int]:
    lines = text.split("\n")
    source = Source("02.md", tuple(Line(line, "02.md", number) for number, line in enumerate(lines, start=1)))
    own = next(number for number, line in enumerate(lines, start=1) if words in line)
    return sorted(Premises(source).lines(frozenset({own})))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲。\n\n正文。", [3]),
        ("{% set 值 = 数[1] %}\n{% set 别 = 数[2] %}\n\n正文{{ 值 }}。", [1, 4]),
        ("{% set 值 = 数[1] %}\n{% set 比 = 值 %}\n\n正文{{ 比 }}。", [1, 2, 4]),
        ("{% set 值 = 数[1] %}\n{% set 值 = 数[2] %}\n\n正文{{ 值 }}。", [2, 4]),
        ("{% set 值 = 数[1] %}\n{% set 值 = [值] %}\n\n正文{{ 值 }}。", [1, 2, 4]),
        ("{% set 甲 = 数[1] %}{% set 乙 = 甲 %}\n正文{{ 乙 }}。", [1, 2]),
        ("正文{{ 值 }}。\n\n{% set 值 = 数[1] %}\n", [1]),
        ("{% set 值 = 数[1] %}\n{% if 值 is 正数 %}\n甲。\n\n正文。\n{% endif %}", [1, 2, 5]),
        ("{% if 甲 %}\n甲。\n{% elif 乙 %}\n乙。\n{% else %}\n\n正文。\n{% endif %}", [1, 3, 7]),
        ("{% if 甲 %}\n\n正文。\n\n{% elif 乙 %}\n乙。\n{% endif %}", [1, 3]),
        ("{% if 甲 %}\n甲。\n{% endif %}\n\n正文。", [5]),
        ("{% for 圈 in 圈们\n  if 圈 is 正数 %}\n\n正文{{ 圈 }}。\n\n{% endfor %}", [1, 2, 4]),
        ("{% set 值 = [\n  数[1],\n  数[2],\n] %}\n\n正文{{ 值 }}。", [1, 2, 3, 6]),
        ("{% macro 句(值) %}\n{{ 数[1] }}\n{% endmacro %}\n\n正文{{ 句(1) }}。", [1, 2, 5]),
        ("{% if 本年 > 1 and 值 in [2] %}\n\n正文。\n{% endif %}", [1, 3]),
        ("{% set 甲, 乙 = 数[1], 数[2] %}\n\n正文{{ 乙 }}。", [1, 3]),
    ],
    ids=["nothing", "variable", "variable of a variable", "set again", "set from itself", "two on one line",
         "set below", "condition around", "last branch", "first branch", "condition that has ended", "loop around",
         "several lines", "macro", "comparison", "pair"],
)  # fmt: skip
def test_premises(text, expected):
    assert rested_on(text, "正文") == expected


def test_a_count_rests_on_what_is_counted():
    text = (
        "{% set 数 = namespace(行业=0) %}\n{% for 行 in 行业 %}\n{% if 行 is 负数 %}\n"
        "{% set 数.行业 = 数.行业 + 1 %}\n{% endif %}\n{% endfor %}\n\n正文{{ 数.行业 }}。"
    )
    assert rested_on(text, "正文") == [1, 2, 3, 4, 8]


def test_a_condition_may_choose_between_two_values():
    text = "{% set 值 = 1 %}\n{% if 甲 %}\n{% set 值 = 2 %}\n{% else %}\n{% set 值 = 3 %}\n{% endif %}\n\n正文{{ 值 }}。"
    assert rested_on(text, "正文") == [1, 2, 3, 5, 8]
