from reportgen.document.places import figure_addresses, printed_places, printed_texts
from reportgen.facts.address import Address
from tests.document.papers import paper

NATIONAL = Address("value_added", "national", (2021,))


def test_the_places_of_a_number_are_chapters_and_figures_in_their_order(tmp_path):
    assert printed_places(paper(tmp_path))[NATIONAL] == ("前言", "一、总体态势篇")


def test_a_number_that_is_only_compared_has_no_place(tmp_path):
    text = '# 甲\n\n{% if 数["增加值.全国[2020]"] is 高于(1) %}高{% endif %}\n'
    assert list(printed_places(paper(tmp_path, {"03-region": text}))) == [NATIONAL]


def test_a_figure_that_printed_nothing_has_no_addresses(tmp_path):
    assert figure_addresses(paper(tmp_path), "scale_and_share") == ()


def test_the_digits_that_stand_for_a_number_in_the_paper_and_in_one_place(tmp_path):
    text = '# 甲\n\n{{ 数["增加值.全国[本年]"] | 亿元 }}{{ 数["增加值.全国[本年]"] | 名称 }}\n'
    made = paper(tmp_path, {"03-region": text})
    assert printed_texts(made) == {NATIONAL: ("4.10万亿元", "40983.21亿元")}
    place = next(use.place for use in made.uses if use.printed == "40983.21亿元")
    assert printed_texts(made, place) == {NATIONAL: ("40983.21亿元",)}
