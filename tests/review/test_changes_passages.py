"""Passages compared, and the words within them."""

from reportgen.review.changes_passages import passage_changes
from reportgen.review.word_changes import Words, shortened, word_changes
from tests.review.sides import side

CHAPTER = "20-overall.md"


def changes(before, after):
    sides = (side(words={(CHAPTER, name): text for name, text in one.items()}) for one in (before, after))
    return [(one.name, one.before, one.after) for one in passage_changes(*sides)]


def test_passages_that_change_appear_and_vanish():
    found = changes(
        {"甲": "一二三", "乙": "四五六", "丁": "七"}, {"甲": "一二三", "乙": "四五八", "丙": "全新的话"}
    )
    assert found == [("乙", "四五六", "四五八"), ("丙", "", "全新的话"), ("丁", "七", "")]


def test_a_passage_whose_first_words_changed_is_still_the_same():
    old, new = "2020年，产业规模扩大，占比提高。", "2021年，产业规模扩大，占比提高。"
    assert changes({"2020年": old}, {"2021年": new}) == [("2021年", old, new)]


def test_passages_of_other_chapters_are_never_set_beside_each_other():
    before = side(words={("10-preface.md", "甲"): "同样的话"})
    after = side(words={(CHAPTER, "乙"): "同样的话"})
    assert [(one.chapter, bool(one.before)) for one in passage_changes(before, after)] == [
        (CHAPTER, False),
        ("10-preface.md", True),
    ]


def test_numbers_change_whole():
    assert word_changes("增长12.75%，比上年快", "增长14.56%，比上年慢") == (
        Words("kept", "增长"), Words("deleted", "12.75%"), Words("inserted", "14.56%"),
        Words("kept", "，比上年"), Words("deleted", "快"), Words("inserted", "慢"),
    )  # fmt: skip


def test_both_texts_can_be_read_out_of_the_changes():
    before, after = "疫情以来，产业加快转向线上。", "复苏之年，产业稳步增长、转向线下。"
    words = word_changes(before, after)
    assert "".join(one.text for one in words if one.change != "inserted") == before
    assert "".join(one.text for one in words if one.change != "deleted") == after


def test_long_stretches_that_stayed_are_cut_between_words():
    text = "一" * 60 + "scale_and_share" + "二" * 10
    first, cut, kept, *rest = (Words("deleted", "甲"), *shortened(word_changes("甲" + text, "乙" + text))[1:])
    assert (first.text, cut.change, kept.text) == ("甲", "inserted", "一" * 18)
    assert rest == [Words("omitted", "……")]
