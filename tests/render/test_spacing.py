import pytest

from reportgen.render.spacing import BREAK, JOINER, hair_space_between, spaced


def hair(text):
    return f'<span class="hair">{text}</span>'


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [("在", "2", True), ("5G", "专", True), ("%", "的", True), ("，", "2", False), ("2", "，", False),
     ("中", "国", False), ("A", "B", False), ("", "2", False), ("在", "", False)],
)  # fmt: skip
def test_a_hair_space_stands_between_han_and_latin_only(before, after, wanted):
    assert hair_space_between(before, after) is wanted


@pytest.mark.parametrize(
    ("text", "after", "html"),
    [
        ("占GDP比重", "", f"{hair('占')}{hair('GDP')}比重"),
        ("增加值为", "4", f"增加值{hair('为')}"),
        ("增加值为", "四", "增加值为"),
        ("2021年", "", f"{hair('2021')}{JOINER}年"),
        ("第2位", "", f"{hair('第')}{hair('2')}{JOINER}位"),
        ("4.10万亿元", "，", f"{hair('4.10')}{JOINER}万亿元"),
        ("回升——这", "", f"回升{JOINER}——这"),
        ("2017—2021", "", f"2017{JOINER}—2021"),
        ("“甲”“乙”", "", f"“甲”{BREAK}“乙”"),
        ("与“甲”等", "", f"与{BREAK}“甲”{BREAK}等"),
        ("A<B&C", "", "A&lt;B&amp;C"),
        ("", "2", ""),
    ],
)
def test_text_for_print(text, after, html):
    assert str(spaced(text, after)) == html


def test_nothing_but_marks_is_added():
    text = "2021年，“5G＋工业互联网”占GDP的14.53%——其中，AI为3家。"
    plain = str(spaced(text))
    for mark in ('<span class="hair">', "</span>", JOINER, BREAK):
        plain = plain.replace(mark, "")
    assert plain == text
