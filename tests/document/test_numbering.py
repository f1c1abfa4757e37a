import pytest

from reportgen.document.numbering import Numbering, chinese_numeral
from reportgen.errors import ChapterError
from reportgen.text.blocks import Heading


def numerals(kind, levels, numbering=None):
    numbering = numbering or Numbering()
    numbering.start_chapter(kind)
    return [
        numbering.numeral(Heading(level, typed, (), 7), "02-overall.md:7")
        for level, typed in (item if isinstance(item, tuple) else (item, "") for item in levels)
    ]


@pytest.mark.parametrize(
    ("number", "text"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (23, "二十三"), (99, "九十九")]
)
def test_chinese_numerals(number, text):
    assert chinese_numeral(number) == text


def test_counts_by_level_and_starts_again_below():
    assert numerals("正文", [1, 2, 3, 3, 2, 3]) == ["一、", "（一）", "1.", "2.", "（二）", "1."]


def test_an_appendix_counts_one_level_down():
    assert numerals("附录", [2, 3, 4, 2, 3]) == ["一、", "（一）", "1.", "二、", "（一）"]


@pytest.mark.parametrize("kind", ["卷首", "导论", "卷尾"])
def test_other_chapters_have_no_numerals(kind):
    assert numerals(kind, [1, 2, 3]) == ["", "", ""]


def test_chapters_go_on_counting_and_sections_start_again():
    numbering = Numbering()
    assert numerals("正文", [1, 2], numbering) == ["一、", "（一）"]
    assert numerals("卷尾", [1, 2], numbering) == ["", ""]
    assert numerals("正文", [1, 2], numbering) == ["二、", "（一）"]


def test_a_typed_numeral_moves_the_count_forward():
    assert numerals("正文", [1, (2, "（二）"), 2, (3, "3．"), 3]) == ["一、", "（二）", "（三）", "3.", "4."]


@pytest.mark.parametrize("typed", ["（一）", "二、", "3."])
def test_a_typed_numeral_never_goes_back_or_changes_form(typed):
    with pytest.raises(ChapterError, match="应为“（三）”") as caught:
        numerals("正文", [1, 2, 2, (2, typed)])
    assert caught.value.place == "02-overall.md:7"
